import fc from 'fast-check';
import { expect } from 'vitest';
import { evaluate } from '#domain/engine/evaluate.ts';
import { endOfYear, histories, type History, reordered, withPassingFacts, YEAR_END } from '#test/histories.ts';
import { nets, overflowing, postStepwise } from '#test/ledger.ts';
import { always } from '#test/properties.ts';
import { adopted } from '#test/scheme-parts.ts';

const shuffled = fc.record({
  history: histories({ commands: { min: 40, max: 90 } }),
  keys: fc.array(fc.nat(999), { minLength: 20, maxLength: 20 }),
  stride: fc.integer({ min: 9, max: 30 }),
});

/** One version all year, so that every ceiling can be read from the scheme. */
const schemesOf = ({ versions: [first] }: History) => (first ? [adopted(first)] : []);

always('P4: totals are those of the set of facts, in whatever order they came', shuffled, 12, ({ history, keys, stride }) => {
  const schemes = schemesOf(history);
  const asTold = evaluate({ schemes, log: history.log, upTo: endOfYear });
  const otherwise = withPassingFacts(reordered(history.log, keys), history, keys);
  expect(evaluate({ schemes, log: otherwise, upTo: endOfYear }).totals, 'P4: totals depend on the order').toEqual(asTold.totals);
  expect(nets(postStepwise(otherwise, schemes, YEAR_END, stride)), 'P4: the ledger depends on the order').toEqual(nets(asTold.values));
});

always('P4: no window passes its ceiling at any commit', shuffled, 10, ({ history, stride }) => {
  const [scheme] = history.versions;
  if (!scheme) return;
  postStepwise(history.log, schemesOf(history), YEAR_END, stride, (ledger) => {
    expect(overflowing(ledger, scheme), 'P4: a window passes its ceiling').toEqual([]);
  });
});
