import { topicOf } from '#domain/activities/session-of-record.ts';
import type { FactState } from '#domain/facts/contract.ts';
import type { Scheme } from '#domain/schemes/scheme.ts';
import type { Grid } from './attendance-grid.ts';
import type { FactDrafts } from './fact-drafts.ts';
import { type Choices, RowReader } from './row-reader.ts';
import { wordsOfScheme } from './scheme-words.ts';
import type { Field, Report, Row } from './tables.ts';

type Session = FactState<'session'>;

const stages: Choices<Session['stage']> = { held: ['已开展', '已召开'], notHeld: ['未开展', '未召开'], arranged: ['已安排'] };

/** Makes the numbers of all sessions known, so that the attendance grid and make-ups may name them. */
export function nameSessions(rows: readonly Row[], drafts: FactDrafts): void {
  for (const { fields } of rows) {
    const number = fields.get('number')?.text;
    if (number !== undefined) drafts.sessions.add(drafts.idOf(sessionKey(number)), [number]);
  }
}

const sessionKey = (number: string): string => `session ${number}`;

export function readSessions(rows: readonly Row[], grid: Grid, scheme: Scheme, drafts: FactDrafts, report: Report): void {
  for (const each of rows) {
    const row = new RowReader('sessions', each, report);
    const activities = wordsOfScheme(scheme, 'activities', row.several('activities'), row);
    const usual = scheme.activities.find(({ id }) => id === activities[0]);
    const day = row.date('day') ?? '';
    const period = periodIn(row) ?? day.slice(0, 7);
    const sitting = { day, from: row.time('from') ?? usual?.from ?? '', to: row.time('to') ?? usual?.to ?? '' };
    const people = (fields: readonly Field[]): string[] => fields.flatMap((field) => drafts.persons.find(field, row) ?? []);
    const state: Session = {
      organisation: drafts.organisations.find(row.field('organisation'), row) ?? '', arrangement: null,
      stage: row.choice('stage', stages, 'held'), activities, contents: wordsOfScheme(scheme, 'contents', row.several('contents'), row),
      ...topicOf(row.text('topic'), (plain) => drafts.matterKey(plain)), day, period, sittings: [sitting], host: drafts.persons.find(row.field('host'), row),
      minuteTaker: drafts.persons.find(row.field('minuteTaker'), row), speakers: people(row.several('speakers')),
      exchanges: people(row.several('exchanges')), attendees: people(row.several('attendees')),
      marks: [...(grid.get(drafts.idOf(sessionKey(row.text('number')))) ?? [])], allPresent: false, agenda: [], resolutions: [],
    };
    drafts.add(sessionKey(row.text('number')), { kind: 'session', state, day, period }, row);
  }
}

function periodIn(row: RowReader<'sessions'>): string | null {
  const field = row.field('period');
  if (field === null) return null;
  const parts = /^(\d{4})[-/.年](\d{1,2})月?$/.exec(field.text);
  const month = Number(parts?.[2]);
  if (parts !== null && month >= 1 && month <= 12) return `${parts[1]}-${String(month).padStart(2, '0')}`;
  return row.refuse(field, { zh: `“${field.text}”不是月份，请写成 2026-11。`, en: `“${field.text}” is not a month. Write it as 2026-11.` });
}

const ways: Choices<FactState<'makeUp'>['way']> = {
  otherSession: ['参加其他场次'], replay: ['观看回放', '回放'], reading: ['自学', '阅读'],
};

/** 补学: counted for the period of the session that is made up. */
export function readMakeUps(rows: readonly Row[], drafts: FactDrafts, report: Report): void {
  const periods = new Map(drafts.log.map((entry) => [entry.factId, entry.period]));
  for (const each of rows) {
    const row = new RowReader('makeUps', each, report);
    const session = drafts.sessions.find(row.field('session'), row) ?? '';
    const person = drafts.persons.find(row.field('person'), row) ?? '';
    const day = row.date('day') ?? '';
    drafts.add(`makeUp ${session} ${person}`, {
      kind: 'makeUp', day, period: periods.get(session) ?? day.slice(0, 7), state: { session, person, day, way: row.choice('way', ways, 'reading') },
    }, row);
  }
}
