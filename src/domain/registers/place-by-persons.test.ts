import { expect, it } from 'vitest';
import { placeByPersons } from './place-by-persons.ts';

it('a row is of the place to which everybody in it belongs, whoever belongs nowhere aside', () => {
  expect(placeByPersons([['A']])).toEqual({ kind: 'one', place: 'A' });
  expect(placeByPersons([['A'], [], ['A']])).toEqual({ kind: 'one', place: 'A' });
  expect(placeByPersons([[], []])).toEqual({ kind: 'none' });
  expect(placeByPersons([])).toEqual({ kind: 'none' });
});

it('a name that stands in two places is decided by those beside it, and by nothing else', () => {
  expect(placeByPersons([['A', 'B'], ['B']])).toEqual({ kind: 'one', place: 'B' });
  expect(placeByPersons([['A', 'B']])).toEqual({ kind: 'several', places: ['A', 'B'] });
});

it('people of two places are of no single one', () => {
  expect(placeByPersons([['A'], ['B']])).toEqual({ kind: 'several', places: ['A', 'B'] });
});
