import fc from 'fast-check';
import { expect } from 'vitest';
import { evaluate } from '#domain/engine/evaluate.ts';
import type { LogEntry } from '#domain/facts/fact.ts';
import type { PointsNode, PointsPart, Scheme } from '#domain/schemes/scheme.ts';
import { endOfYear, histories } from '#test/histories.ts';
import { always } from '#test/properties.ts';
import { adopted } from '#test/scheme-parts.ts';

/** The scheme with every node changed, the total first. */
function changed(scheme: Scheme, change: (node: PointsNode) => PointsNode): Scheme {
  const below = (node: PointsNode): PointsNode => {
    const now = change(node);
    return now.kind === 'part' ? { ...now, children: now.children.map(below) } : now;
  };
  const points = scheme.points === null ? null : below(scheme.points);
  return { ...scheme, points: points?.kind === 'part' ? points : null };
}

function valuesOf(scheme: Scheme, log: readonly LogEntry[]) {
  return evaluate({ schemes: [adopted(scheme)], log, upTo: endOfYear }).values;
}

always('P10: within a part that pays once, one fact pays one person once', histories(), 20, ({ log, versions: [first] }) => {
  if (!first) return;
  const paid = new Map<string, number>();
  for (const { kind, person, fact, part } of valuesOf(changed(first, once), log)) {
    if (kind === 'raw') paid.set(`${part} ${fact} ${person}`, (paid.get(`${part} ${fact} ${person}`) ?? 0) + 1);
  }
  expect([...paid].filter(([, times]) => times > 1), 'P10: one part paid twice for one fact').toEqual([]);
});

always('P10: naming an activity twice in a rule changes nothing', histories(), 10, ({ log, versions: [first] }) => {
  if (!first) return;
  const doubled = changed(first, (node) =>
    (node.kind === 'part' ? node : { ...node, match: { ...node.match, activities: [...(node.match.activities ?? []), ...(node.match.activities ?? [])] } }));
  expect(valuesOf(doubled, log)).toEqual(valuesOf(first, log));
});

const labelled = fc.record({ history: histories(), every: fc.integer({ min: 1, max: 3 }) });
always('P10: a further label on a session changes no points', labelled, 10, ({ history: { log, versions: [first] }, every }) => {
  if (!first) return;
  const withLabels = log.map((entry, index) => (entry.kind === 'session' && index % every === 0
    ? { ...entry, state: { ...entry.state, activities: [...entry.state.activities, 'withFoundation'] } } : entry));
  expect(valuesOf(first, withLabels)).toEqual(valuesOf(first, log));
});

always('P10: a person whom a line of a register names twice, or a register that a rule names twice, counts once', histories(), 10, ({ log, versions: [first] }) => {
  if (!first) return;
  const twice = log.map((entry) => (entry.kind === 'record' ? { ...entry, state: { ...entry.state, persons: [...entry.state.persons, ...entry.state.persons] } } : entry));
  const doubled = changed(first, (node) => (node.kind === 'part' || node.match.records === undefined ? node
    : { ...node, match: { ...node.match, records: [...node.match.records, ...node.match.records] } }));
  expect(valuesOf(doubled, twice), 'P10: named twice, counted twice').toEqual(valuesOf(first, log));
});

function once(node: PointsNode): PointsNode {
  return node.kind === 'part' ? { ...node, combine: 'highest' } satisfies PointsPart : node;
}
