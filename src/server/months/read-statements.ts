import type { z } from 'zod';
import type { BranchStatementLine, listOwnStatements as ownContract, listStatements as listContract } from '#domain/months/statement-contract.ts';
import { demandIn } from '#server/orgs/act-reads.ts';
import { subtree } from '#server/orgs/organisation-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { cardsOf, namesOf } from '#server/points/points-reads.ts';
import { lineOf, statementsOfBranches, statementsOfYear } from './statement-reads.ts';

/** One's own statements of a year, the latest first. */
export async function listOwnStatements(call: Call, input: z.output<typeof ownContract.input>): Promise<z.output<typeof ownContract.output>> {
  const year = input.year ?? Number(call.today.slice(0, 4));
  const entries = call.actor.person === null ? [] : await statementsOfYear(call.tx, call.actor.person, year);
  const items = [];
  for (const entry of entries.toSorted((left, right) => (left.state.period < right.state.period ? 1 : -1))) {
    const { overdue: _, ...line } = await lineOf(call, entry);
    items.push(line);
  }
  return { year, items };
}

/** The statements of a branch's month, or of all branches below, by the numbers of the people: nobody is ranked (D-61). */
export async function listStatements(call: Call, { organisation, period }: z.output<typeof listContract.input>): Promise<z.output<typeof listContract.output>> {
  const { tx, today } = call;
  await demandIn(call, 'readPoints', organisation);
  const entries = await statementsOfBranches(tx, await subtree(tx, [organisation], today), period);
  const people = await cardsOf(tx, entries.map(({ state }) => state.person));
  const byPerson = new Map(entries.map((entry) => [entry.state.person, entry]));
  const items: BranchStatementLine[] = [];
  for (const person of people) {
    const entry = byPerson.get(person.id);
    if (!entry) continue;
    const { overdue: _, ...line } = await lineOf(call, entry);
    items.push({ ...line, person });
  }
  return { organisation: { id: organisation, name: (await namesOf(tx, [], [organisation]))[organisation] ?? '' }, period, items };
}
