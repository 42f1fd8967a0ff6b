import type { Grounds } from './evaluation.ts';

/**
 * Whether a value is missing for no other reason than that nothing was asked before the day of inclusion (未纳入): it lacks
 * no basis and is no gap, and whoever reads it must be told so. A part is, when all in it that is missing is.
 */
export function isNotIncluded({ value, how, children }: Grounds): boolean {
  if (value !== null) return false;
  if (how.kind === 'noBasis') return how.missing === 'notIncluded';
  const missing = children.filter((it) => it.value === null);
  return missing.length > 0 && missing.every(isNotIncluded);
}
