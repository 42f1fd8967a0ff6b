import { expect } from 'vitest';
import { type Evaluation, evaluate, evaluatedPeople } from '#domain/engine/evaluate.ts';
import { read } from '#domain/engine/reading.ts';
import { endOfYear, histories, type History, schemesOf } from '#test/histories.ts';
import { always } from '#test/properties.ts';

const inputOf = (history: History) => ({ schemes: schemesOf(history), log: history.log, upTo: endOfYear });

/** What came one after the other, put together. */
function together(parts: Iterable<Pick<Evaluation, 'values' | 'totals'>>): Pick<Evaluation, 'values' | 'totals'> {
  const all = [...parts];
  return { values: all.flatMap(({ values }) => values), totals: all.flatMap(({ totals }) => totals) };
}

always('P1: a bureau that goes by person by person comes to what it comes to at once', histories({ commands: { min: 40, max: 120 } }), 12, (history) => {
  const { values, totals } = evaluate(inputOf(history));
  expect(together(evaluatedPeople(read(inputOf(history)))), 'P1: something was let go that was still needed').toEqual({ values, totals });
});

always('P1: nobody is told what was found for another', histories({ commands: { min: 40, max: 120 } }), 12, (history) => {
  const { values, totals } = evaluate(inputOf(history));
  const alone = [...history.bureau.people].sort().map((person) => evaluate({ ...inputOf(history), only: [person] }));
  expect(together(alone), 'P1: alone somebody comes to something else').toEqual({ values, totals });
});
