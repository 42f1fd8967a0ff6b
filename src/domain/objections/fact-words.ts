import type { FactState } from '#domain/facts/contract.ts';
import type { LogEntry } from '#domain/facts/fact.ts';
import type { Words } from '#domain/words/words.ts';
import type { Matter } from './objection-rules.ts';

type Mark = FactState<'session'>['marks'][number]['mark'];

export const markWords: Readonly<Record<Mark, Words>> = {
  present: { zh: '实到', en: 'present' }, late: { zh: '迟到', en: 'late' }, excused: { zh: '免计', en: 'not counted' }, absent: { zh: '缺席', en: 'absent' },
};

/** What an objection is counted under. */
export const matterWords: Readonly<Record<Matter, Words>> = {
  attendance: { zh: '考勤', en: 'Attendance' },
  entry: { zh: '登记内容', en: 'Register entries' },
  item: { zh: '考核项目得分', en: 'Marks of items' },
  spotCheck: { zh: '抽查', en: 'Spot checks' },
  grade: { zh: '等次', en: 'Grades' },
  missing: { zh: '漏记', en: 'Something missing' },
  listing: { zh: '评选公示', en: 'Public notices of selections' },
  other: { zh: '其他', en: 'Other' },
};

/** 登记为：缺席（事假). */
export const markedAs = (mark: Mark, reason: Words | null): Words => ({
  zh: `登记为${markWords[mark].zh}${reason === null ? '' : `（${reason.zh}）`}`,
  en: `recorded as ${markWords[mark].en}${reason === null ? '' : ` (${reason.en})`}`,
});

/** What was put right, as the decision says it: without a name, and of a session only the one mark. */
export function correctionWords(label: Words, { kind, change, state }: Pick<LogEntry, 'kind' | 'change' | 'state'>, person: string | null): Words {
  if (change === 'withdrawn') return { zh: `撤回${label.zh}`, en: `${label.en}: withdrawn` };
  if (kind === 'draw') return { zh: `${label.zh}作废，重新抽取`, en: `${label.en}: void, to be drawn anew` };
  const found = kind === 'session' ? (state as FactState<'session'>).marks.find((it) => it.person === person) : undefined;
  if (found) return { zh: `${label.zh}：更正为${markWords[found.mark].zh}`, en: `${label.en}: corrected to ${markWords[found.mark].en}` };
  return change === 'amended' ? { zh: `更正${label.zh}`, en: `${label.en}: corrected` } : { zh: `${label.zh}：予以计入`, en: `${label.en}: counted` };
}
