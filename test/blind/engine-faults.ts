import type { Fault } from './faults.ts';

const engine = 'src/domain/engine';
const items = 'test/branch-items.test.ts';
const member = 'test/member-points.test.ts';
const grades = `${engine}/properties/grades.test.ts`;
const placesAndVetoes = 'P11: no quota is passed, no threshold undercut, no veto overcome; everybody assessed makes places';

/** Mistakes in what a scheme's items, points and grades come to. */
export const engineFaults: readonly Fault[] = [
  {
    name: 'places-rounded-up',
    law: 'P11: a third of eight is three',
    file: `${engine}/grading.ts`,
    find: 'return Math.floor((above * among) / below);',
    replace: 'return Math.ceil((above * among) / below);',
    test: { file: grades, name: placesAndVetoes },
    message: 'P11: the places are not the floor of the quota',
  },
  {
    name: 'vetoed-left-out',
    law: 'P11: who is vetoed is not counted among all who are assessed',
    file: `${engine}/grading.ts`,
    find: 'placesOf(grade.quota, subjects.length)',
    replace: 'placesOf(grade.quota, subjects.filter(({ atMost }) => atMost === null).length)',
    test: { file: `${engine}/year-grades.test.ts`, name: 'A-11: who is vetoed makes places and takes none; the veto is one of its own year' },
    message: 'A-11: the vetoed made no place',
  },
  {
    name: 'equals-parted',
    law: 'P11: of equals at the line the first of the list is taken',
    file: `${engine}/grading.ts`,
    find: 'if (byRank(last, next) !== 0) return',
    replace: 'if (last !== next) return',
    test: { file: grades, name: 'P11: what is equal to the last key has the same grade' },
    message: 'P11: equals are parted',
  },
  {
    name: 'base-forgotten-in-the-floor',
    law: 'A-4: a floor looks at the deductions alone, without what they are taken from',
    file: `${engine}/subject-points.ts`,
    find: 'boundsOf(reading.book, subject.tree, unbounded,',
    replace: 'boundsOf(reading.book, subject.tree, unbounded.slice(0, unbounded.length - bases.length),',
    test: { file: member, name: 'discipline: an admonition: −2.00' },
    message: 'C.5 discipline: an admonition',
  },
  {
    name: 'raised-after-the-part',
    law: 'A-11: what siblings give is added after the limit of the part',
    file: `${engine}/limits.ts`,
    find: 'depthOf(node, path) === depth &&',
    replace: 'path.length - 1 === depth &&',
    test: { file: `${engine}/limits.test.ts`, name: 'A-11: what is raised by its siblings’ weight is raised within its own limits and before those of its part' },
    message: 'A-11: raised after the limit of its part',
  },
  {
    name: 'late-is-in-time',
    law: 'C.1: a duty met late counts whole',
    file: `${engine}/measure-happenings.ts`,
    find: "state === 'late' ? value.late?.percent ?? 0 : 0",
    replace: "state === 'late' ? WHOLE : 0",
    test: { file: items, name: 'thinking: fifteen days late: half' },
    message: 'C.1 thinking: fifteen days late',
  },
  {
    name: 'answered-too-late',
    law: 'C.1: an answer counts on the day after the last one',
    file: `${engine}/measure-happenings.ts`,
    find: 'answer.day <= addDays(day, within.after ?? 0)',
    replace: 'answer.day <= addDays(day, (within.after ?? 0) + 1)',
    test: { file: items, name: 'families: on the sixteenth day' },
    message: 'C.1 families: on the sixteenth day',
  },
  {
    name: 'answered-twice',
    law: 'A-10: one lesson prepares two missions',
    file: `${engine}/measure-happenings.ts`,
    find: '!used.has(useOf(one, asking)) && ',
    replace: '',
    test: { file: `${engine}/measure-happenings.test.ts`, name: 'A-10: an answer is given once, and as many questions as can be are answered' },
    message: 'A-10: one answer was given twice',
  },
  {
    name: 'due-before-it-is-over',
    law: 'C.1: a month that lasts still is a gap',
    file: `${engine}/measure-happenings.ts`,
    find: "(isOver(dueBy(window, placed.rule.match), reading.world.upTo) ? 'lacks' : 'open')",
    replace: "'lacks'",
    test: { file: `${engine}/measure-happenings.test.ts`, name: 'a window is due once its last day is over, and a month that is looked at as a whole is over' },
    message: 'C.1: a window was due before it was over',
  },
  {
    name: 'weight-of-the-missing-dropped',
    law: 'A-11: the weight of a missing part is lost',
    file: `${engine}/results.ts`,
    find: "missing === 'renormalise' && there > 0 ? { all, there }",
    replace: "missing === 'renormalise' && there > 0 ? { all: there, there }",
    test: { file: `${engine}/year-grades.test.ts`, name: 'A-11: a missing part is a named gap, or its weight goes to the others, or it is zero' },
    message: 'A-11: the weight of a missing part is lost',
  },
  {
    name: 'rounded-inside-the-weighing',
    law: 'A-11: each weighed part is rounded',
    file: `${engine}/results.ts`,
    find: 'plus(sum, times(one ?? whole(0), weightOf(id), WHOLE))',
    replace: 'plus(sum, whole(rounded(times(one ?? whole(0), weightOf(id), WHOLE))))',
    test: { file: `${engine}/year-grades.test.ts`, name: 'A-11: parts are weighed exactly and rounded once, at the end' },
    message: 'A-11: rounded inside the weighing',
  },
  {
    name: 'source-not-chosen-spreads',
    law: 'A-11: the source that was not chosen gives its mark to the one that was',
    file: `${engine}/rule-tree.ts`,
    find: " || part.choose !== null) return [];",
    replace: ') return [];',
    test: { file: items, name: 'firstItem: a committee meeting with a first item: 9 of 11' },
    message: 'C.1 firstItem: a committee meeting with a first item',
  },
];
