import type { Words } from '#domain/words/words.ts';
import type { MergedRun } from './merged-cells.ts';
import type { Line } from './month-titles.ts';
import type { LinePlace } from './table-line.ts';

/** A sheet of a file as it stands there. */
export interface SheetLines {
  /** Empty for a table in text. */
  readonly sheet: string;
  readonly lines: readonly Line[];
  readonly merged: readonly MergedRun[];
}

/** Sheets that are laid out otherwise than the template, as the lines that they mean. */
export interface ReshapedTable<K extends string = string> {
  readonly lines: readonly { readonly place: LinePlace; readonly cells: Readonly<Partial<Record<K, string>>> }[];
  /** The header row of each sheet that was read. */
  readonly heads: readonly { readonly sheet: string; readonly row: number }[];
  /** How it was read, and what of it was not. */
  readonly notices: readonly Words[];
}
