import { expect, it } from 'vitest';
import { sessionState } from '#test/engine-story.ts';
import { postponed } from './postponement.ts';

const arranged = sessionState('3f0e8a0e-0000-7000-8000-000000000001', '2026-11-30', {
  stage: 'arranged', sittings: [{ day: '2026-11-30', from: '19:00', to: '21:00' }, { day: '2026-12-01', from: '08:30', to: '10:30' }],
});

it('A postponed session takes all its sittings along, each as far as the first', () => {
  expect(postponed(arranged, '2026-12-02').sittings.map(({ day }) => day)).toEqual(['2026-12-02', '2026-12-03']);
});

it('It belongs to the month of its new day, unless it had been given a period of its own', () => {
  expect(postponed(arranged, '2026-12-02').period).toBe('2026-12');
  expect(postponed({ ...arranged, period: '2026-10' }, '2026-12-02').period).toBe('2026-10');
});
