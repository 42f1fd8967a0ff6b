import type { ReactNode } from 'react';
import type { FigureFormat } from './figure-format.ts';

export interface Column<R> {
  readonly key: string;
  readonly title: string;
  /** What the cell says, for the exported file, and on the page where `cell` draws nothing else; a number is a count. */
  readonly text: (row: R) => string | number;
  readonly cell?: (row: R) => ReactNode;
  /** Numbers stand at the right. */
  readonly figures?: boolean;
  /** The number behind the text, as figures carry it, so that the file holds a number; null where there is none. */
  readonly number?: { readonly format: FigureFormat; readonly of: (row: R) => number | null };
  /** In the last row of the table, and what stands there in the file. */
  readonly total?: ReactNode;
  readonly totalCell?: string | number | null;
  /** Buttons, which no file can hold. */
  readonly screenOnly?: true;
}

export interface Pages<R> {
  readonly count: number | undefined;
  /** Left out where the list goes out in a way of its own. */
  readonly rowsOf?: (page: number, size: number) => Promise<readonly R[]>;
}
