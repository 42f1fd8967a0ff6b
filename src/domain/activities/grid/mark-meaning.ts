import { plainText } from '#domain/imports/cell-text.ts';
import type { LegendEntry } from '#domain/imports/sheet-legend.ts';
import type { ExcuseReason, Scheme } from '#domain/schemes/scheme.ts';
import type { Words } from '#domain/words/words.ts';
import type { Mark } from '#domain/activities/marks.ts';
import { madeUpIn } from './made-up-mark.ts';

/** A mark as it is compared: 'Ｘ' and 'x' are one. */
export const markKey = (cell: string): string => plainText(cell).replaceAll(/\s/g, '').toLowerCase().slice(0, 40);

const PRESENT = /^(√+|✓|✔|☑|○|〇|1|1\.0+|是|到|已到|实到|出勤|出席|参加|参会|正常|在|present|yes|y|true)$/;
const LATE = /^(迟到|早退|迟|late)$/;
const ABSENT = /^(×|x|✗|✘|╳|0|缺|缺席|缺勤|旷|旷会|未到|未参加|无故缺席|absent|no|n|false)$/;

/** How offices write a reason in a small cell, and how the scheme may call it. */
const habits: readonly (readonly [RegExp, (reason: ExcuseReason) => boolean])[] = [
  [/^(值班|值|班|值勤|备勤|勤务|当班|执勤)$/, ({ broughtBy }) => broughtBy === 'shift'],
  [/^(下夜班|夜班|下夜|夜休|轮休|补休|休整)$/, ({ broughtBy }) => broughtBy === 'postNightRest'],
  [/^(借调|抽调|专班)$/, ({ broughtBy }) => broughtBy === 'secondment'],
  [/^(封闭|封闭执勤|全封闭)$/, ({ broughtBy }) => broughtBy === 'closedDuty'],
  [/^(病|病假|住院)$/, ({ label }) => label.zh.includes('病假')],
  [/^(假|事|请假|事假)$/, ({ label }) => label.zh.includes('事假')],
  [/^(年休|年休假|年假|休假|探亲|探亲假)$/, ({ label }) => label.zh.includes('年休')],
  [/^(产假|陪产假|陪产|哺乳假)$/, ({ label }) => label.zh.includes('产假')],
  [/^(差|出差|公差|公出|因公|因公外出|外出办案|办案)$/, ({ label }) => label.zh.includes('出差')],
  [/^(训|培训|脱产|脱产培训)$/, ({ label }) => label.zh.includes('培训')],
  [/^(出警|任务|紧急任务|警情)$/, ({ label }) => label.zh.includes('出警')],
];

/** What a mark is taken for unless somebody says otherwise; null when nothing tells. An empty cell says nothing. */
export function meaningOf(key: string, scheme: Scheme): string | null {
  if (key === '' || /^[-—－/]+$/.test(key)) return 'unmarked';
  if (PRESENT.test(key)) return 'present';
  if (LATE.test(key)) return 'late';
  if (ABSENT.test(key)) return 'absent';
  const reasons = scheme.excuses;
  const exact = reasons.find(({ label, id }) => label.zh.toLowerCase() === key || label.en.toLowerCase() === key || id.toLowerCase() === key);
  const habit = habits.find(([written]) => written.test(key));
  const reason = exact ?? (habit ? reasons.find(habit[1]) : undefined);
  return reason?.id ?? (isMadeUp(key, scheme) ? 'madeUp' : null);
}

/** Whether a sheet's legend explains a mark by such words: they mean something in most schemes, or name a kind of absence. */
export const isMeaning = (words: string): boolean => PRESENT.test(words) || LATE.test(words) || ABSENT.test(words) || madeUpIn(words)?.base === '' || habits.some(([written]) => written.test(words)) || /.(假|勤|勤务|班|备勤)$/.test(words);

/** What the legend of its own sheet takes a mark for; undefined where it says nothing of it, or nothing that the scheme knows. */
export function legendMeaning(legend: readonly LegendEntry[], key: string, scheme: Scheme): string | undefined {
  const said = legend.find(({ mark }) => mark === key);
  return said === undefined ? undefined : meaningOf(markKey(said.words), scheme) ?? undefined;
}

/** 补 alone or beside a reason of the scheme. */
function isMadeUp(key: string, scheme: Scheme): boolean {
  const mark = madeUpIn(key);
  if (mark === null || mark.base === '') return mark !== null;
  const meaning = meaningOf(mark.base, scheme);
  return meaning === 'absent' || scheme.excuses.some(({ id }) => id === meaning);
}

const own = {
  present: { zh: '实到', en: 'Present' }, late: { zh: '迟到早退', en: 'Late or left early' }, absent: { zh: '缺席', en: 'Absent' },
  madeUp: { zh: '未到，已补学', en: 'Not there, made up since' },
  unmarked: { zh: '未记：按请假、排班认定，否则缺席', en: 'Not marked: leave and duty decide, else absent' },
} as const satisfies Record<string, Words>;

/** Everything a mark may be taken for. */
export const meaningsOf = (scheme: Scheme): { id: string; label: Words }[] =>
  [...Object.entries(own).map(([id, label]) => ({ id, label })), ...scheme.excuses.filter(({ broughtBy }) => broughtBy !== 'studyStop').map(({ id, label }) => ({ id, label }))];

const usual: Readonly<Record<string, string>> = { present: '√', late: '迟到', absent: '缺', madeUp: '补' };

/** The marks that a table to fill in offers: for everything a cell may say one that is understood as that, if there is one; a blank needs none. */
export const marksToOffer = (scheme: Scheme): { readonly mark: string; readonly label: Words }[] =>
  meaningsOf(scheme).flatMap(({ id, label }) => {
    const mark = [usual[id] ?? label.zh, ...label.zh.split(/[、（(]/)].find((it) => id !== 'unmarked' && meaningOf(markKey(it), scheme) === id);
    return mark === undefined ? [] : [{ mark, label }];
  });

/** The mark that a meaning is in a record; null says nothing of the person, and a make-up says why he was not there or nothing. */
export function markOf(meaning: string, key: string, scheme: Scheme): Pick<Mark, 'mark' | 'reason'> | null {
  if (meaning === 'madeUp') return markOf(meaningOf(madeUpIn(key)?.base ?? '', scheme) ?? 'unmarked', '', scheme);
  if (meaning === 'unmarked') return null;
  if (meaning === 'present' || meaning === 'late' || meaning === 'absent') return { mark: meaning, reason: null };
  const reason = scheme.excuses.find(({ id }) => id === meaning);
  return reason === undefined ? null : { mark: reason.exempts ? 'excused' : 'absent', reason: reason.id };
}
