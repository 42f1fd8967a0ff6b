/** Number of letters to insert, delete, replace or swap with their neighbour to make `a` of `b`. */
export function editDistance(a: string, b: string): number {
  const left = [...a];
  const right = [...b];
  let before: number[] = [];
  let above = right.map((_, j) => j).concat(right.length);
  left.forEach((letter, i) => {
    const row = [i + 1];
    right.forEach((other, j) => {
      const swapped = i > 0 && j > 0 && letter === right[j - 1] && left[i - 1] === other;
      row.push(Math.min(
        at(row, j) + 1,
        at(above, j + 1) + 1,
        at(above, j) + (letter === other ? 0 : 1),
        swapped ? at(before, j - 1) + 1 : Infinity,
      ));
    });
    before = above;
    above = row;
  });
  return at(above, right.length);
}

const at = (row: readonly number[], index: number): number => row[index] ?? Infinity;

/** A word one may have meant, with everything it is called by: its spelling and its names in both languages. */
export interface Candidate {
  readonly word: string;
  readonly names: readonly string[];
}

/**
 * The known word nearest to `written`, or null where nothing is near: more than two letters in five would have to
 * change. Upper and lower case do not count; the first of equally near words wins.
 */
export function nearestWord(written: string, candidates: readonly Candidate[]): string | null {
  const sought = written.toLowerCase();
  let best: { readonly word: string; readonly distance: number } | null = null;
  for (const { word, names } of candidates) {
    for (const name of [word, ...names]) {
      const distance = editDistance(sought, name.toLowerCase());
      const near = distance <= Math.max(1, Math.floor(Math.max([...name].length, [...sought].length) * 0.4));
      if (near && (best === null || distance < best.distance)) best = { word, distance };
    }
  }
  return best?.word ?? null;
}
