/** One spot of a text and what it becomes. */
export type Change = readonly [from: string, to: string];

/** The text with some spots changed; each change must hit. */
export function changedText(text: string, ...changes: readonly Change[]): string {
  return changes.reduce((before, [from, to]) => {
    if (!before.includes(from)) throw new Error(`The text does not hold “${from}”.`);
    return before.replace(from, to);
  }, text);
}

/** `needle` points at the place in the text where a problem must be reported; `|` is the exact column. */
export function positionOf(text: string, needle: string): { line: number; column: number } {
  const plain = needle.replace('|', '');
  if (!text.includes(plain)) throw new Error(`The text does not hold “${plain}”.`);
  const before = text.slice(0, text.indexOf(plain) + needle.indexOf('|'));
  return { line: before.split('\n').length, column: before.length - before.lastIndexOf('\n') };
}
