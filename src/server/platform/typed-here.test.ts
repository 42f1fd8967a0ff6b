import { expect, it } from 'vitest';
import { typedHere } from './typed-here.ts';

it('names commands as they are typed where the program runs: npm in a checkout, one program in an unpacked archive', () => {
  const advice = 'Run npm run zhibu -- backup FILE every night, then npm start.';
  expect(typedHere(advice)).toBe(advice);
  expect(typedHere(advice, true)).toBe('Run ./zhibu backup FILE every night, then ./zhibu start.');
});
