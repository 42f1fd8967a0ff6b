import type { FactState } from '#domain/facts/contract.ts';
import type { Scheme } from '#domain/schemes/scheme.ts';
import type { FactDrafts } from './fact-drafts.ts';
import { RowReader } from './row-reader.ts';
import { wordOfScheme } from './scheme-words.ts';
import { type Field, refusingWith, type Report, type Table } from './tables.ts';

type Mark = FactState<'session'>['marks'][number];
/** The marks of each session, by its id. */
export type Grid = ReadonlyMap<string, readonly Mark[]>;

/**
 * 考勤表: one row for each person, one column for each session. An empty cell says nothing: leave, duty and secondment
 * decide, and else the person was absent.
 */
export function readAttendance(table: Table | null, scheme: Scheme, drafts: FactDrafts, report: Report): Grid {
  const sessions = new Map((table?.headings ?? []).filter(({ text }) => text !== 'person')
    .map((heading) => [heading.text, drafts.sessions.find(heading, refusingWith(report))]));
  const grid = new Map<string, Mark[]>();
  const seen = new Map<string, number>();
  for (const each of table?.rows ?? []) {
    const row = new RowReader('attendance', each, report);
    const person = drafts.persons.find(row.field('person'), row);
    if (person === null) continue;
    const before = seen.get(person);
    if (before !== undefined) row.refuse(each, { zh: `此人在第 ${before} 行已有考勤。`, en: `This person already has a row, line ${before}.` });
    seen.set(person, each.line);
    for (const [column, cell] of each.fields) {
      const session = sessions.get(column);
      const mark = column === 'person' ? null : markIn(cell, scheme, row);
      if (session === undefined || session === null || mark === null) continue;
      grid.set(session, [...(grid.get(session) ?? []), { person, sitting: 0, ...mark }]);
    }
  }
  return grid;
}

/** √ or 实到 · 迟到 · × or 缺席 · or a reason of the scheme: one that exempts excuses, another explains the absence. */
function markIn(cell: Field, scheme: Scheme, row: RowReader<'attendance'>): Pick<Mark, 'mark' | 'reason'> | null {
  if (/^([√✓]|实到|出席|present)$/i.test(cell.text)) return { mark: 'present', reason: null };
  if (/^(迟到|早退|late)/i.test(cell.text)) return { mark: 'late', reason: null };
  if (/^([×xX]|缺席|absent)$/.test(cell.text)) return { mark: 'absent', reason: null };
  const reason = wordOfScheme(scheme, 'excuses', cell, row);
  if (reason === null) return null;
  const exempts = scheme.excuses.find(({ id }) => id === reason)?.exempts === true;
  return { mark: exempts ? 'excused' : 'absent', reason };
}
