import { plainTitle } from './cell-text.ts';

/** Heads the column of reasons in a file of faulty rows; passed over when that file comes back. */
export const REASON_TITLE = '错误原因';
const RUNNING_NUMBERS: readonly string[] = ['序号', '序', '行号', 'no.'];

/** A column that a reader looks for by its title. */
export interface SheetColumn<K extends string = string> {
  readonly key: K;
  readonly title: string;
  /** Other titles under which offices keep the same. */
  readonly aliases: readonly string[];
  /** Titles that mean it only in a table without any of the above: beside 警号 a column 编号 is something else. */
  readonly looseAliases?: readonly string[];
  readonly required: boolean;
}

/** Where the columns of a table stand, found by their titles. */
export interface SheetHeader<K extends string = string> {
  /** Which cell of a row belongs to which column. */
  readonly at: ReadonlyMap<K, number>;
  /** Titles as the file writes them, without looks. */
  readonly titles: readonly string[];
  /** Titles that stand more than once. */
  readonly twice: readonly string[];
  /** Required columns that the header lacks. */
  readonly missing: readonly string[];
  /** Titles that no column has, but for the running number of the lines, of which nobody misses anything. */
  readonly others: readonly string[];
}

/**
 * Looks at a row as the header of a table with these columns; whether it is one is for the reader to say. A title means
 * the column that has it, even where it is another name of a second one.
 */
export function headerIn<K extends string>(columns: readonly SheetColumn<K>[], cells: readonly string[]): SheetHeader<K> {
  const keyOf = new Map([...columns.flatMap((it) => it.aliases.map((title) => [title, it] as const)), ...columns.map((it) => [it.title, it] as const)].map(([title, { key }]) => [plainTitle(title), key]));
  const titles = cells.map(plainTitle);
  for (const { key, looseAliases = [] } of columns) {
    const loose = looseAliases.map(plainTitle).find((title) => titles.includes(title) && !keyOf.has(title));
    if (loose !== undefined && !titles.some((title) => keyOf.get(title) === key)) keyOf.set(loose, key);
  }
  const at = new Map<K, number>();
  const twice: string[] = [];
  titles.forEach((title, index) => {
    const key = keyOf.get(title);
    if (key === undefined) return;
    if (at.has(key)) twice.push(title);
    else at.set(key, index);
  });
  const missing = columns.filter((it) => it.required && !at.has(it.key)).map((it) => it.title);
  return { at, titles, twice, missing, others: titles.filter((it) => it !== '' && it !== REASON_TITLE && !keyOf.has(it) && !RUNNING_NUMBERS.includes(it.toLowerCase())) };
}
