import { expect, it } from 'vitest';
import { branchYear, type BranchYear, enter, groundsOf, itemValues, meet, readYear, who } from '#test/branch-year.ts';
import { story } from '#test/engine-story.ts';
import { brokenGrounds } from '#test/grounds-combine.ts';

/**
 * C.1: what is not applicable (不适用) gives its weight to the other items of the aspect in proportion. Values are full ×
 * share × all weights ÷ weights that have a basis, rounded once; the shares are those of `branch-items.test.ts`.
 */
const valuesOf = (year: BranchYear) => itemValues(readYear(year), year.branchA);

function withdraw(year: BranchYear, which: (entry: BranchYear['book']['entries'][number]) => boolean): void {
  for (const { factId } of year.book.entries.filter(which)) year.book.withdraw(factId);
}

it('without a committee: its meetings, its posts and its share of first items go to the others', () => {
  const year = branchYear();
  withdraw(year, (entry) => entry.kind === 'post' && entry.state.post !== 'secretary');
  const values = valuesOf(year);
  expect(values['committeeMeetings']).toBeNull();
  // 1.1 asks the general meetings instead: none of three began with it.
  expect(values['firstItem']).toBe(0);
  // 22 − 3 = 19 marks are left of 22: 3 × 3/4, 2 × 9/12, 4 × 10/12, 1.50, 3 × 9/9 (the secretary and nine), 2.00 (the term
  // alone, 1.00 × 2/1), 2 × 104/110, each × 22/19: 2.605, 1.737, 3.860, 1.737, 3.474, 2.316, 2.189.
  expect(['assemblies', 'groupMeetings', 'themeDays', 'lifeAndAppraisal', 'heartTalks', 'termAndPosts', 'duesPaid'].map((id) => values[id]))
    .toEqual([261, 174, 386, 174, 347, 232, 219]);
  // The organiser's lecture is one of an ordinary member, and 54 hours are enough without an office.
  expect([values['lectures'], values['hoursMet']]).toEqual([200, 270]);
});

it('without groups: their meetings go to the others', () => {
  const year = branchYear();
  withdraw(year, ({ factId }) => factId === year.groupA1);
  const values = valuesOf(year);
  expect(values['groupMeetings']).toBeNull();
  // 22 ÷ 20: 2.25, 2.50, 3.333, 1.50, 1.125, 1.50, 1.8909 become 2.475, 2.75, 3.667, 1.65, 1.2375, 1.65, 2.08.
  expect(['assemblies', 'committeeMeetings', 'themeDays', 'lifeAndAppraisal', 'heartTalks', 'termAndPosts', 'duesPaid'].map((id) => values[id]))
    .toEqual([248, 275, 367, 165, 124, 165, 208]);
});

it('without a mission of three and a closed duty of two weeks: 2.00 of 3.00 become 6.67 of 10.00', () => {
  const year = branchYear();
  withdraw(year, (entry) => entry.kind === 'closedDuty' || (entry.kind === 'record' && entry.state.register === 'mission' && entry.state.persons.length > 2));
  const values = valuesOf(year);
  expect([values['missionLessons'], values['vanguards'], values['families']]).toEqual([null, 667, null]);
});

it('with too few ballots, nobody on the care list and nobody marked, nothing is spread to what has no basis either', () => {
  const year = branchYear();
  withdraw(year, (entry) => entry.kind === 'record' && ['satisfaction', 'careList'].includes(entry.state.register));
  enter(year, 'satisfaction', '2026-12-20', { values: { satisfied: 4, mostly: 0, dissatisfied: 0 } });
  const values = valuesOf(year);
  // 8.00 marks on 3.00: 3 × 6/9 × 8/3 = 5.333.
  expect([values['visits'], values['volunteers'], values['satisfied']]).toEqual([null, 533, null]);
});

it('with fewer than three sheets for the brand: 2.00 of 4.00 become 4.00 of 8.00', () => {
  const year = branchYear();
  withdraw(year, (entry) => entry.kind === 'record' && entry.state.register === 'brandMark' && entry.state.values['mark'] === 200);
  expect([valuesOf(year)['brandAndMethod'], valuesOf(year)['brandEffect']]).toEqual([400, null]);
});

it('a whole aspect without a basis gives its ten marks to the seven others', () => {
  const year = branchYear();
  withdraw(year, (entry) => entry.kind === 'closedDuty' || (entry.kind === 'record' && ['mission', 'vanguard'].includes(entry.state.register)));
  const aspects = groundsOf(readYear(year), year.branchA);
  expect(aspects.children.find(({ id }) => id === 'mission')?.value).toBeNull();
  // Conduct: 1.50 + 1.80 + 1.84 = 5.14 of 8; × 100/90 = 5.711.
  expect(aspects.children.find(({ id }) => id === 'conduct')?.value).toBe(571);
});

it('a branch founded in the year owes what lies after its founding', () => {
  const told = story();
  const young = told.book.record('organisation', {
    category: '631', number: 'A3', name: 'A3', shortName: 'A3', founded: '2026-08-15', dissolved: null, placements: [{ parent: told.committee, from: '2026-08-15' }],
  });
  const year: BranchYear = { ...told, branchA: young, people: [told.member(young, { from: '2026-08-15' })], stranger: '', plan: '', mondays: [] };
  for (const day of ['2026-09-14', '2026-10-14']) meet(year, 'themePartyDay', day, { present: [who(year, 1)] });
  meet(year, 'memberAssembly', '2026-11-20', { present: [who(year, 1)] });
  const values = valuesOf(year);
  // September to December are whole months of it, of which two have their theme day; the fourth quarter is its only one.
  // Without committee, groups, term, dues or talks three items are left of the 22: 3 + 4 + 3, and no year is whole.
  expect(groundsOf(readYear(year), young).children.find(({ id }) => id === 'organisation')?.children.filter(({ value, how }) => value !== null && how.kind !== 'raise').map(({ id }) => id))
    .toEqual(['assemblies', 'themeDays', 'termAndPosts']);
  // 22 ÷ 9: 3 × 1/1, 4 × 2/4, and no term.
  expect([values['assemblies'], values['themeDays'], values['termAndPosts']]).toEqual([733, 489, 0]);
});

it('the grounds of the year combine to what is shown, level by level', () => {
  const year = branchYear();
  const grounds = groundsOf(readYear(year), year.branchA);
  expect(brokenGrounds(grounds)).toEqual([]);
});
