import type { Fault } from './faults.ts';

const rules = 'src/domain/evaluations';

/** Mistakes in who may be given which grade, and by whom. */
export const evaluationFaults: readonly Fault[] = [
  {
    name: 'cap-rounded-up',
    law: 'D-23: of eight members three are excellent',
    file: `${rules}/grading-rules.ts`,
    find: 'placesOf(quota, participants(members).length)',
    replace: 'placesOf(quota, participants(members).length + 2)',
    test: { file: `${rules}/evaluation-rules.test.ts`, name: 'D-23: no accepted grading passes the floor of a third, in whatever order it is entered' },
    message: 'D-23: the cap is the floor of a third',
  },
  {
    name: 'own-grade-decided',
    law: 'D-23: a member of the committee decides on himself',
    file: `${rules}/grading-rules.ts`,
    find: 'deciders.filter((one) => one !== person)',
    replace: 'deciders',
    test: { file: `${rules}/evaluation-rules.test.ts`, name: 'D-23: nobody is among those who decided his own grade' },
    message: 'he decided on himself',
  },
  {
    name: 'objection-passes-the-cap',
    law: 'P11: an upheld objection gives a place beyond the third',
    file: `${rules}/regrading.ts`,
    find: 'taken >= places',
    replace: 'taken > places',
    test: { file: `${rules}/regrading.test.ts`, name: 'P11: however many objections are upheld, no more have the best grade than a third' },
    message: 'P11: objections passed the cap',
  },
];
