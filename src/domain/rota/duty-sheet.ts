import { plainText } from '#domain/imports/cell-text.ts';
import type { Line } from '#domain/imports/month-titles.ts';
import type { DutyKey } from './duty-table.ts';

export const TITLES_MOST = 12;
export const NUMBERS: readonly string[] = ['警号', '内部编号', '警号/内部编号', '警号(内部编号)', '人员编号', '民警编号', '警员编号', '编号', '工号'];

/** One line of the table of days on duty, as it was read out of a sheet that is laid out otherwise. */
export interface DutyLine {
  readonly row: number;
  /** The first of its cells. */
  readonly at: number;
  readonly cells: Readonly<Partial<Record<DutyKey, string>>>;
}

/** What a mark of a grid was taken for, and in how many cells it stands. */
export interface DutyMark {
  readonly written: string;
  readonly as: 'shift' | 'postNightRest' | 'elsewhere' | 'unknown';
  readonly cells: number;
  /** The words of the sheet's own legend. */
  readonly legend: string | null;
}

/** A sheet of duty: names by days, posts by days, or a list of days. */
export interface DutySheet {
  readonly sheet: string;
  readonly laidOut: 'namesByDays' | 'postsByDays' | 'list';
  readonly head: Line;
  readonly lines: readonly DutyLine[];
  readonly marks: readonly DutyMark[];
  /** Titles of what was not read. */
  readonly others: readonly string[];
  /** A list as the template has it, which needs nothing said for it. */
  readonly isPlain: boolean;
}

const PHONE = /(?<!\d)(?:\+?86)?1[3-9]\d{9}(?!\d)|(?<!\d)(?:\d{3,4}-)?\d{7,8}(?!\d)/g;
/** Names in a cell of a plan: without numbers to call, posts in brackets and posts in front. */
export const namesOf = (cell: string): string =>
  plainText(cell).replaceAll(/\([^)]*\)/g, ' ').replaceAll(PHONE, ' ').replaceAll(/(?:值班领导|带班领导|带班|值班|领导|主班|副班|白班|夜班|民警|辅警)[:]/g, ' ').replaceAll(/[ \t]{3,}/g, '  ').trim();
