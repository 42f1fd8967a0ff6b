import type { ReviewStage } from '#domain/reviews/review.ts';
import type { Words } from '#domain/words/words.ts';
import { defineTexts } from '#web/shell/language.tsx';

/** Each step with who does it, in the order in which they follow. */
export const stepWords: Readonly<Record<ReviewStage, { readonly title: Words; readonly by: Words }>> = {
  opened: { title: { zh: '支部自评', en: 'Self-review' }, by: { zh: '支部书记提交', en: 'by the secretaries' } },
  scored: { title: { zh: '核分', en: 'Scoring' }, by: { zh: '党务干部办理', en: 'by the office' } },
  deliberated: { title: { zh: '机关党委研究', en: 'Deliberation' }, by: { zh: '机关党委书记、专职副书记登记', en: 'entered by the leaders of the organs committee' } },
  noticed: { title: { zh: '公示', en: 'Public notice' }, by: { zh: '党务干部办理', en: 'by the office' } },
  approved: { title: { zh: '局党委审定', en: 'Approval' }, by: { zh: '局领导登记', en: 'entered by a bureau leader' } },
  circulated: { title: { zh: '通报', en: 'Circular' }, by: { zh: '党务干部办理', en: 'by the office' } },
};

/** Words that the pages of the annual review share. */
export const reviewTexts = defineTexts({
  zh: {
    title: '年度考核', receipt: '签收', signedBy: (day: string, by: string) => `${day} ${by}`, unsigned: '待签收', signedCount: (signed: number, all: number) => `已签收 ${signed}/${all}`, branch: '党支部', score: '年度得分', proposed: '建议等次', grade: '审定等次', draftGrade: '拟定等次', reason: '说明', self: '支部自评', scope: '范围',
    tied: '并列待定', full: (grade: string) => `达到“${grade}”分数，名额已满`, gaps: (names: string) => `缺${names}`, months: '任职不足，不定等次', excluded: '按规定不参评', veto: (label: string, clause: string) => `${label}（${clause}）`,
    filed: (day: string) => `${day} 已提交`, notFiled: '未提交', now: (value: string) => `现为 ${value}`, later: (entries: number) => `核分后 ${entries} 条变动`, none: '依据不足', weight: (label: string, percent: string) => `${label}×${percent}%`,
    revision: (n: number) => (n === 0 ? '原通报' : `第 ${n} 次修订`), places: (label: string, given: number, places: number) => `${label} ${given}/${places}`, count: (label: string, given: number) => `${label} ${given}`,
  },
  en: {
    title: 'Annual review', receipt: 'Receipt', signedBy: (day, by) => `${day} ${by}`, unsigned: 'not signed for', signedCount: (signed, all) => `signed for ${signed} of ${all}`, branch: 'Branch', score: 'Score', proposed: 'Proposed grade', grade: 'Approved grade', draftGrade: 'Grade as decided', reason: 'Remark', self: 'Self-review', scope: 'Scope',
    tied: 'equal, to be decided', full: (grade) => `reaches the score of ${grade}, whose places are taken`, gaps: (names) => `missing: ${names}`, months: 'too few months for a grade', excluded: 'not reviewed by rule', veto: (label, clause) => `${label} (${clause})`,
    filed: (day) => `filed on ${day}`, notFiled: 'not filed', now: (value) => `now ${value}`, later: (entries) => `${entries} entries since`, none: 'no basis', weight: (label, percent) => `${label} × ${percent}%`,
    revision: (n) => (n === 0 ? 'As first circulated' : `Revision ${n}`), places: (label, given, places) => `${label} ${given}/${places}`, count: (label, given) => `${label} ${given}`,
  },
});
