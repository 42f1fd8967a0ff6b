import { expect, test } from 'vitest';
import { answered, closed, demandDue, handedIn, isLate } from './assignment-rules.ts';

const open = { organisation: 'o', person: 'p', day: '2026-11-02', until: '2026-11-10', stage: 'open' as const, handedInOn: null };

test('late is computed from the day it was handed in, and from today while it is open', () => {
  expect(isLate(open, '2026-11-10')).toBe(false);
  expect(isLate(open, '2026-11-11')).toBe(true);
  expect(isLate(handedIn(open, '2026-11-10'), '2026-12-01')).toBe(false);
  expect(isLate(handedIn(open, '2026-11-11'), '2026-12-01')).toBe(true);
  expect(isLate(closed(open, 'cancelled'), '2026-12-01')).toBe(false);
});

test('what is handed in is accepted or returned, and what was returned is handed in on its new day', () => {
  const first = handedIn(open, '2026-11-09');
  expect(answered(first, 'accepted')).toEqual({ ...open, stage: 'accepted', handedInOn: '2026-11-09' });
  const back = answered(first, 'returned');
  expect(back).toEqual({ ...open, stage: 'returned', handedInOn: null });
  expect(isLate(answered(handedIn(back, '2026-11-12'), 'accepted'), '2026-11-12')).toBe(true);
});

test('nothing is accepted before it was handed in, and nothing settled is opened again', () => {
  expect(() => answered(open, 'accepted')).toThrow(/NotHandedIn/);
  expect(() => handedIn(handedIn(open, '2026-11-09'), '2026-11-09')).toThrow(/AlreadyHandedIn/);
  const done = closed(open, 'notDone');
  for (const again of [() => handedIn(done, '2026-11-09'), () => answered(done, 'accepted'), () => closed(done, 'cancelled')]) expect(again).toThrow(/AssignmentSettled/);
});

test('a task is not due before it was handed out', () => {
  expect(() => demandDue({ day: '2026-11-02', until: '2026-11-01' })).toThrow(/DueBeforeHanded/);
  expect(() => demandDue({ day: '2026-11-02', until: '2026-11-02' })).not.toThrow();
});
