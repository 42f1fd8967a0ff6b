import { useState } from 'react';

/** Which part of a list is shown. Lives in the address; see `useTableView` of the shell. */
export interface TableView {
  /** 1, 2, … */
  readonly page: number;
  readonly size: number;
  /** Columns that the address leaves out, each as `table.column`, joined by a comma; empty where it says nothing of columns. */
  readonly without?: string;
  /** Whose choices the device keeps. */
  readonly keeper?: string;
  /** What his account keeps, wherever he signs in. */
  readonly kept?: KeptColumns;
  readonly narrowing?: Narrowing;
}

/** The filters of the page, which stand in the address beside the view. */
export interface Narrowing {
  readonly set: boolean;
  /** Takes the filters out of the address and opens the first page. */
  readonly clear: () => void;
  /** The size of a page is not the usual one. */
  readonly resized: boolean;
  /** Filters, page and its size as the page opens by itself, in one step; columns as said. */
  readonly restore: (without: string) => void;
}

export interface KeptColumns {
  /** Null: nothing is known of that table, or not yet. */
  readonly of: (table: string) => readonly string[] | null;
  readonly keep: (table: string, away: readonly string[]) => void;
}

export const pageSizes = [20, 50, 100] as const;

export const pagesOf = (count: number, { size }: TableView): number => Math.max(1, Math.ceil(count / size));

/** The page that can be shown: what was narrowed since may have fewer than the address asks for. */
export const shownPage = (count: number, view: TableView): number => Math.min(view.page, pagesOf(count, view));

const divided = (text: string, by: string): readonly string[] => text.split(by).filter((it) => it !== '');

/** The columns of one table that an address leaves out; null where it says nothing of that table. */
export function columnsWithout(without: string, table: string): ReadonlySet<string> | null {
  const own = divided(without, ',').filter((it) => it.startsWith(`${table}.`));
  return own.length === 0 ? null : new Set(own.map((it) => it.slice(table.length + 1)));
}

/** The same address for other columns of that table; other tables of the page keep theirs. */
export const writtenWithout = (without: string, table: string, away: ReadonlySet<string>): string =>
  [...divided(without, ',').filter((it) => !it.startsWith(`${table}.`)), ...[...away].sort().map((it) => `${table}.${it}`)].join(',');

/** What the address says, so that a view can be sent on, else what the account keeps, else what was chosen on this device. */
export const awayColumns = (table: string, { without = '', kept }: TableView, onDevice: string): ReadonlySet<string> =>
  columnsWithout(without, table) ?? new Set(kept?.of(table) ?? divided(onDevice, ' '));

interface AwayColumns {
  readonly away: ReadonlySet<string>;
  readonly choose: (away: ReadonlySet<string>) => void;
  /** All columns, and with them the filters and the pages. */
  readonly restore: () => void;
}

/** The columns that somebody has put away. A choice goes to all three: the device shows it at once when the page opens again. */
export function useAwayColumns(table: string, view: TableView, onView: (change: Partial<TableView>) => void): AwayColumns {
  const { without = '', keeper = '', kept, narrowing } = view;
  const [onDevice, keepOnDevice] = useKeptChoice(`${keeper === '' ? '' : `${keeper}.`}${table}.hidden`);
  const keep = (next: ReadonlySet<string>): string => {
    keepOnDevice([...next].join(' '));
    kept?.keep(table, [...next]);
    return writtenWithout(without, table, next);
  };
  return {
    away: awayColumns(table, view, onDevice),
    choose: (next) => onView({ without: keep(next) }),
    restore: () => narrowing?.restore(keep(new Set())),
  };
}

/** A choice about tables that stays on the device, such as the columns one has hidden. */
export function useKeptChoice(name: string): readonly [string, (value: string) => void] {
  const place = `zhibu.table.${name}`;
  const [value, setValue] = useState(() => localStorage.getItem(place) ?? '');
  const keep = (next: string) => {
    localStorage.setItem(place, next);
    setValue(next);
  };
  return [value, keep];
}
