import { createElement, Fragment } from 'react';
import { expect, it } from 'vitest';
import { wordsIn } from './words-in.ts';

it('gathers the words that stand in elements of the page', () => {
  expect(wordsIn(createElement(Fragment, null, '优秀 ', createElement('b', null, 7), null, '/8'))).toBe('优秀 7/8');
});

it('does not guess what a component draws', () => {
  const Own = () => null;
  expect(wordsIn(['截至 ', createElement(Own)])).toBeNull();
});
