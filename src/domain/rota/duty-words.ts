/** What a day of duty is by the scheme: duty itself, or the rest behind a night of it. */
export type DutyKind = 'shift' | 'postNightRest';

const REST = /^(下夜班|下夜|下班|下|夜休|轮休|休|休息|休整|补休|下夜班休整|rest.*)$/i;
const DUTY = /^(值班|值|值勤|备勤|备|值班备勤|勤务|当班|执勤|班|白班|白|夜班|夜|白夜|日班|日|早班|早|中班|中|晚班|晚|大夜|小夜|主班|主|副班|副|正班|带班|带|24小时|24|全天|全|[√✓✔☑●★▲■]|1|on duty)$/i;
const NOTHING = /^(|[-—–_/\\×x✗✘╳0]+|无|空|上班|正常|正常班|常日班|行政班)$/i;
/** Words of other registers: no duty, and mostly excused all the same. */
const ELSEWHERE = /^(假|请假|休假|病|病假|事|事假|公休|年休|年休假|年假|产|产假|陪产假|婚|婚假|丧|丧假|探亲|探亲假|差|出差|公差|公出|外出|训|培训|学|学习|借|借调|抽调|封闭)$/;

/** What a cell says of somebody on a day; null where nobody has said what such a word means. */
export type DutyWord = DutyKind | 'nothing' | 'elsewhere';

export function dutyWord(written: string): DutyWord | null {
  const word = written.replaceAll(/\s/g, '');
  if (REST.test(word)) return 'postNightRest';
  if (DUTY.test(word)) return 'shift';
  if (NOTHING.test(word)) return 'nothing';
  return ELSEWHERE.test(word) ? 'elsewhere' : null;
}

/** How the two kinds are called in a table. */
export const dutyTitles = { shift: '值班', postNightRest: '下夜班休整' } as const satisfies Record<DutyKind, string>;
