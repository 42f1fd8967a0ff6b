import type { FactKind, FactState } from '#domain/facts/contract.ts';
import type { Refused } from '#domain/contracts/refusal.ts';
import type { Words } from '#domain/words/words.ts';
import { plainName, plainNumber, plainText, textStart } from './cell-text.ts';
import { columnName } from './column-name.ts';
import type { SheetProblem } from './sheet-contract.ts';
import type { SheetColumn, SheetHeader } from './sheet-header.ts';

/** A column as the template shows it and the reader looks for it. */
export interface TableColumn<K extends string = string> extends SheetColumn<K> {
  readonly note: string;
  readonly width: number;
  /** Offered in the cells; with `strict` anything else is worth a warning. */
  readonly choice: readonly string[];
  readonly strict: boolean;
  readonly isDay: boolean;
}

/** A column with what most of them have. */
export const tableColumn = <K extends string>(key: K, title: string, over: Partial<TableColumn<K>> & { readonly note: string }): TableColumn<K> =>
  ({ key, title, aliases: [], required: true, width: 16, choice: [], strict: true, isDay: false, ...over });

/** Where a line stands that was read out of a sheet laid out otherwise, of which one row may mean several lines. */
export interface LinePlace {
  /** Empty for a table in text. */
  readonly sheet: string;
  readonly row: number;
  readonly at: number;
}

/** “11月!C8”, as Excel names a cell of another sheet. */
export const placeName = ({ sheet, row, at }: LinePlace): string => `${sheet === '' ? '' : `${sheet}!`}${columnName(at)}${row}`;

/** A line of a table, read by the keys of its columns. */
export interface TableLine<K extends string = string> {
  /** As the spreadsheet numbers it; with a place, its number among the lines. */
  readonly row: number;
  readonly place?: LinePlace;
  readonly text: (key: K) => string;
  /** Without the blanks that stand in names for looks. */
  readonly name: (key: K) => string;
  /** How many blanks stand before it, a wide one for two: what an indented list tells by them. */
  readonly indent: (key: K) => number;
  /** Whether the table has the column at all. */
  readonly has: (key: K) => boolean;
}

const indentOf = (cell: string): number => [...(/^[ \t\u00a0\u3000]*/.exec(cell)?.[0] ?? '')].reduce((sum, it) => sum + (it === '\u3000' ? 2 : 1), 0);

export function lineOf<K extends string>({ at }: SheetHeader<K>, row: number, cells: readonly string[]): TableLine<K> {
  const raw = (key: K): string => cells[at.get(key) ?? -1] ?? '';
  return { row, text: (key) => (key === 'number' ? plainNumber(raw(key)) : plainText(raw(key))), name: (key) => plainName(raw(key)), indent: (key) => indentOf(raw(key)), has: (key) => at.has(key) };
}

/** What is wrong in a cell. */
export interface LineFault<K extends string = string> {
  readonly key: K;
  readonly rule: Words;
  readonly suggestion: Words;
}

/** A fact that a line would record. */
export type FactToRecord = { [K in FactKind]: {
  readonly kind: K; readonly state: FactState<K>; readonly factId?: string; readonly standing?: 'counted' | 'proposed'; readonly text?: Readonly<Record<string, unknown>>;
} }[FactKind];

/** A fact that is there and that a line says more of. */
export type FactToComplete = { [K in FactKind]: { readonly kind: K; readonly factId: string; readonly state: FactState<K> } }[FactKind];

/** What a line of a table comes to. A faulty one writes nothing; of one that is there only what is missing is filled in, and nothing changed. */
export type LinePlan<K extends string = string> =
  | {
    readonly row: number; readonly outcome: 'created'; readonly facts: readonly FactToRecord[];
    /** What the line does not say and was added; told of all lines together. */
    readonly added?: readonly Words[];
  }
  | { readonly row: number; readonly outcome: 'completed'; readonly fact: FactToComplete; readonly differs: boolean; readonly added: readonly Words[] }
  | { readonly row: number; readonly outcome: 'there'; readonly differs: boolean }
  | { readonly row: number; readonly outcome: 'faulty'; readonly faults: readonly LineFault<K>[] };

const CHECK: Words = { zh: '请核对后改正。', en: 'Check and correct it.' };

export const faultIn = <K extends string>(key: K, rule: Words, suggestion: Words = CHECK): LineFault<K> => ({ key, rule, suggestion });
export const mustStand = <K extends string>(key: K): LineFault<K> => faultIn(key, { zh: '此项必填。', en: 'This must be filled in.' }, { zh: '请补填。', en: 'Fill it in.' });
export const noDay = <K extends string>(key: K): LineFault<K> =>
  faultIn(key, { zh: '须为存在的日期。', en: 'It must be a day that exists.' }, { zh: '请按 2026-07-01 的样式填写完整的年月日。', en: 'Write year, month and day, such as 2026-07-01.' });
/** The sentence of a refusal, told of a cell. */
export const faultOfRefusal = <K extends string>(key: K, { refusal }: Refused): LineFault<K> => faultIn(key, refusal.words);

const VALUE_MAX = 100;

/** The fault as the page and the file of faulty rows tell it. */
export function problemIn(columns: readonly TableColumn[], header: SheetHeader, { row, place }: Pick<TableLine, 'row' | 'place'>, cells: readonly string[], { key, rule, suggestion }: LineFault): SheetProblem {
  const at = header.at.get(key);
  const column = at === undefined ? columns.find((it) => it.key === key)?.title : header.titles[at];
  return { row: place?.row ?? row, column: place === undefined ? column ?? key : placeName(place), value: textStart(cells[at ?? -1] ?? '', VALUE_MAX), rule, suggestion };
}
