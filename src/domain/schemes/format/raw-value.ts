import type { Path } from './problem.ts';

/** Reading a value of unknown shape without believing anything about it. */
export const isFields = (raw: unknown): raw is Readonly<Record<string, unknown>> =>
  typeof raw === 'object' && raw !== null && !Array.isArray(raw);

export const fieldOf = (raw: unknown, word: string): unknown =>
  isFields(raw) && Object.hasOwn(raw, word) ? raw[word] : undefined;

export const itemsOf = (raw: unknown): readonly unknown[] => (Array.isArray(raw) ? raw : []);

export const textOf = (raw: unknown): string | null => (typeof raw === 'string' ? raw : null);

export const valueAt = (raw: unknown, path: Path): unknown =>
  path.reduce<unknown>((inside, step) => (typeof step === 'number' ? itemsOf(inside)[step] : fieldOf(inside, step)), raw);
