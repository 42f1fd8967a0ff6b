import { isFields } from '#domain/schemes/format/raw-value.ts';

type Fields = Readonly<Record<string, unknown>>;

/** What must be laid over `ground` to make it `whole`; empty where nothing is missing. Nothing can be taken away. */
export function overlayFor(whole: Fields, ground: Fields): Fields {
  return Object.fromEntries(Object.entries(whole).flatMap(([word, value]): [string, unknown][] => {
    const below = ground[word];
    if (isFields(value) && isFields(below)) {
      const inside = overlayFor(value, below);
      return Object.keys(inside).length === 0 ? [] : [[word, inside]];
    }
    return isSame(value, below) ? [] : [[word, value]];
  }));
}

export function laidOver(ground: Fields, overlay: Fields): Record<string, unknown> {
  const merged = Object.entries(overlay).map(([word, value]): [string, unknown] => {
    const below = ground[word];
    return [word, isFields(value) && isFields(below) ? laidOver(below, value) : value];
  });
  return { ...ground, ...Object.fromEntries(merged) };
}

/** The same as it would be written, in whatever order its words stand. */
export function isSame(left: unknown, right: unknown): boolean {
  if (Array.isArray(left) && Array.isArray(right)) return left.length === right.length && left.every((it, at) => isSame(it, right[at]));
  if (isFields(left) && isFields(right)) {
    const words = Object.keys(left);
    return words.length === Object.keys(right).length && words.every((word) => Object.hasOwn(right, word) && isSame(left[word], right[word]));
  }
  return left === right;
}
