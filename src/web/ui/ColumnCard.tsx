import type { Column } from './table-columns.ts';
import './column-card.css';

interface Properties<R> {
  readonly row: R;
  readonly columns: readonly [Column<R>, ...Column<R>[]];
}

/** A row as a card for a phone, from the columns of its table: the first heads it, what says nothing is left out, buttons stand below. */
export function ColumnCard<R>({ row, columns: [head, ...others] }: Properties<R>) {
  const content = ({ cell, text }: Column<R>) => cell?.(row) ?? text(row);
  const said = others.filter((it) => it.screenOnly !== true && it.text(row) !== '');
  return (
    <div className="column-card">
      <p className="column-card-head">{content(head)}</p>
      <dl>{said.map((it) => <div key={it.key}><dt>{it.title}</dt><dd>{content(it)}</dd></div>)}</dl>
      {others.filter((it) => it.screenOnly).map((it) => <div key={it.key}>{content(it)}</div>)}
    </div>
  );
}
