import { useState } from 'react';

/** Which part of a list is shown. Lives in the address; see `useTableView` of the shell. */
export interface TableView {
  /** 1, 2, … */
  readonly page: number;
  readonly size: number;
}

export const pageSizes = [20, 50, 100] as const;

export const pagesOf = (count: number, { size }: TableView): number => Math.max(1, Math.ceil(count / size));

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
