const NUMBER_LONGEST = 8;

/** What a number may have been: a spreadsheet takes 020001 for a figure and drops its nought. */
export const withNoughts = (number: string): string[] =>
  (/^\d+$/.test(number) ? Array.from({ length: Math.max(0, NUMBER_LONGEST - number.length) + 1 }, (_, more) => '0'.repeat(more) + number) : [number]);

/** Whom a number means: who bears it, else the one of those here whose number has more noughts in front. */
export function bearerOf<P>(persons: ReadonlyMap<string, P>, number: string, isHere: (person: P) => boolean): P | undefined {
  const exact = persons.get(number);
  if (exact !== undefined) return exact;
  const [likely, other] = withNoughts(number).flatMap((it) => persons.get(it) ?? []).filter(isHere);
  return other === undefined ? likely : undefined;
}

/**
 * Which of the numbers of a file may have lost their noughts, by their places: shorter figures beside numbers that begin with one.
 * Nothing is put in front of them: who has which number is for a person to say.
 */
export function shortenedAmong(numbers: readonly string[]): readonly number[] {
  const lengths = new Map<number, number>();
  for (const it of numbers) if (/^0\d+$/.test(it)) lengths.set(it.length, (lengths.get(it.length) ?? 0) + 1);
  const [usual] = [...lengths].toSorted(([, a], [, b]) => b - a)[0] ?? [];
  return usual === undefined ? [] : numbers.flatMap((it, at) => (/^[1-9]\d*$/.test(it) && it.length < usual ? [at] : []));
}
