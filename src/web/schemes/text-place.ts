/** Where a line and column, both counted from 1, stand in a text; past the end it is the end. */
export function offsetOf(text: string, line: number, column: number): number {
  const before = text.split('\n').slice(0, line - 1).reduce((sum, it) => sum + it.length + 1, 0);
  return Math.min(before + column - 1, text.length);
}
