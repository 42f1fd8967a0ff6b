import { defineTexts } from '#web/shell/language.tsx';

/** Words that the pages of a selection share. */
export const selectionTexts = defineTexts({
  zh: {
    title: '评选表彰', branch: '党支部', name: '姓名', number: '编号', minutes: '支委会（支部大会）记录', reason: '推荐理由', missing: '请填写', choose: '请选择', system: '公用账号', join: '、',
  },
  en: {
    title: 'Selections for awards', branch: 'Branch', name: 'Name', number: 'Number', minutes: 'Minutes of the committee or meeting', reason: 'Reason', missing: 'Fill this in', choose: 'Choose', system: 'an office account', join: ', ',
  },
});
