import fc from 'fast-check';
import { expect } from 'vitest';
import { addDays } from '#domain/calendar/civil-date.ts';
import { evaluate } from '#domain/engine/evaluate.ts';
import type { LogEntry } from '#domain/facts/fact.ts';
import type { Scheme } from '#domain/schemes/scheme.ts';
import { sessionState } from '#test/engine-story.ts';
import { endOfYear, histories } from '#test/histories.ts';
import { uuid } from '#test/log-book.ts';
import { always } from '#test/properties.ts';
import { adopted } from '#test/scheme-parts.ts';

const added = fc.record({
  history: histories(), at: fc.nat(2), day: fc.nat(350), named: fc.array(fc.nat(29), { maxLength: 5 }),
  activity: fc.constantFrom('mondayStudy', 'partyLecture', 'themePartyDay'),
});

always('P16: without deductions and shares, one more fact never lowers a total', added, 20, ({ history, at, day, named, activity }) => {
  const [first] = history.versions;
  if (!first) return;
  const people = named.map((one) => history.bureau.people[one % history.bureau.people.length] ?? '');
  const on = addDays('2026-01-01', day);
  const state = sessionState(history.bureau.branches[at] ?? '', on, { activities: [activity], present: people, speakers: people.slice(0, 2), host: people[0] ?? null });
  const entry: LogEntry = {
    seq: history.log.length + 1, factId: uuid(600_000), version: 1, kind: 'session', change: 'recorded', state, day: on, period: on.slice(0, 7),
    recordedBy: null, recordedOn: on, standing: 'counted',
  };
  const totals = (log: readonly LogEntry[]) => evaluate({ schemes: [adopted(withoutShares(first))], log, upTo: endOfYear }).totals;
  const before = new Map(totals(history.log).map(({ person, year, total }) => [`${person} ${year}`, total ?? 0]));
  for (const { person, year, total } of totals([...history.log, entry])) {
    expect(total ?? 0, 'P16: a fact more, points fewer').toBeGreaterThanOrEqual(before.get(`${person} ${year}`) ?? 0);
  }
});

function withoutShares(scheme: Scheme): Scheme {
  const { points } = scheme;
  if (points === null) return scheme;
  const children = points.children.map((node) => (node.kind === 'rule' ? node
    : { ...node, children: node.children.filter((child) => child.kind === 'part' || child.value.kind === 'fixed') }));
  return { ...scheme, points: { ...points, children } };
}
