import fc from 'fast-check';
import { expect } from 'vitest';
import { explain } from '#domain/engine/explain.ts';
import type { Grounds } from '#domain/engine/evaluation.ts';
import { read, type Reading } from '#domain/engine/reading.ts';
import { branch } from '#domain/engine/subject.ts';
import type { LogEntry } from '#domain/facts/fact.ts';
import { items, schemes } from '#test/branch-year.ts';
import { brokenGrounds } from '#test/grounds-combine.ts';
import { endOfYear, histories, type History, reordered, withPassingFacts } from '#test/histories.ts';
import { always } from '#test/properties.ts';

// The sample's 32 items over random years. Adoptions of the histories are left out: one version all year.

const readingOf = (log: readonly LogEntry[], date = endOfYear.date): Reading => read({ schemes, log, upTo: { seq: Infinity, date } });
const groundsIn = (reading: Reading, { bureau }: History): (Grounds | null)[] => bureau.branches.map((one) => explain(reading, branch(one), 2026));

/** Every value of the tree by its path; what waits is shown and has none. */
function valuesOf(grounds: Grounds | null, above = ''): [string, number | null][] {
  if (grounds === null) return [];
  const path = `${above}/${grounds.id}`;
  const node: [string, number | null][] = grounds.how.kind === 'fact' || grounds.how.kind === 'counted' || grounds.how.kind === 'window' ? [] : [[path, grounds.value]];
  return [...node, ...grounds.children.flatMap((child) => valuesOf(child, path))];
}
const shown = (reading: Reading, history: History) => groundsIn(reading, history).map((one) => valuesOf(one));

const shuffled = fc.record({ history: histories({ commands: { min: 40, max: 90 } }), keys: fc.array(fc.nat(999), { minLength: 20, maxLength: 20 }) });
always('P4: the items of a branch are those of the set of facts, in whatever order they came', shuffled, 10, ({ history, keys }) => {
  const otherwise = withPassingFacts(reordered(history.log, keys), history, keys);
  expect(shown(readingOf(otherwise), history), 'P4: an item depends on the order').toEqual(shown(readingOf(history.log), history));
});

always('P1: one reading asked about everybody answers as a fresh one about each', histories({ commands: { min: 40, max: 90 } }), 8, (history) => {
  const together = readingOf(history.log);
  const alone = history.bureau.branches.map((one) => valuesOf(explain(readingOf(history.log), branch(one), 2026)));
  expect(shown(together, history)).toEqual(alone);
});

always('A-11: no item is worth less than nothing or more than its mark with what was spread to it', histories({ commands: { min: 40, max: 90 } }), 10, (history) => {
  for (const grounds of groundsIn(readingOf(history.log), history)) {
    const aspects = grounds?.children ?? [];
    for (const aspect of aspects) {
      const own = aspect.children.filter(({ id }) => items.some((item) => item.id === id));
      const full = own.reduce((sum, { value, full: mark }) => sum + (value === null ? 0 : mark ?? 0), 0);
      for (const item of own) if (item.value !== null) expect(item.value, `${item.id}: below zero`).toBeGreaterThanOrEqual(0);
      const value = own.reduce((sum, item) => sum + (item.value ?? 0), 0);
      // An aspect whose items have a basis comes to no more than the mark of the aspect, but for a hundredth of rounding each.
      if (full > 0 && aspect.value !== null) expect(value, `${aspect.id}: more than its mark`).toBeLessThanOrEqual((aspect.full ?? 0) + own.length);
    }
  }
});

always('A-13: the grounds of every branch combine to what is shown', histories({ commands: { min: 40, max: 90 } }), 10, (history) => {
  for (const grounds of groundsIn(readingOf(history.log), history)) expect(grounds === null ? [] : brokenGrounds(grounds)).toEqual([]);
});

const happens = (kind: LogEntry['kind']): boolean => ['session', 'record', 'assignment', 'makeUp'].includes(kind);
const dated = fc.record({ history: histories({ commands: { min: 40, max: 90 } }), month: fc.integer({ min: 2, max: 11 }) });
always('C.1: what is entered for a later day changes nothing that is shown before it', dated, 10, ({ history, month }) => {
  const date = `2026-${String(month).padStart(2, '0')}-15`;
  // A fact whose day was corrected lies before the day in one version and after it in another.
  const amended = new Set(history.log.filter(({ version }) => version > 1).map(({ factId }) => factId));
  const log = history.log.filter(({ kind, factId }) => !happens(kind) || !amended.has(factId));
  const known = log.filter(({ kind, day }) => !happens(kind) || day <= date);
  expect(shown(readingOf(known, date), history), 'C.1: a later day is looked at').toEqual(shown(readingOf(log, date), history));
});
