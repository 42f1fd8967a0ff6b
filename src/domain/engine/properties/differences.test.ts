import { expect } from 'vitest';
import { trialBooks, triedGrounds, triedOf } from '#domain/points/trial.ts';
import { read } from '#domain/engine/reading.ts';
import { member } from '#domain/engine/subject.ts';
import { endOfYear, histories, schemesOf } from '#test/histories.ts';
import { always } from '#test/properties.ts';

always('A-5: what a trial says differs comes to the difference of the two totals', histories(), 15, (history) => {
  const adopted = schemesOf(history);
  const { world } = read({ schemes: adopted, log: history.log, upTo: endOfYear });
  for (const draft of history.versions) {
    const books = trialBooks(adopted, draft, 2026);
    for (const person of history.bureau.people) {
      const grounds = triedGrounds(world, books, member(person), 2026);
      const { before, after, differences } = triedOf(grounds);
      if (before === null || after === null) continue;
      expect(differences.reduce((sum, it) => sum + (it.after ?? 0) - (it.before ?? 0), 0), 'the reasons tell another difference').toBe(after - before);
    }
  }
});
