import type { z } from 'zod';
import { demandOrHide, scopesOf } from '#domain/access/policy.ts';
import { evaluate } from '#domain/engine/evaluate.ts';
import type { PersonTotal } from '#domain/engine/evaluation.ts';
import { schemeBook } from '#domain/engine/scheme-book.ts';
import type { readBranchPoints as contract } from '#domain/points/contract.ts';
import { yearInclusionOf } from '#server/orgs/inclusion-reads.ts';
import { lineage, subtree } from '#server/orgs/organisation-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { adoptedSchemes } from '#server/schemes/scheme-reads.ts';
import { logInPortions } from './log-in-portions.ts';
import { branchesAmong, lastSeq, membersAt, namesOf } from './points-reads.ts';

type Output = z.output<typeof contract.output>;

/** Points of a branch's members, in the order of their numbers: nobody is ranked (D-61). */
export async function readBranchPoints(call: Call, input: z.output<typeof contract.input>): Promise<Output> {
  const { tx, actor, today } = call;
  const { organisation } = input;
  const above = await lineage(tx, organisation, today);
  demandOrHide(actor, 'readPoints', above);
  const year = input.year ?? Number(today.slice(0, 4));
  const members = await membersAt(tx, await subtree(tx, [organisation], today), today);
  // The log is read after this and may know of more, never of less: what was amended in between is read in its new state.
  const asOf = { seq: await lastSeq(tx), day: today };
  const schemes = await adoptedSchemes(tx);
  const totals = new Map<string, PersonTotal>();
  for await (const { persons, log } of logInPortions(tx, members, year)) {
    const evaluation = evaluate({ schemes, log, upTo: { seq: Number.MAX_SAFE_INTEGER, date: today }, only: persons });
    for (const total of evaluation.totals) if (total.year === year) totals.set(total.person, total);
  }
  const points = schemeBook(schemes).forWindow(String(year))?.scheme.points;
  return {
    organisation: { id: organisation, name: (await namesOf(tx, [], [organisation]))[organisation] ?? '' },
    year, asOf, inclusion: await yearInclusionOf(tx, above, year),
    parts: (points?.children ?? []).map((it) => ({ part: it.id, label: it.label, full: it.kind === 'part' ? it.full : null })),
    items: members.map(({ id, name, number, stage }) => {
      const total = totals.get(id);
      return { person: id, name, number, stage, total: total?.total ?? null, proposed: total?.proposed ?? 0, parts: [...(total?.parts ?? [])] };
    }),
  };
}

/** The branches one may choose from. */
export async function readPointsScopes(call: Call): Promise<{ items: { id: string; name: string; number: string }[] }> {
  const below = await subtree(call.tx, scopesOf(call.actor, 'readPoints'), call.today);
  return { items: await branchesAmong(call.tx, below) };
}
