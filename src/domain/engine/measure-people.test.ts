import { expect, it } from 'vitest';
import { story } from '#test/engine-story.ts';
import { adopted, part, rule, schemeOf } from '#test/scheme-parts.ts';
import { explain } from './explain.ts';
import { branch } from './subject.ts';

const label = { zh: '', en: '' };
const schemes = [adopted(schemeOf([], {
  registers: [{ id: 'service', label, persons: 'many', keptBy: 'branch' }],
  indicators: part('score', [{
    ...rule('served', { kind: 'members', full: 300, have: { times: 1 }, excusedBy: { records: ['closedDuty'], where: { days: { atLeast: 14 } } } }),
    match: { records: ['service'] },
  }]),
}))];

it('who was on closed duty for two weeks is not asked, and counts all the same where he has it', () => {
  const told = story();
  const [serves, away, shortly] = [told.member(told.branchA), told.member(told.branchA), told.member(told.branchA)];
  const serve = (person: string) => told.book.record('record', { register: 'service', organisation: told.branchA, day: '2026-10-10', until: null, persons: [{ person, as: null }], values: {} });
  const value = () => explain(told.evaluate(schemes, '2027-01-01').reading, branch(told.branchA), 2026)?.value;
  serve(serves);
  expect(value(), 'one of three').toBe(100);
  told.book.record('closedDuty', { persons: [shortly], from: '2026-05-01', to: '2026-05-13', studyAtPost: false });
  expect(value(), 'thirteen days excuse nobody').toBe(100);
  told.book.record('closedDuty', { persons: [away], from: '2026-05-01', to: '2026-05-14', studyAtPost: false });
  expect(value(), 'one of two').toBe(150);
  serve(away);
  expect(value(), 'two of three').toBe(200);
});

it('a post is vacant for longer than three months only in a branch that is older', () => {
  const told = story();
  const staffed = [adopted(schemeOf([], { indicators: part('score', [{ ...rule('posts', { kind: 'posts', full: 100, posts: ['secretary', 'organiser'], vacantMonths: 3, each: -50 }), match: {} }]) }))];
  const young = told.book.record('organisation', {
    category: '631', number: 'A3', name: 'A3', shortName: 'A3', founded: '2026-08-15', dissolved: null, placements: [{ parent: told.committee, from: '2026-08-15' }],
  });
  told.book.record('post', { person: told.member(young), organisation: young, post: 'secretary', from: '2026-08-15', to: null });
  const value = (date: string) => explain(told.evaluate(staffed, date).reading, branch(young), 2026)?.value;
  expect(value('2026-11-14'), 'three months old').toBe(100);
  expect(value('2026-11-15'), 'three months and a day').toBe(50);
});
