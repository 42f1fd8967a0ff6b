import { expect, it } from 'vitest';
import { fixed, part, rule, schemeOf, share } from '#test/scheme-parts.ts';
import { carriedParts, openingRegister } from './opening-balance.ts';

const honours = { match: { records: ['honour'] } };
const scheme = schemeOf([
  part('study', [rule('mondays', share(3600)), part('teaching', [rule('lecture', fixed(200))], { full: 400 })], { full: 4000 }),
  part('task', [rule('duty', share(1800)), rule('tasks', fixed(100), honours.match)], { full: 3000 }),
  part('discipline', [rule('decision', fixed(-500), honours.match)], { full: 3000, base: { value: 3000, per: 'year', joining: 'full' } }),
  part('shares', [rule('only', share(1000))], { full: 1000 }),
]);

it('what facts pay may be brought forward, up to the full mark less shares and starting points', () => {
  expect(carriedParts(scheme).map(({ part: { id }, top, most }) => [id, top, most])).toEqual([['teaching', 'study', 400], ['task', 'task', 1200]]);
});

it('the register offers those kinds, and there is none where a scheme has nothing but shares', () => {
  expect(openingRegister(scheme)).toMatchObject({ id: 'openingBalance', confirmedBy: 'office', fields: [{ id: 'part', levels: [{ id: 'teaching' }, { id: 'task' }] }, { id: 'points' }, { id: 'document' }] });
  expect(openingRegister(schemeOf([part('shares', [rule('only', share(1000))])]))).toBeNull();
});
