export default {
  app: {vendor: '阿拉善盟税务局', name: '春风流程监控'},
  // its texts stay English: a declared locale without texts would be an error at every start
  locales: {availableLocales: ['en'], fallbackLocale: 'en'},
  dateFormat: {
    monthName: 'MMM',
    day: 'D',
    abbr: 'MM-DD HH:mm',
    normal: 'YYYY-MM-DD HH:mm',
    long: 'YYYY-MM-DD HH:mm:ss',
    short: 'YYYY-MM-DD'
  },
  disableWelcomeMessage: true,
  // whoever repairs a case here must not go around the rules of the model
  skipCustomListeners: {default: false, hidden: false},
  skipIoMappings: {default: false, hidden: false}
};
