import type { Words } from '#domain/words/words.ts';
import { defineTexts } from '#web/shell/language.tsx';

interface Counts {
  readonly present: number;
  readonly madeUp: number;
  readonly expected: number;
  readonly excused: number;
}

/** The sentences of the grounds drawer. Values arrive already formatted. */
export const groundsTexts = defineTexts({
  zh: {
    inWords: (words: Words) => words.zh, title: '依据', noBasis: '依据不足', notIncluded: '未纳入', close: '关闭', export: '导出', print: '打印', unfoldAll: '全部展开', foldAll: '全部收起',
    fetchFailed: '依据没有取到。',
    rule: (words: string, clause: string | null, scheme: string, version: number) =>
      [`规则：${words}`, clause, `${scheme}第 ${version} 版`].filter(Boolean).join(' · '),
    sum: (terms: string, value: string) => `${terms} = ${value}`,
    share: (full: string, { present, madeUp, expected }: Counts, value: string) =>
      `${full} ×（实到 ${present} + 补学 ${madeUp}）÷ 应到 ${expected} = ${value}`,
    shareInParts: (full: string, credit: string, { present, madeUp, expected }: Counts, value: string) =>
      `${full} × 折算 ${credit}（实到 ${present} + 补学 ${madeUp}，迟到早退折半）÷ 应到 ${expected} = ${value}`,
    excusedBeside: (excused: number) => `另有免计 ${excused} 次，不在应到内`,
    raised: (from: string, to: string) => `不适用、未到期等没有得分的项目，其分值按比例并入：${from} 调整为 ${to}`,
    hours: (full: string, done: string, target: string, value: string) => `${full} × ${done} ÷ 应学 ${target} = ${value}`,
    hoursMet: (done: string, target: string, value: string) => `${done} ≥ 应学 ${target}，计满分 ${value}`,
    hoursOf: (hours: string) => `${hours} 学时`,
    forMonths: (whole: string, months: number) => `${whole} × 在册 ${months} 个月 ÷ 12`,
    hoursInPart: (full: string, done: string, due: string, value: string) => `${full} × ${done} ÷（应学 ${due}）= ${value}`,
    each: (each: string, times: number, value: string) => `${each} × ${times} 次 = ${value}`,
    ceiling: (before: string, at: string, took: string) => `限前 ${before}，封顶 ${at}，扣回 ${took}`,
    ceilingKept: (before: string, at: string) => `限前 ${before}，未超过封顶 ${at}`,
    floor: (before: string, at: string, gave: string) => `限前 ${before}，下限 ${at}，补足 ${gave}`,
    floorKept: (before: string, at: string) => `限前 ${before}，不低于下限 ${at}`,
    missing: {
      required: '没有应到场次；按方案须有依据，暂无得分',
      renormalise: '没有应到场次；分值按比例并入其他项目，不计 0 分',
      zero: '没有应到场次；按方案计 0 分',
      notIncluded: '启用日期之前未纳入：不计缺项，也不计 0 分',
    },
    counts: ({ present, madeUp, expected, excused }: Counts) =>
      [`应到 ${expected}`, `实到 ${present}`, madeUp > 0 ? `补学 ${madeUp}` : '', excused > 0 ? `免计 ${excused}` : ''].filter(Boolean).join('  '),
    reasonClass: { duty: '勤务', leave: '请假', other: '其他原因', absent: '未参加' },
    hidden: '原因不在您的查看范围内',
    minutes: (minutes: number) => `${minutes} 分钟`,
    recorded: (name: string | null, day: string) => (name === null ? `${day} 录入` : `${name} ${day} 录入`),
    late: (days: number) => `事后 ${days} 天`,
    confirmed: (name: string) => `${name} 审核`,
    waiting: '待审核，未计入',
    version: (version: number) => `第 ${version} 次填写`,
    openFact: '查看记录',
    because: (names: string) => `见 ${names}`,
    between: '、',
    list: (names: readonly string[]) => names.join('、'),
    pair: (one: string, other: string) => `${one}与${other}`,
    counted: (count: number) => `${count} 项`, persons: (count: number) => `${count} 人`, pairs: (count: number) => `${count} 对`,
    chosen: '采用', equals: (said: string, value: string) => `${said} = ${value}`,
  },
  en: {
    inWords: (words) => words.en, title: 'Grounds', noBasis: 'No basis', notIncluded: 'Not included', close: 'Close', export: 'Export', print: 'Print', unfoldAll: 'Unfold all', foldAll: 'Fold all',
    fetchFailed: 'The grounds could not be fetched.',
    rule: (words, clause, scheme, version) => [`Rule: ${words}`, clause, `${scheme} version ${version}`].filter(Boolean).join(' · '),
    sum: (terms, value) => `${terms} = ${value}`,
    share: (full, { present, madeUp, expected }, value) =>
      `${full} × (present ${present} + made up ${madeUp}) ÷ expected ${expected} = ${value}`,
    shareInParts: (full, credit, { present, madeUp, expected }, value) =>
      `${full} × credit ${credit} (present ${present} + made up ${madeUp}, late or left early counts half) ÷ expected ${expected} = ${value}`,
    excusedBeside: (excused) => `${excused} more not counted, outside the expected`,
    raised: (from, to) => `The marks of items without a basis are spread in proportion: ${from} becomes ${to}`,
    hours: (full, done, target, value) => `${full} × ${done} ÷ ${target} due = ${value}`,
    hoursMet: (done, target, value) => `${done} ≥ ${target} due: full marks ${value}`,
    hoursOf: (hours) => `${hours} h`,
    forMonths: (whole, months) => `${whole} × ${months} months of membership ÷ 12`,
    hoursInPart: (full, done, due, value) => `${full} × ${done} ÷ (${due} due) = ${value}`,
    each: (each, times, value) => `${each} × ${times} = ${value}`,
    ceiling: (before, at, took) => `${before} before the cap of ${at}; the cap took ${took}`,
    ceilingKept: (before, at) => `${before}, within the cap of ${at}`,
    floor: (before, at, gave) => `${before} before the floor of ${at}; the floor gave ${gave}`,
    floorKept: (before, at) => `${before}, not below the floor of ${at}`,
    missing: {
      required: 'No session was expected; the scheme asks for a basis, so there is no mark yet',
      renormalise: 'No session was expected; the marks go to the other items in proportion, not to zero',
      zero: 'No session was expected; the scheme gives zero',
      notIncluded: 'Before the day of inclusion: no gap, and no zero',
    },
    counts: ({ present, madeUp, expected, excused }) =>
      [`Expected ${expected}`, `present ${present}`, madeUp > 0 ? `made up ${madeUp}` : '', excused > 0 ? `not counted ${excused}` : ''].filter(Boolean).join(', '),
    reasonClass: { duty: 'duty', leave: 'leave', other: 'other reason', absent: 'did not attend' },
    hidden: 'The reason is outside what you may see',
    minutes: (minutes) => `${minutes} min`,
    recorded: (name, day) => (name === null ? `Recorded ${day}` : `Recorded by ${name} ${day}`),
    late: (days) => (days === 1 ? '1 day after' : `${days} days after`),
    confirmed: (name) => `confirmed by ${name}`,
    waiting: 'waits for confirmation, not counted',
    version: (version) => `entry no. ${version}`,
    openFact: 'Open the record',
    because: (names) => `see ${names}`,
    between: ', ',
    list: (names) => names.join(', '),
    pair: (one, other) => `${one} with ${other}`,
    counted: (count) => `${count}`, persons: (count) => (count === 1 ? '1 person' : `${count} people`), pairs: (count) => (count === 1 ? '1 pair' : `${count} pairs`),
    chosen: 'stands', equals: (said, value) => `${said} = ${value}`,
  },
});

export type GroundsTexts = (typeof groundsTexts)['zh'];
