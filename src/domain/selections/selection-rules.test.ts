import { expect, it } from 'vitest';
import { Refused } from '#domain/contracts/refusal.ts';
import { demandChoosable, proposedNow, stageOf } from './selection-rules.ts';

const refusal = (persons: readonly string[], by: 'branches' | 'notice' = 'branches'): string => {
  try {
    demandChoosable(persons, { quota: 2, among: ['wen', 'lu', 'tang'], by, nameOf: (person) => person });
    return '';
  } catch (error) {
    return error instanceof Refused ? error.refusal.name : String(error);
  }
};

it('as many as the quota or fewer are chosen, each once, among those the body before has named', () => {
  expect(refusal(['wen', 'lu'])).toBe('');
  expect(refusal(['wen'])).toBe('');
  expect(refusal(['wen', 'wen', 'lu'])).toBe('');
  expect(refusal(['wen', 'lu', 'tang'])).toBe('QuotaExceeded');
  expect(refusal(['gu'])).toBe('NotNominated');
  expect(refusal(['gu'], 'notice')).toBe('NotNoticed');
});

it('the last word of a branch on a member holds, and the last step of the office', () => {
  expect(proposedNow([{ nominee: 'wen', proposed: true }, { nominee: 'lu', proposed: true }, { nominee: 'wen', proposed: false }])).toEqual(['lu']);
  expect(stageOf([])).toBe('opened');
  expect(stageOf([{ stage: 'noticed' }])).toBe('noticed');
  expect(stageOf([{ stage: 'noticed' }, { stage: 'returned' }])).toBe('opened');
  expect(stageOf([{ stage: 'noticed' }, { stage: 'decided' }])).toBe('decided');
});
