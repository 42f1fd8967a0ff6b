import { databaseFaults } from './database-faults.ts';

import { accessFaults } from './access-faults.ts';
import { engineFaults } from './engine-faults.ts';
import { reviewFaults } from './review-faults.ts';
import { evaluationFaults } from './evaluation-faults.ts';

/**
 * A planted fault: a change of the source that exists only while a test runs, and the test that must catch it. Each
 * stands for the mistake that a law names in brackets; a law whose fault nobody finds is not proved by its test.
 */
export interface Fault {
  readonly name: string;
  readonly law: string;
  /** The source file that is changed, and the text in it that stands there exactly once. */
  readonly file: string;
  readonly find: string;
  readonly replace: string;
  /** The test that must fail, and what its failure must say. */
  readonly test: { readonly file: string; readonly name: string };
  readonly message: string;
}

const properties = 'src/domain/engine/properties';
const workingDays = 'src/domain/calendar/working-days';
const nthWorkingDay = 'working days: the n-th after a day is a working day, exactly n-1 lie before it, and it is firm only where every year is known';

export const faults: readonly Fault[] = [
  ...accessFaults,
  ...engineFaults,
  ...reviewFaults,
  ...evaluationFaults,
  {
    name: 'make-up-workday-forgotten',
    law: 'C: a Saturday on which one works stays a day off',
    file: `${workingDays}.ts`,
    find: 'calendar.workdays.has(day) || (weekday(day) <= FRIDAY && !calendar.holidays.has(day))',
    replace: 'weekday(day) <= FRIDAY && !calendar.holidays.has(day)',
    test: { file: `${workingDays}.test.ts`, name: nthWorkingDay },
    message: 'C: a working day was left out, or counted twice',
  },
  {
    name: 'holiday-kept',
    law: 'C: a weekly activity is listed on a holiday as on any other day',
    file: 'src/domain/activities/proposals.ts',
    find: "return names.length > 0 && !row.kept ? { kind: 'holiday', names } : null;",
    replace: 'return null;',
    test: { file: 'src/domain/activities/proposals.test.ts', name: 'a weekly activity is skipped on a holiday and where a notice stops it, each with its reason' },
    message: 'C: study is listed on National Day',
  },
  {
    name: 'provisional-limit-runs-out',
    law: 'C: a right ends by a calendar that nobody announced',
    file: `${workingDays}.ts`,
    find: '!limit.provisional && ',
    replace: '',
    test: { file: `${workingDays}.test.ts`, name: nthWorkingDay },
    message: 'C: a provisional limit took a right away',
  },
  {
    name: 'trim-at-insert',
    law: 'P4: a limit is taken when a fact comes and never given back when one goes',
    file: 'src/domain/engine/ledger-diff.ts',
    find: 'return about && difference !== 0 ?',
    replace: "return about && (about.kind === 'limit' ? difference < 0 : difference !== 0) ?",
    test: { file: `${properties}/order-free.test.ts`, name: 'P4: totals are those of the set of facts, in whatever order they came' },
    message: 'P4: the ledger depends on the order',
  },
  {
    name: 'version-by-recording-time',
    law: 'P5: the version is looked up by the day of entry',
    file: 'src/domain/engine/raw-values.ts',
    find: 'const version = book.on(day);',
    replace: 'const version = book.on(fact.recordedOn);',
    test: { file: `${properties}/seam.test.ts`, name: 'P5: a version adopted during the year changes no value dated before it' },
    message: 'P5: the seam moved a value before it',
  },
  {
    name: 'membership-at-period-end',
    law: 'P7: people are counted where they are at the end of the month',
    file: 'src/domain/engine/expectation.ts',
    find: 'const home = homeOn(world, person, gathering.day);',
    replace: 'const home = homeOn(world, person, `${gathering.day.slice(0, 7)}-31`);',
    test: {
      file: `${properties}/conserved.test.ts`,
      name: 'P7: each is expected each day in the one branch of that day, and the branches make the committee',
    },
    message: 'P7: expected where he was not at home',
  },
  {
    name: 'excused-in-the-denominator',
    law: 'P8: who is excused is expected all the same',
    file: 'src/domain/engine/tally.ts',
    find: '      tally.excused += 1;\n      continue;\n',
    replace: '      tally.excused += 1;\n',
    test: { file: `${properties}/fair.test.ts`, name: 'P8: an excused person changes no share, and a branch is the pool of its halves' },
    message: 'P8: an excused person changed the share of the branch',
  },
  {
    name: 'same-account-confirms',
    law: 'P9: the recorder confirms what he recorded, under another role',
    file: 'src/domain/engine/standing.ts',
    find: '.filter((person) => person !== entry.recordedBy)',
    replace: '',
    test: { file: `${properties}/nobody-to-self.test.ts`, name: 'P9: what is proposed changes no total' },
    message: 'P9: a proposal changed a total',
  },
  {
    name: 'own-word-suffices',
    law: 'P9: a speaker who recorded the session himself has his points at once',
    file: 'src/domain/engine/standing.ts',
    find: "if (fact.standing === 'counted' && fact.recordedBy !== person) return true;",
    replace: "if (fact.standing === 'counted') return true;",
    test: { file: `${properties}/nobody-to-self.test.ts`, name: 'P9: nothing beyond plain attendance counts by the word of the one who gains' },
    message: 'alone stands for his own',
  },
  {
    name: 'two-parts-summed',
    law: 'P10: a speaker is paid as speaker and as attendee',
    file: 'src/domain/engine/combine.ts',
    find: '(best.length === 0 || worth(group) > worth(best) ? group : best)',
    replace: '[...best, ...group]',
    test: { file: `${properties}/count-once.test.ts`, name: 'P10: within a part that pays once, one fact pays one person once' },
    message: 'P10: one part paid twice for one fact',
  },
  {
    name: 'projection-increments',
    law: 'P13: the board adds what it counts to what it had',
    file: 'src/server/boards/project-months.ts',
    find: ' held = excluded.held,',
    replace: ' held = branch_month.held + excluded.held,',
    test: { file: 'test/laws/replay.test.ts', name: 'P13: everything due, fed twice, is fed once' },
    message: 'P13: fed twice is not fed once',
  },
  {
    name: 'reverse-all',
    law: 'P14: an amendment takes back every value and posts it anew',
    file: 'src/domain/engine/ledger-diff.ts',
    find: 'if (standing?.value === desired?.value) return [];',
    replace: 'if (!standing && !desired) return [];',
    test: {
      file: `${properties}/small-amendments.test.ts`,
      name: 'P14: an amendment adds few rows, none for what did not change, and nothing there and back',
    },
    message: 'P14: ',
  },
  {
    name: 'window-by-entry-date',
    law: 'P17: a fact lies in the windows of the day on which it was entered',
    file: 'src/domain/engine/raw-values.ts',
    find: 'const day = windowDayOf(fact.day, fact.period);',
    replace: 'const day = fact.recordedOn;',
    test: { file: `${properties}/period.test.ts`, name: 'P17: moving the day inside the same period changes no total' },
    message: 'P17: a day inside the period moved a total',
  },
  {
    name: 'value-per-session',
    law: 'P18: each session held is worth the same, whoever could come',
    file: 'src/domain/engine/measure-attendance.ts',
    find: 'whole: tally.expected * WHOLE',
    replace: 'whole: tally.expected === 0 ? 0 : attendances.length * WHOLE',
    test: { file: `${properties}/diligence.test.ts`, name: 'P18: the same diligence earns the same points under any shift pattern' },
    message: 'P18: same diligence, not the same points',
  },
  {
    name: 'moved-by-a-file',
    law: 'A-9: whoever imports a roster moves himself by a row of it',
    file: 'src/domain/imports/roster-plan.ts',
    find: 'known.id === ground.importer && ',
    replace: 'known.id !== known.id && ',
    test: { file: 'src/domain/imports/roster-plan.test.ts', name: 'moves the one who imports, gives or ends a post or a team of his own; what changes nothing of it is taken' },
    message: 'A-9: somebody moves himself by a file',
  },
  {
    name: 'gone-rule-unsaid',
    law: 'A-5: a trial says nothing of a rule that the draft has no longer',
    file: 'src/domain/engine/grounds-difference.ts',
    find: '.filter(({ id }) => !kept.has(id))',
    replace: '.filter(({ id }) => kept.has(`${id}!`))',
    test: { file: `${properties}/differences.test.ts`, name: 'A-5: what a trial says differs comes to the difference of the two totals' },
    message: 'the reasons tell another difference',
  },
  {
    name: 'recompute-knows-later-moves',
    law: 'P3: a published number recomputes with the latest membership',
    file: 'src/domain/engine/facts-in-force.ts',
    find: 'log.filter((entry) => entry.seq <= upTo.seq)',
    replace: "log.filter((entry) => entry.seq <= upTo.seq || entry.kind === 'membership')",
    test: { file: `${properties}/pinned.test.ts`, name: 'P3: what was published recomputes equal after any later commands' },
    message: 'P3: a published number recomputes to another',
  },
  ...databaseFaults,
];
