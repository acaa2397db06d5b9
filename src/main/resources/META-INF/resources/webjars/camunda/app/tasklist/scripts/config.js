import {textsFirst} from '../chunfeng/texts.js';

// the browser's zh-CN is cut at the dash, so the key is zh
const locales = {availableLocales: ['en', 'zh'], fallbackLocale: 'zh'};
await textsFirst('tasklist', locales);

export default {
  app: {vendor: '阿拉善盟税务局', name: '春风待办'},
  locales,
  dateFormat: {
    monthName: 'MMM',
    day: 'D',
    abbr: 'MM-DD HH:mm',
    normal: 'YYYY-MM-DD HH:mm',
    long: 'YYYY-MM-DD HH:mm dddd',
    short: 'YYYY-MM-DD'
  },
  disableWelcomeMessage: true,
  // relative to the folder of this web application
  customScripts: ['chunfeng/tasklist.js'],
  shortcuts: {
    claimTask: {key: 'ctrl+alt+c', description: '认领当前任务'},
    focusFilter: {key: 'ctrl+shift+f', description: '转到第一个筛选'},
    focusList: {key: 'ctrl+alt+l', description: '转到列表中的第一个任务'},
    focusForm: {key: 'ctrl+alt+f', description: '转到表单的第一个输入框'},
    startProcess: {key: 'ctrl+alt+p', description: '发起流程'}
  }
};
