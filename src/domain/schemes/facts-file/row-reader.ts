import { parseCivilDate, type CivilDate } from '#domain/calendar/civil-date.ts';
import { nearestWord } from '#domain/schemes/format/nearest-word.ts';
import { columnsOf, type ColumnOf, registerColumns, type TableId } from './columns.ts';
import type { Field, Refusing, Report, Row } from './tables.ts';

/** What the words of a closed list mean: the identifier and every way in which offices write it. */
export type Choices<W extends string> = Readonly<Record<W, readonly string[]>>;

/** A register has the columns of its own fields. */
type Columns<T extends TableId | 'register'> = T extends TableId ? ColumnOf<T> : string;

/**
 * Reads the fields of one row. Each answer is null where the field is empty or wrong; what is wrong, and what is
 * missing though needed, is reported, so that a row is built only after `isWhole` was asked.
 */
export class RowReader<T extends TableId | 'register'> implements Refusing {
  readonly row: Row;
  readonly #report: Report;
  #whole = true;

  constructor(table: T, row: Row, report: Report) {
    this.row = row;
    this.#report = report;
    const columns = table === 'register' ? [{ id: 'day', ...registerColumns.day }] : columnsOf(table);
    for (const { id, zh, required } of columns) {
      if (required && !row.fields.has(id)) this.refuse(row, { zh: `缺少“${zh}”。`, en: `“${id}” is missing.` });
    }
  }

  /** Whether nothing about this row has been reported so far. */
  isWhole(): boolean {
    return this.#whole;
  }

  refuse(at: Parameters<Report>[0], words: Parameters<Report>[1]): null {
    this.#whole = false;
    this.#report(at, words);
    return null;
  }

  field(column: Columns<T>): Field | null {
    return this.row.fields.get(column) ?? null;
  }

  text(column: Columns<T>): string {
    return this.field(column)?.text ?? '';
  }

  /** Accepts 2026-11-16, 2026/11/16, 2026.11.16 and 2026年11月16日. */
  date(column: Columns<T>): CivilDate | null {
    const field = this.field(column);
    if (field === null) return null;
    const parts = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(field.text);
    const date = parts === null ? null : parseCivilDate(`${parts[1]}-${two(parts[2])}-${two(parts[3])}`);
    return date ?? this.refuse(field, { zh: `“${field.text}”不是日期，请写成 2026-11-16。`, en: `“${field.text}” is not a date. Write it as 2026-11-16.` });
  }

  /** A span in which the end does not lie before the beginning. */
  span(from: Columns<T>, to: Columns<T>, fromDefault: CivilDate): { from: CivilDate; to: CivilDate | null } {
    const span = { from: this.date(from) ?? fromDefault, to: this.date(to) };
    const end = this.field(to);
    if (end !== null && span.to !== null && span.to < span.from) {
      this.refuse(end, { zh: `结束日期 ${span.to} 早于开始日期 ${span.from}。`, en: `It ends on ${span.to}, before it begins on ${span.from}.` });
    }
    return span;
  }

  /** Accepts 9:00, 09:00 and 19:00:00. */
  time(column: Columns<T>): string | null {
    const field = this.field(column);
    if (field === null) return null;
    const parts = /^(\d{1,2})[::](\d{2})(?::00)?$/.exec(field.text);
    const time = parts === null ? '' : `${two(parts[1])}:${parts[2]}`;
    if (/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) return time;
    return this.refuse(field, { zh: `“${field.text}”不是时间，请写成 19:00。`, en: `“${field.text}” is not a time. Write it as 19:00.` });
  }

  whole(column: Columns<T>, max: number): number {
    const field = this.field(column);
    if (field === null) return 0;
    const value = /^\d{1,6}$/.test(field.text) ? Number(field.text) : Infinity;
    if (value > max) this.refuse(field, { zh: `“${field.text}”应是 0 到 ${max} 的整数。`, en: `“${field.text}” must be a whole number from 0 to ${max}.` });
    return value;
  }

  choice<W extends string>(column: Columns<T>, choices: Choices<W>, otherwise: W): W {
    const field = this.field(column);
    if (field === null) return otherwise;
    const words = Object.keys(choices).filter((word): word is W => Object.hasOwn(choices, word));
    const chosen = words.find((word) => word === field.text || choices[word].includes(field.text));
    if (chosen !== undefined) return chosen;
    const known = words.map((word) => choices[word][0] ?? word);
    const nearest = nearestWord(field.text, words.map((word) => ({ word, names: choices[word] })));
    const meant = words.find((word) => word === nearest);
    this.refuse(field, {
      zh: `不能写“${field.text}”${meant === undefined ? '' : `，是否应为 ${choices[meant][0] ?? meant}`}。可以写：${known.join('、')}。`,
      en: `“${field.text}” is not possible here.${meant === undefined ? '' : ` Did you mean “${meant}”?`} Possible: ${words.join(', ')}.`,
    });
    return otherwise;
  }

  flag(column: Columns<T>): boolean {
    return this.choice<'yes' | 'no'>(column, yesNo, 'no') === 'yes';
  }

  /** Several names in one field, each with the place of the field. */
  several(column: Columns<T>): Field[] {
    const field = this.field(column);
    if (field === null) return [];
    return field.text.split(/[、,，;；\n]/).map((text) => text.trim()).filter((text) => text !== '').map((text) => ({ ...field, text }));
  }
}

const yesNo: Choices<'yes' | 'no'> = { yes: ['是', 'true', '√'], no: ['否', 'false', '×'] };
const two = (digits: string | undefined): string => (digits ?? '').padStart(2, '0');
