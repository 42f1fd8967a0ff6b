import type { Words } from '#domain/words/words.ts';

/** The way from the top of a file to a value in it: names of words and indexes of lists. */
export type Path = readonly (string | number)[];

/** Line and column in the file, both counted from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/**
 * Where things stand in the file. `word` is the place of the name, `value` of what is said under it; for something
 * that is not in the file both answer with the nearest thing around it.
 */
export interface Positions {
  readonly word: (path: Path) => Position;
  readonly value: (path: Path) => Position;
}

/** Something wrong (or doubtful) at a place of the file, in words that say what to do. */
export interface Problem extends Position {
  readonly path: string;
  readonly words: Words;
}

/** `points.children[0].value` */
export const pathText = (path: Path): string =>
  path.reduce<string>((text, step) =>
    typeof step === 'number' ? `${text}[${step}]` : text === '' ? step : `${text}.${step}`, '');

/** Collects problems about one file; nothing is thrown, so that every error is found in one go. */
export interface Finder {
  readonly atWord: (path: Path, words: Words) => void;
  readonly atValue: (path: Path, words: Words) => void;
}

export function finderInto(found: Problem[], positions: Positions): Finder {
  return {
    atWord: (path, words) => { found.push({ ...positions.word(path), path: pathText(path), words }); },
    atValue: (path, words) => { found.push({ ...positions.value(path), path: pathText(path), words }); },
  };
}

/** In the order of the file; of several problems with one and the same thing only the first that was found. */
export function inFileOrder(problems: readonly Problem[]): Problem[] {
  const first = new Map<string, Problem>();
  for (const problem of problems) {
    const place = `${problem.line}:${problem.column}:${problem.path}`;
    if (!first.has(place)) first.set(place, problem);
  }
  return [...first.values()].toSorted((a, b) => a.line - b.line || a.column - b.column);
}
