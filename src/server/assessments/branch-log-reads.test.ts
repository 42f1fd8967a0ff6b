import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { addDays } from '#domain/calendar/civil-date.ts';
import { explain } from '#domain/engine/explain.ts';
import { read } from '#domain/engine/reading.ts';
import { branch } from '#domain/engine/subject.ts';
import type { FactKind, FactState } from '#domain/facts/contract.ts';
import type { LogEntry } from '#domain/facts/fact.ts';
import { wholeLog } from '#server/facts/fact-reads.ts';
import { adoptedSchemes } from '#server/schemes/scheme-reads.ts';
import { testDatabase, type TestDatabase } from '#test/database.ts';
import { histories, type History, YEAR_END } from '#test/histories.ts';
import { uuid } from '#test/log-book.ts';
import { alwaysOnDatabase } from '#test/properties.ts';
import { branchScheme } from '#test/schemes/branch-scheme.ts';
import { hashOf, toldBureau, type ToldBureau } from '#test/told-bureau.ts';
import { logOfBranchesYear, logOfBranchYear } from './branch-log-reads.ts';

let source: TestDatabase;
let bureau: ToldBureau;
beforeAll(async () => {
  source = await testDatabase();
  bureau = toldBureau(source, YEAR_END);
});
afterAll(() => source.drop());

const texts = [branchScheme, branchScheme.replace('kind: held, full: 4.00', 'kind: held, full: 3.00').replace('kind: share, full: 4.00', 'kind: share, full: 5.00'), branchScheme]
  .map((text, at) => text.replace('version: 1', `version: ${at + 1}`));

interface Line {
  readonly register: string;
  readonly at: number;
  readonly week: number;
  readonly persons: readonly number[];
  readonly number: number;
  readonly entered: number;
}

const line: fc.Arbitrary<Line> = fc.record({
  register: fc.constantFrom('visit', 'talk', 'talk', 'decision', 'occasion', 'brand', 'dues', 'assignment', 'particulars', 'post', 'post', 'selfCheck'),
  at: fc.nat(999), week: fc.nat(51), persons: fc.array(fc.nat(999), { minLength: 1, maxLength: 4 }), number: fc.nat(20), entered: fc.nat(20),
});

/** Posts, and lines of registers, beside what the histories tell: in the branches and groups and in all that stands above. */
function entryOf({ bureau: { branches, groups, committees, root, people } }: History, one: Line, seq: number): LogEntry {
  const places = one.register === 'occasion' ? [...committees, root, ...branches] : [...branches, ...branches, ...groups, ...committees];
  const organisation = places[one.at % places.length] ?? root;
  const day = addDays('2026-01-05', one.week * 7 - (one.week % 5));
  const persons = [...new Set(one.persons.map((it) => people[it % people.length] ?? ''))];
  const [person = ''] = persons;
  const entry = <K extends FactKind>(kind: K, state: FactState<K>): LogEntry => ({
    seq, factId: uuid(800_000 + seq), version: 1, change: 'recorded', kind, state, day, period: day.slice(0, 7),
    recordedBy: null, recordedOn: addDays(day, one.entered), standing: 'counted',
  }) as LogEntry;
  if (one.register === 'assignment') return entry('assignment', { organisation, person, day, until: addDays(day, 7), stage: 'accepted', handedInOn: addDays(day, one.number) });
  if (one.register === 'post') return entry('post', { person, organisation: branches[one.at % 3] ?? root, post: 'organiser', from: day, to: null });
  if (one.register === 'selfCheck') {
    const period = day.slice(0, 7);
    return entry('selfCheck', {
      organisation: branches[one.at % 3] ?? root, period, stage: 'submitted', items: [], total: null, scheme: 'branchMarks', schemeVersion: 1,
      evaluator: 1, asOfSeq: 1, date: day, groundsHash: '0'.repeat(64), filedOn: day, filed: one.number % 2 === 0 ? 'onTime' : 'late', returned: [], seconds: null,
    });
  }
  if (one.register === 'particulars') return entry('particulars', { person, joinedParty: '2001-03-05', missing: one.number % 2 });
  return entry('record', {
    register: one.register, organisation, day, until: one.register === 'brand' ? addDays(day, one.number * 10) : null,
    persons: ['occasion', 'brand', 'dues'].includes(one.register) ? [] : persons.map((it) => ({ person: it, as: null })),
    values: one.register === 'dues' ? { due: 20, paid: one.number } : one.register === 'decision' ? { level: one.number % 2 === 0 ? 'criticised' : 'warned' } : {},
  });
}

/**
 * What the history tells, adopting the texts above: each version entered some days after the one before. Each person makes
 * up a session once and has particulars once.
 */
function told(history: History, lines: readonly Line[]): LogEntry[] {
  const log = [...history.log, ...lines.map((one, at) => entryOf(history, one, history.log.length + at + 1))];
  const known = new Set<string>();
  return log.flatMap((entry): LogEntry[] => {
    if (entry.kind === 'schemeAdoption') return [{ ...entry, state: { ...entry.state, scheme: 'branchMarks', textHash: hashOf(texts[entry.state.version - 1] ?? '') } }];
    const key = entry.kind === 'makeUp' ? `${entry.state.session} ${entry.state.person}` : entry.kind === 'particulars' ? entry.state.person
      : entry.kind === 'selfCheck' ? `${entry.state.organisation} ${entry.state.period}` : entry.factId;
    if (entry.version === 1 && known.has(key)) return [];
    known.add(key);
    return [{ ...entry, recordedOn: addDays(entry.day, 5 * entry.version) }];
  });
}

describe('the part of the log that concerns a branch', () => {
  const cases = fc.tuple(histories({ commands: { min: 25, max: 60 } }), fc.array(line, { minLength: 20, maxLength: 60, size: 'max' }));
  alwaysOnDatabase('P1: gives every item of its indicators the same grounds as the whole log', cases, 4, async ([history, lines]) => {
    await bureau.begin(history.bureau.people, texts);
    await bureau.enterAll(told(history, lines));
    await bureau.within(async ({ tx }) => {
      const upTo = { seq: Number.MAX_SAFE_INTEGER, date: YEAR_END };
      const schemes = await adoptedSchemes(tx);
      const whole = read({ schemes, log: await wholeLog(tx), upTo });
      for (const id of history.bureau.branches) {
        const part = read({ schemes, log: await logOfBranchYear(tx, id, 2026), upTo });
        expect(explain(part, branch(id), 2026), 'P1: part and whole differ').toEqual(explain(whole, branch(id), 2026));
      }
      const some = history.bureau.branches.slice(0, 2);
      const together = read({ schemes, log: await logOfBranchesYear(tx, some, 2026), upTo });
      for (const id of some) expect(explain(together, branch(id), 2026), 'P1: together and apart differ').toEqual(explain(whole, branch(id), 2026));
    });
  });
});
