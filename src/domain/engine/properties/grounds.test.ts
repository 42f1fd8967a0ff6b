import { expect } from 'vitest';
import { evaluate } from '#domain/engine/evaluate.ts';
import { explain } from '#domain/engine/explain.ts';
import { member } from '#domain/engine/subject.ts';
import { brokenGrounds } from '#test/grounds-combine.ts';
import { endOfYear, histories, schemesOf } from '#test/histories.ts';
import { always } from '#test/properties.ts';

always('A-1: the grounds of every total come to that total, and every level combines to the one above', histories(), 15, (history) => {
  const { totals, reading } = evaluate({ schemes: schemesOf(history), log: history.log, upTo: endOfYear });
  for (const { person, year, total } of totals) {
    const grounds = explain(reading, member(person), year);
    expect(grounds?.value, 'the grounds tell another total').toBe(total);
    expect(grounds === null ? [] : brokenGrounds(grounds), 'a level does not combine').toEqual([]);
  }
});

always('A-13: the ledger of a person and year comes to his total, where he has one', histories(), 15, (history) => {
  const { totals, values } = evaluate({ schemes: schemesOf(history), log: history.log, upTo: endOfYear });
  for (const { person, year, total } of totals) {
    const net = values.filter((value) => value.person === person && value.window.startsWith(String(year))).reduce((sum, { value }) => sum + value, 0);
    if (total !== null) expect(net, 'the ledger holds another total').toBe(total);
  }
});
