import fc from 'fast-check';
import { expect } from 'vitest';
import { addDays } from '#domain/calendar/civil-date.ts';
import { evaluate } from '#domain/engine/evaluate.ts';
import type { LogEntry } from '#domain/facts/fact.ts';
import type { RuleValue } from '#domain/schemes/format/value-shapes.ts';
import type { Scheme } from '#domain/schemes/scheme.ts';
import { sessionState } from '#test/engine-story.ts';
import { endOfYear, histories, type History } from '#test/histories.ts';
import { uuid } from '#test/log-book.ts';
import { always } from '#test/properties.ts';
import { adopted } from '#test/scheme-parts.ts';

const added = fc.record({
  history: histories(), at: fc.nat(2), day: fc.nat(350), named: fc.array(fc.nat(29), { maxLength: 5 }),
  what: fc.constantFrom('mondayStudy', 'partyLecture', 'themePartyDay', 'volunteer', 'honour', 'task'),
});

always('P16: without deductions and shares, one more fact never lowers a total', added, 20, ({ history, at, day, named, what }) => {
  const [first] = history.versions;
  if (!first) return;
  const people = named.map((one) => history.bureau.people[one % history.bureau.people.length] ?? '');
  const on = addDays('2026-01-01', day);
  const entry = entryOf(history, what, history.bureau.branches[at] ?? '', on, people);
  const totals = (log: readonly LogEntry[]) => evaluate({ schemes: [adopted(withoutShares(first))], log, upTo: endOfYear }).totals;
  const before = new Map(totals(history.log).map(({ person, year, total }) => [`${person} ${year}`, total ?? 0]));
  for (const { person, year, total } of totals([...history.log, entry])) {
    expect(total ?? 0, 'P16: a fact more, points fewer').toBeGreaterThanOrEqual(before.get(`${person} ${year}`) ?? 0);
  }
});

/** A session, a line of a register that gives, or a task done in time. */
function entryOf({ log }: History, what: string, organisation: string, day: string, people: readonly string[]): LogEntry {
  const head = {
    seq: log.length + 1, factId: uuid(600_000), version: 1, change: 'recorded' as const, day, period: day.slice(0, 7), recordedBy: null, recordedOn: day,
    standing: 'counted' as const,
  };
  const [first = ''] = people;
  switch (what) {
    case 'task': return { ...head, kind: 'assignment', state: { organisation, person: first === '' ? uuid(900_000) : first, day, until: day, stage: 'accepted', handedInOn: day } };
    case 'volunteer': case 'honour': {
      const persons = [...new Set(people)].map((person) => ({ person, as: null }));
      return { ...head, kind: 'record', state: { register: what, organisation, day, until: null, persons, values: { level: 'thirdMerit' } } };
    }
    default: return { ...head, kind: 'session', state: sessionState(organisation, day, { activities: [what], present: people, speakers: people.slice(0, 2), host: people[0] ?? null }) };
  }
}

/** Rules that give by the fact; a base stays, what takes from it goes. */
function withoutShares(scheme: Scheme): Scheme {
  const { points } = scheme;
  if (points === null) return scheme;
  const children = points.children.map((node) => (node.kind === 'rule' ? node
    : { ...node, children: node.children.filter((child) => child.kind === 'part' || gives(child.value)) }));
  return { ...scheme, points: { ...points, children } };
}

const gives = (value: RuleValue): boolean => value.kind === 'fixed' || (value.kind === 'table' && Object.values(value.marks).every((mark) => mark >= 0));
