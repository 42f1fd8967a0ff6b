import { expect, it } from 'vitest';
import { story } from '#test/engine-story.ts';
import { adopted, fixed, limit, part, rule, schemeOf, share } from '#test/scheme-parts.ts';

it('A-11: what is raised by its siblings’ weight is raised within its own limits and before those of its part', () => {
  const told = story();
  const person = told.member(told.branchA);
  // Nobody is expected on a Monday, so the lectures have the whole mark of 8.00: 5.00 of 4.00 is 4.00, × 8/4 = 8.00, of
  // which the part leaves 7.00.
  const lectures = rule('lectures', fixed(100), { activities: ['partyLecture'], part: 'speaker' }, [limit('ceiling', 400, 'year', 'ownCeiling')], { full: 400 });
  const study = part('study', [rule('mondayShare', share(400)), lectures], { full: 800, missing: 'renormalise', limits: [limit('ceiling', 700, 'year', 'partCeiling')] });
  for (const day of ['2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05', '2026-03-06']) told.held(told.branchA, day, { activities: ['partyLecture'], speakers: [person] });
  const { values, totals } = told.evaluate([adopted(schemeOf([study]))]);
  const of = (kind: string) => values.filter((value) => value.person === person && value.kind === kind).map(({ of: id, value }) => [id, value]);
  expect(totals.find((one) => one.person === person)?.total, 'A-11: raised after the limit of its part').toBe(700);
  expect(of('limit')).toEqual([['ownCeiling', -100], ['partCeiling', -100]]);
  expect(of('raise')).toEqual([['lectures', 400]]);
});
