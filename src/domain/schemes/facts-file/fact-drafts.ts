import type { CivilDate, Period } from '#domain/calendar/civil-date.ts';
import { factStates, type FactKind, type FactState } from '#domain/facts/contract.ts';
import type { LogEntry } from '#domain/facts/fact.ts';
import { Directory } from './directory.ts';
import type { RowReader } from './row-reader.ts';
import type { TableId } from './columns.ts';
import type { Row } from './tables.ts';

/** A fact as a row of the file tells it, before it gets its place in the log. */
type Draft = { [K in FactKind]: { readonly kind: K; readonly state: FactState<K>; readonly day: CivilDate; readonly period?: Period } }[FactKind];

/** The same key gives the same id in every run and from every kind of file: a UUID. */
export type IdOf = (key: string) => string;

/** The log that grows out of the rows, with everything that later rows may refer to by name. */
export class FactDrafts {
  readonly idOf: IdOf;
  readonly organisations = new Directory({ zh: '组织', en: 'organisation' });
  readonly persons = new Directory({ zh: '人员', en: 'person' });
  readonly teams = new Directory({ zh: '班组', en: 'shift team' });
  readonly sessions = new Directory({ zh: '活动编号', en: 'session' });
  readonly log: LogEntry[] = [];
  readonly #rows = new Map<string, Row>();

  constructor(idOf: IdOf) {
    this.idOf = idOf;
  }

  /** How a matter stands in the log: only whether two are the same can be told. */
  matterKey(plain: string): string {
    return `#${this.idOf(`matter ${plain}`).replaceAll('-', '').slice(0, 16)}`;
  }

  /**
   * Adds the fact that the row tells. `key` is what makes two rows the same thing; the second of them is refused, and
   * so is a row that goes beyond what any record may hold.
   */
  add(key: string, draft: Draft, row: RowReader<TableId | 'register'>): void {
    if (!row.isWhole() || this.#isRepeated(key, row) || goesBeyond(draft, row)) return;
    this.log.push({
      ...draft, seq: this.log.length + 1, factId: this.idOf(key), version: 1, change: 'recorded', period: draft.period ?? draft.day.slice(0, 7),
      recordedBy: null, recordedOn: draft.day, standing: 'counted',
    });
  }

  #isRepeated(key: string, row: RowReader<TableId | 'register'>): boolean {
    const before = this.#rows.get(key);
    if (before === undefined) {
      this.#rows.set(key, row.row);
      return false;
    }
    row.refuse(row.row, { zh: `与第 ${before.line} 行重复。`, en: `The same as line ${before.line}.` });
    return true;
  }
}

function goesBeyond({ kind, state }: Draft, row: RowReader<TableId | 'register'>): boolean {
  const issue = factStates[kind].safeParse(state).error?.issues[0];
  if (issue === undefined) return false;
  const field = String(issue.path[0] ?? '');
  row.refuse(row.row.fields.get(field) ?? row.row, {
    zh: `内容超出允许范围（${field}），请检查这一行。`, en: `Outside of what a record may hold (${field}). Check this row.`,
  });
  return true;
}
