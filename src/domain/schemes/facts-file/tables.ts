import type { Problem, Position } from '#domain/schemes/format/problem.ts';
import type { Words } from '#domain/words/words.ts';

/** What a clerk wrote into one field, as text, and where: a line of YAML or a cell of a sheet. */
export interface Field extends Position {
  readonly text: string;
  /** How a message names the place: `leave[2].from` or `请假!C4`. */
  readonly path: string;
}

/** One row; its fields stand under the headings of the table, and a field that was left empty is not there. */
export interface Row extends Position {
  readonly path: string;
  readonly fields: ReadonlyMap<string, Field>;
}

/** One sheet, or one list of a YAML file, under the name that was written over it. */
export interface Table extends Position {
  readonly name: string;
  readonly path: string;
  readonly rows: readonly Row[];
  /** The headings, each where it stands first. */
  readonly headings: readonly Field[];
}

/** Takes down a problem at a place of the facts file. */
export type Report = (at: Position & { readonly path: string }, words: Words) => void;

export const reportInto = (found: Problem[]): Report => ({ line, column, path }, words) => { found.push({ line, column, path, words }); };

/** Whoever can refuse what stands at a place; the answer stands in for the value that there is not. */
export interface Refusing {
  readonly refuse: (at: Position & { readonly path: string }, words: Words) => null;
}

export const refusingWith = (report: Report): Refusing => ({
  refuse: (at, words) => {
    report(at, words);
    return null;
  },
});
