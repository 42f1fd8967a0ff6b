import type { Fault } from './faults.ts';

const reviews = 'src/domain/reviews';
const anyBody = { file: `${reviews}/deliberation-properties.test.ts`, name: 'P11: whatever a body decides, no quota is passed, no threshold undercut and no veto overcome' };

/** Mistakes on the way from a score to a grade that is decided, given notice of and approved. */
export const reviewFaults: readonly Fault[] = [
  {
    name: 'notice-by-the-calendar',
    law: 'C.2: a notice of five days of the calendar is long enough',
    file: `${reviews}/notice.ts`,
    find: 'workingDaysAfter(calendar, from, NOTICE_DAYS)',
    replace: '({ day: new Date(Date.parse(from) + NOTICE_DAYS * 86_400_000).toISOString().slice(0, 10), provisional: false })',
    test: { file: `${reviews}/notice.test.ts`, name: 'is refused when it is shorter, however many days of the calendar it has' },
    message: 'notice: days of the calendar were counted',
  },
  {
    name: 'body-passes-the-quota',
    law: 'P11: the quota binds the formula and not the body',
    file: `${reviews}/deliberation.ts`,
    find: 'places !== null && given > places',
    replace: 'places !== null && given > places + 1',
    test: anyBody,
    message: 'P11: a body gave more places than there are',
  },
  {
    name: 'body-overcomes-the-veto',
    law: 'P11: a body gives a better grade than the veto leaves',
    file: `${reviews}/deliberation.ts`,
    find: 'if (atMost !== null && grades',
    replace: 'if (atMost === undefined && grades',
    test: anyBody,
    message: 'P11: a body overcame a veto',
  },
  {
    name: 'ungraded-make-places',
    law: 'P11: a branch that is not graded makes places',
    file: `${reviews}/scoring.ts`,
    find: 'branches.filter(({ ungraded }) => ungraded === null)',
    replace: 'branches',
    test: anyBody,
    message: 'P11: ',
  },
  {
    name: 'board-behind-taken-over',
    law: 'A-3: who scores takes over a year that the board counted before the last entries came',
    file: 'src/server/assessments/counted-branches-reads.ts',
    find: ' AND organisation_id <> ALL(${moved}::uuid[])',
    replace: ' AND ${moved}::uuid[] IS NOT NULL',
    test: { file: 'src/server/reviews/score-from-the-board.test.ts', name: 'counts a branch itself when something came that the board does not know yet' },
    message: 'A-3: what the board does not know yet was taken for known',
  },
  {
    name: 'board-of-yesterday-taken-over',
    law: 'A-3: who scores takes over what was counted on another day',
    file: 'src/server/assessments/counted-branches-reads.ts',
    find: 'counted_on = ${today}',
    replace: 'counted_on <= ${today}',
    test: { file: 'src/server/reviews/score-from-the-board.test.ts', name: 'holds for a day, and is counted anew each day until grades are decided' },
    message: 'A-3: what was counted on another day was taken over',
  },
];
