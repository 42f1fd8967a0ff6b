import { useRef, type ReactNode } from 'react';
import { ClearFilters } from './ClearFilters.tsx';
import { EmptyState } from './EmptyState.tsx';
import { Pager } from './Pager.tsx';
import { useRowKeys } from './row-keys.ts';
import { SaveTable } from './SaveTable.tsx';
import { LinesSkeleton } from './Skeletons.tsx';
import { TableTools } from './TableTools.tsx';
import { useAwayColumns, useKeptChoice, type TableView, shownPage } from './table-view.ts';
import { usePhone } from './screen.ts';
import type { Column, Pages } from './table-columns.ts';
import './data-table.css';

interface Properties<R> {
  /** Names the table on the device and in the address (hidden columns), and its exported file. */
  readonly name: string;
  readonly title: string;
  /** Undefined: not here yet. */
  readonly rows: readonly R[] | undefined;
  readonly rowKey: (row: R) => string;
  /** The first one stays in sight and cannot be hidden. */
  readonly columns: readonly [Column<R>, ...Column<R>[]];
  readonly view: TableView;
  readonly onView: (change: Partial<TableView>) => void;
  /** When `rows` is only the page asked for: how many there are in all, and how to ask for the others. */
  readonly pages?: Pages<R>;
  /** The filters in words, for the file; empty when nothing is left out. */
  readonly asked?: readonly string[];
  /** The keys of the rows that somebody ticked, where one can: the file then holds these, and all where none is ticked. */
  readonly ticked?: ReadonlySet<string>;
  /** In place of the export of what one sees, for a list that goes out in a way of its own. */
  readonly save?: ReactNode;
  readonly filters?: ReactNode;
  /** Said when there is nothing, with the next step. */
  readonly empty: { readonly title: string; readonly next?: string; readonly action?: ReactNode };
  /** On a phone each row as a card; without it the table scrolls sideways there. */
  readonly card?: (row: R) => ReactNode;
  /** The page says the totals above its cards. */
  readonly totalsAbove?: true;
}

/** The main furniture: sticky head, first column frozen, total row, density, columns one may hide, a file of what one sees. */
export function DataTable<R>(properties: Properties<R>) {
  const { name, title, rows, columns, view, onView, pages, filters, empty, card } = properties;
  const phone = usePhone();
  const { away, choose, restore } = useAwayColumns(name, view, onView);
  const [dense, setDense] = useKeptChoice('dense');
  const shown = columns.filter(({ key }, index) => index === 0 || !away.has(key));
  const all = pages?.count ?? rows?.length ?? 0;
  const at = pages === undefined ? shownPage(all, view) : view.page;
  const page = rows && (pages === undefined ? rows.slice((at - 1) * view.size, at * view.size) : rows);
  const asCards = phone && card !== undefined;
  return (
    <section className={dense === 'yes' ? 'data-table dense' : 'data-table'} {...(asCards ? { 'aria-label': title } : {})}>
      <div className="data-table-bar unprinted">
        <div className="data-table-filters">{filters}<ClearFilters {...view} /></div>
        {phone || (rows !== undefined && all === 0) ? null : (
          <TableTools
            columns={columns} save={properties.save ?? <SaveTable seen={{ ...properties, columns: shown, asked: properties.asked ?? [] }} />}
            away={away} onAway={choose} narrowing={view.narrowing} onRestore={() => { setDense(''); restore(); }}
            dense={dense === 'yes'} onDense={(wanted) => setDense(wanted ? 'yes' : '')}
          />
        )}
      </div>
      {page === undefined ? <LinesSkeleton count={8} /> : null}
      {page?.length === 0 ? <EmptyState {...empty} /> : null}
      {page && page.length > 0 && asCards ? (
        <>
          <ul className="data-cards">{page.map((row) => <li key={properties.rowKey(row)}>{card(row)}</li>)}</ul>
          {properties.totalsAbove ? null : <CardTotals columns={shown} />}
        </>
      ) : null}
      {page && page.length > 0 && !asCards ? <Grid key={at} {...properties} columns={shown} rows={page} /> : null}
      <Pager count={all} view={{ ...view, page: at }} onView={onView} />
    </section>
  );
}

/** The total row below cards, which have no columns to stand under. */
function CardTotals<R>({ columns: [head, ...others] }: { readonly columns: readonly Column<R>[] }) {
  const summed = others.filter(({ total }) => total !== undefined && total !== null);
  if (summed.length === 0) return null;
  return (
    <section className="data-cards-total">
      {head?.total}
      <dl>{summed.map(({ key, title, total }) => <div key={key}><dt>{title}</dt><dd>{total}</dd></div>)}</dl>
    </section>
  );
}

interface GridProperties<R> extends Pick<Properties<R>, 'title' | 'rowKey'> {
  readonly columns: readonly Column<R>[];
  readonly rows: readonly R[];
}

function Grid<R>({ title, rows, rowKey, columns }: GridProperties<R>) {
  const around = useRef<HTMLDivElement>(null);
  useRowKeys(around);
  const side = ({ figures }: Column<R>) => (figures ? 'figures' : undefined);
  const summed = columns.some(({ total }) => total !== undefined);
  return (
    <div ref={around} className="data-grid" role="region" aria-label={title} tabIndex={0}>
      <table>
        <thead><tr>{columns.map((column) => <th key={column.key} scope="col" className={side(column)}>{column.title}</th>)}</tr></thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)} data-row tabIndex={-1}>
              {columns.map((column, index) => {
                const content = column.cell ? column.cell(row) : column.text(row);
                return index === 0
                  ? <th key={column.key} scope="row" className={side(column)}>{content}</th>
                  : <td key={column.key} className={side(column)}>{content}</td>;
              })}
            </tr>
          ))}
        </tbody>
        {summed ? (
          <tfoot><tr>{columns.map((column) => <td key={column.key} className={side(column)}>{column.total}</td>)}</tr></tfoot>
        ) : null}
      </table>
    </div>
  );
}
