import { defineTexts } from '#web/shell/language.tsx';

/** Words of a vote, on the form and on the record (D-24). */
export const voteTexts = defineTexts({
  zh: {
    entitled: '应到有表决权', present: '到会', yes: '赞成', no: '反对', abstained: '弃权',
    passed: '通过（赞成超过应到会有表决权人数的半数）', notPassed: '未通过（赞成未超过应到会有表决权人数的半数）', noQuorum: '表决无效（到会不足应到会有表决权人数的半数）',
  },
  en: {
    entitled: 'Entitled', present: 'Present', yes: 'Yes', no: 'No', abstained: 'Abstained',
    passed: 'Passed (more than half of those entitled)', notPassed: 'Not passed (no more than half of those entitled)', noQuorum: 'Not valid (fewer than half of those entitled were there)',
  },
});
