import { type SchemeBook, schemeBook, type SchemeVersion } from '#domain/engine/scheme-book.ts';
import type { Result, ResultPart } from '#domain/schemes/format/result-shape.ts';
import type { AdoptedScheme } from '#domain/schemes/scheme.ts';
import type { BranchReview } from './review.ts';

/** By what the branches of a year are reviewed. */
export interface ReviewRule {
  readonly version: SchemeVersion;
  readonly result: Result;
}

/** The first result of the scheme that gives branches grades; null where the scheme of the year has none. */
export function ruleOfYear(book: SchemeBook, year: number): ReviewRule | null {
  const version = book.forWindow(String(year));
  const result = version?.scheme.results.find((it) => it.of === 'branch' && (it.grades ?? []).length > 0);
  return version && result ? { version, result } : null;
}

/** The version that a review is pinned to, whatever was adopted afterwards, be it from the same day. */
export function ruleOfReview(adopted: readonly AdoptedScheme[], { pin, result: id, year }: Pick<BranchReview, 'pin' | 'result' | 'year'>): ReviewRule | null {
  if (pin === null) return ruleOfYear(schemeBook(adopted), year);
  const [version] = schemeBook(adopted.filter(({ scheme }) => scheme.id === pin.scheme && scheme.version === pin.schemeVersion)).versions;
  const result = version?.scheme.results.find((it) => it.id === id);
  return version && result ? { version, result } : null;
}

/** A part of a result by its id, however deep it stands. */
export function partCalled(parts: readonly ResultPart[], id: string): ResultPart | undefined {
  for (const part of parts) {
    const found = part.id === id ? part : part.kind === 'group' ? partCalled(part.parts, id) : undefined;
    if (found) return found;
  }
  return undefined;
}
