import { TABLE_ROWS_MOST } from '#domain/tables/limits.ts';
import type { SeenTable } from '#domain/tables/contract.ts';
import type { Column, Pages } from './table-columns.ts';

/** A table on the page, with what is needed to take it away. */
export interface Seen<R> {
  readonly name: string;
  readonly title: string;
  readonly rows: readonly R[] | undefined;
  readonly rowKey: (row: R) => string;
  /** In the order in which they are shown. */
  readonly columns: readonly Column<R>[];
  readonly pages?: Pages<R>;
  readonly asked: readonly string[];
  /** Rows that were ticked; none, or nothing to tick: all. */
  readonly ticked?: ReadonlySet<string>;
}

/** What leaves; the language is that of the page. */
export type TakenTable = Omit<SeenTable, 'language'>;

const PAGE = 100;

/** How many rows there are under the filters, or the rows at hand. */
export const seenCount = <R>({ pages, rows }: Seen<R>): number => pages?.count ?? rows?.length ?? 0;

const tickedOf = <R>({ ticked, rowKey }: Seen<R>, rows: readonly R[]): readonly R[] => (ticked === undefined || ticked.size === 0 ? rows : rows.filter((row) => ticked.has(rowKey(row))));

/** All rows under the filters, page by page; one that a later page shows again, because another came in before it, is taken once. */
export async function allRows<R>(seen: Seen<R>, onRows: (count: number) => void): Promise<readonly R[]> {
  const { rows = [], rowKey, pages } = seen;
  if (!pages?.rowsOf) return tickedOf(seen, rows);
  const all = new Map<string, R>();
  const last = Math.ceil(Math.min(pages.count ?? 0, TABLE_ROWS_MOST) / PAGE);
  for (let page = 1; page <= last; page += 1) {
    for (const row of await pages.rowsOf(page, PAGE)) all.set(rowKey(row), row);
    onRows(all.size);
  }
  return tickedOf(seen, [...all.values()]).slice(0, TABLE_ROWS_MOST);
}

/** The table as typed cells: what is shown, without buttons; numbers where there are numbers. */
export function takenTable<R>({ name, title, columns, asked, ticked }: Seen<R>, rows: readonly R[], join: string): TakenTable {
  const kept = columns.filter((it) => !it.screenOnly);
  const summed = kept.some((it) => it.totalCell !== undefined);
  const cells = rows.map((row) => kept.map(({ number, text }) => number?.of(row) ?? text(row)));
  return {
    name, title, scope: asked.filter((it) => it !== '').join(join), rows: cells,
    columns: kept.map(({ title: head, number }, at) => ({ title: head, format: number?.format ?? (cells.some((row) => typeof row[at] === 'number') ? 'count' : 'text') })),
    total: summed && !ticked?.size ? kept.map(({ totalCell }) => totalCell ?? '') : null,
  };
}
