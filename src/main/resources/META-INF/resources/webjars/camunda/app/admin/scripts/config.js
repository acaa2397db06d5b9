import {textsFirst} from '../../tasklist/chunfeng/texts.js';

// the browser's zh-CN is cut at the dash, so the key is zh
const locales = {availableLocales: ['en', 'zh'], fallbackLocale: 'zh'};
await textsFirst('admin', locales);

export default {
  app: {vendor: '阿拉善盟税务局', name: '春风系统管理'},
  locales,
  dateFormat: {
    monthName: 'MMM',
    day: 'D',
    abbr: 'MM-DD HH:mm',
    normal: 'YYYY-MM-DD HH:mm',
    long: 'YYYY-MM-DD HH:mm dddd',
    short: 'YYYY-MM-DD'
  },
  disableWelcomeMessage: true
};
