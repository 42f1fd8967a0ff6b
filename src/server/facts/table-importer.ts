import type { ReshapedTable, SheetLines } from '#domain/imports/reshaped-table.ts';
import type { ImportTable } from '#domain/imports/table-contract.ts';
import type { LinePlan, TableColumn, TableLine } from '#domain/imports/table-line.ts';
import type { Call } from '#server/platform/call.ts';

/** How a room takes a table in; the rest of the way from a file to facts is the same for all. */
export interface TableImporter {
  readonly table: ImportTable;
  /** What its sheet and its files are called. */
  readonly sheet: string;
  readonly columns: readonly TableColumn[];
  /** What holds of the whole table, for the template. */
  readonly notes: readonly string[];
  /** Reads sheets that offices lay out otherwise than the template; null where the file is a table with our columns. */
  readonly reshape?: (sheets: readonly SheetLines[], fileName: string) => ReshapedTable | null;
  /** A column in which marks may stand that a legend around the table explains, and which words explain one. */
  readonly marks?: { readonly key: string; readonly understood: (words: string) => boolean };
  /** What may be chosen in a column, where that depends on who asks; by the keys of the columns. */
  choices(call: Call): Promise<Readonly<Record<string, readonly string[]>>>;
  /**
   * What every line comes to, under the rights of whoever imports.
   * @param hold keeps what the plan stands on as it is until the transaction ends, for the plan that is carried out.
   */
  plan(call: Call, lines: readonly TableLine[], hold: boolean): Promise<readonly LinePlan[]>;
}
