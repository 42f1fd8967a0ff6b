import { expect, test } from 'vitest';
import { dayOfMakeUp, madeUpIn, withoutDay } from './made-up-mark.ts';

test('补 is read alone, with the reason before or behind it, and with its day', () => {
  const said = (key: string) => { const mark = madeUpIn(key); return mark && [mark.base, mark.day && dayOfMakeUp(mark.day, '2026-11-30')]; };
  for (const key of ['补', '已补', '补学', '补课', '(补)']) expect([key, said(key)]).toEqual([key, ['', null]]);
  for (const key of ['值班补', '值班(补)', '值班/补学', '值班已补', '补(值班)']) expect([key, said(key)]).toEqual([key, ['值班', null]]);
  for (const key of ['补12.9', '补12月9日', '12/9补', '补学(2026-12-9)']) expect([key, said(key)]).toEqual([key, ['', '2026-12-09']]);
  expect(said('病假补1.11')).toEqual(['病假', '2027-01-11']);
  expect(said('补2.30')).toEqual(['', null]);
  for (const key of ['', '√', '值班', '病假']) expect([key, madeUpIn(key)]).toEqual([key, null]);
  expect([madeUpIn('补休')?.base, madeUpIn('值班补病假')]).toEqual(['休', null]);
});

test('marks that differ in their day alone have one meaning', () => {
  expect(['补3.12', '3月19日补', '值班补3.12', '补', '√'].map(withoutDay)).toEqual(['补', '补', '值班补', '补', '√']);
});
