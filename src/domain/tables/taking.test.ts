import { expect, it } from 'vitest';
import { actToTake } from './taking.ts';

it('a table about others is taken away by an act of its own, what is one\'s own without any', () => {
  expect(['people', 'attendance', 'register.honour.withdrawn', 'statements', 'objections', 'assignments', 'grounds', 'grid-batches', 'a-table-of-tomorrow'].map(actToTake)).toEqual(Array(9).fill('takeTables'));
  expect(['my-statements', 'my-objections', 'my-assignments', 'my-grounds', 'sheet-problems', 'grid-sessions'].map(actToTake)).toEqual(Array(6).fill(null));
});

it('the list of accounts goes with the act that shows it', () => {
  expect(actToTake('accounts')).toBe('manageAccounts');
});
