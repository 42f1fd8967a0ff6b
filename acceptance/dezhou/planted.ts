/** A rule of the product made wrong: acceptance must turn red. `find` stands in the file exactly once. */
export interface Planted {
  readonly name: string;
  readonly rule: string;
  readonly file: string;
  readonly find: string;
  readonly replace: string;
}

const engine = 'src/domain/engine';

/** One wrong rule for each word of engine.md C: value, cap, window, class, denominator, weight, rounding, quota, tie, veto. */
export const planted: readonly Planted[] = [
  { name: 'late-counts-whole', rule: 'value', file: `${engine}/attendance.ts`, find: 'const HALF = 50;', replace: 'const HALF = 100;' },
  { name: 'no-ceiling', rule: 'cap', file: `${engine}/limits.ts`, find: 'Math.min(0, limit.value - before)', replace: 'Math.min(0, 0 * before)' },
  { name: 'year-by-the-day', rule: 'window', file: `${engine}/asked.ts`, find: "filter((one) => yearOf(one.period) === year && matches(reading, one, match, subject, year))", replace: 'filter((one) => yearOf(one.day) === year && matches(reading, one, match, subject, year))' },
  { name: 'retired-are-due', rule: 'class', file: `${engine}/measure-people.ts`, find: "(standing ?? 'in') === 'in' &&", replace: "standing !== 'suspended' &&" },
  { name: 'excused-are-expected', rule: 'denominator', file: `${engine}/tally.ts`, find: 'tally.excused += 1;', replace: 'tally.excused += 1; tally.expected += 1;' },
  { name: 'parts-weigh-alike', rule: 'weight', file: `${engine}/results.ts`, find: 'times(one ?? whole(0), weightOf(id), WHOLE)', replace: 'times(one ?? whole(0), WHOLE, WHOLE)' },
  { name: 'rounded-down', rule: 'rounding', file: 'src/domain/points/hundredths.ts', find: '(away ? whole + Math.sign(dividend) : whole)', replace: 'whole' },
  { name: 'quota-rounded-up', rule: 'quota', file: `${engine}/grading.ts`, find: 'return Math.floor((Math.round(', replace: 'return Math.ceil((Math.round(' },
  { name: 'everyday-score-forgotten', rule: 'tie', file: `${engine}/grading.ts`, find: '[it.score ?? -Infinity, ...it.ties]', replace: '[it.score ?? -Infinity]' },
  { name: 'veto-forgotten', rule: 'veto', file: `${engine}/grading.ts`, find: 'return atMost !== null &&', replace: 'return grades.length === 0 && atMost !== null &&' },
];
