import { fieldOf, itemsOf, textOf } from '#domain/schemes/format/raw-value.ts';
import { isSame } from './overlay.ts';

/** Between a step and its English. */
const BESIDE = ' | ';

interface Step {
  readonly zh: string;
  readonly en?: string;
}

/** Steps of a guide in one cell, a line each; nothing where the cell could not be read again, so that they stand beside it. */
export function stepsText(steps: unknown): string {
  const text = itemsOf(steps).map((it) => [textOf(fieldOf(it, 'zh')) ?? '', ...(textOf(fieldOf(it, 'en')) === null ? [] : [textOf(fieldOf(it, 'en'))])].join(BESIDE)).join('\n');
  return isSame(stepsIn(text), steps) ? text : '';
}

/** The steps that a cell says. */
export const stepsIn = (text: string): readonly Step[] => text.split('\n').map((it) => it.trim()).filter((it) => it !== '').map((line) => {
  const [zh = '', ...en] = line.split(BESIDE);
  return en.length === 0 ? { zh: zh.trim() } : { zh: zh.trim(), en: en.join(BESIDE).trim() };
});
