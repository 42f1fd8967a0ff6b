import fc from 'fast-check';
import { expect } from 'vitest';
import { lastDayOf, windowDayOf } from '#domain/calendar/window.ts';
import { evaluate } from '#domain/engine/evaluate.ts';
import type { LedgerValue } from '#domain/engine/evaluation.ts';
import type { AdoptedScheme } from '#domain/schemes/scheme.ts';
import { endOfYear, histories } from '#test/histories.ts';
import { always } from '#test/properties.ts';
import { adopted } from '#test/scheme-parts.ts';

const seams = fc.record({
  history: histories(),
  from: fc.integer({ min: 2, max: 12 }).map((month) => `2026-${String(month).padStart(2, '0')}-01`),
});

const grouped = ['honour', 'decision'];

always('P5: a version adopted during the year changes no value dated before it', seams, 15, ({ history, from }) => {
  const [first, second] = history.versions;
  if (!first || !second) return;
  const valuesBefore = (schemes: readonly AdoptedScheme[]) => {
    const { values, reading } = evaluate({ schemes, log: history.log, upTo: endOfYear });
    const lastDay = ({ of, fact, window }: LedgerValue) => {
      // Of the honours of a year the highest pays, and of one matter the heaviest: what comes after the seam decides as well.
      if (grouped.includes(of)) return '2026-12-31';
      const session = reading.world.sessions.get(fact ?? '');
      return session ? windowDayOf(session.day, session.period) : lastDayOf(window);
    };
    return values.filter((value) => lastDay(value) < from);
  };
  expect(valuesBefore([adopted(first), adopted(second, from)]), 'P5: the seam moved a value before it').toEqual(valuesBefore([adopted(first)]));
});

always('P5: a year with an identical version adopted in it equals a year without', seams, 15, ({ history, from }) => {
  const [first] = history.versions;
  if (!first) return;
  const twice = evaluate({ schemes: [adopted(first), adopted({ ...first, version: 2 }, from)], log: history.log, upTo: endOfYear });
  const once = evaluate({ schemes: [adopted(first)], log: history.log, upTo: endOfYear });
  expect(twice.values, 'P5: an identical version changed a value').toEqual(once.values);
  expect(twice.totals, 'P5: an identical version changed a total').toEqual(once.totals);
});
