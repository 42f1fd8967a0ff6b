import { defineTexts } from '#web/shell/language.tsx';

export const guideTexts = defineTexts({
  zh: {
    title: '办理指引', all: '全部办理指引', kinds: { activity: '会议和活动', register: '登记', item: '考核项目' },
    none: '方案里还没有办理指引', noneNext: '由党务办在考核方案的活动、登记簿或考核项目下写明怎样办，启用后每项在这里有一页。', scheme: '打开考核方案',
    templates: { signInSheet: '签到表', minutes: '会议记录', ballotSheet: '民主测评汇总表', registerTemplate: '登记簿导入模板' },
  },
  en: {
    title: 'How it is done', all: 'All guides', kinds: { activity: 'Meetings and sessions', register: 'Entries', item: 'Items of the year' },
    none: 'The scheme has no guides yet', noneNext: 'The Party office writes them into the scheme, at activities, registers or items. Once it is in force each has a page here.', scheme: 'Open the scheme',
    templates: { signInSheet: 'Sign-in sheet', minutes: 'Minutes', ballotSheet: 'Sheet of the ballots', registerTemplate: 'Template of the register' },
  },
});
