import type { z } from 'zod';
import { may } from '#domain/access/policy.ts';
import type { RequirementLine, readRequirements as contract } from '#domain/boards/requirement-contract.ts';
import { yearOf } from '#domain/calendar/civil-date.ts';
import { windowWords } from '#domain/engine/grounds-leaf.ts';
import type { Reading } from '#domain/engine/reading.ts';
import { requiredWindows } from '#domain/engine/required.ts';
import type { Requirement } from '#domain/schemes/format/requirement-shape.ts';
import { organisationCards, type OrganisationCard } from '#server/activities/name-reads.ts';
import { readUpTo } from '#server/assessments/branch-year-reads.ts';
import { roots } from '#server/orgs/organisation-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { groundsNames } from '#server/points/grounds-name-reads.ts';
import { adoptedSchemes } from '#server/schemes/scheme-reads.ts';
import { logOfBody } from './body-log-reads.ts';

/** What the committee of the bureau owes in a year, for whoever may see its sessions; for anybody else there is nothing. */
export async function readRequirements(call: Call, input: z.output<typeof contract.input>): Promise<z.output<typeof contract.output>> {
  const { tx, actor, today } = call;
  const year = input.year ?? yearOf(today);
  const seen = (await roots(tx)).filter((root) => may(actor, 'readSessions', [root]).allowed);
  const names = {};
  const items: RequirementLine[] = [];
  const schemes = await adoptedSchemes(tx);
  for (const organisation of await organisationCards(tx, seen)) {
    const reading = readUpTo(schemes, await logOfBody(tx, organisation.id, year), today);
    const required = reading.book.forWindow(String(year))?.scheme.requirements.filter(({ of, value }) => of === 'bureau' && value.kind === 'duty') ?? [];
    for (const requirement of required) {
      const line = lineOf(call, reading, organisation, requirement, year);
      items.push(line);
      for (const { grounds } of line.windows) Object.assign(names, await groundsNames(tx, grounds, schemes));
    }
  }
  return { year, items, names };
}

function lineOf({ actor }: Call, reading: Reading, organisation: OrganisationCard, requirement: Requirement, year: number): RequirementLine {
  const { id, label, clause, match } = requirement;
  return {
    requirement: id, label, clause, organisation, activity: match.activities?.[0] ?? null,
    windows: requiredWindows(reading, organisation.id, requirement, year).map((it) => ({ ...it, label: windowWords(it.window) })),
    may: { record: may(actor, 'recordSessions', [organisation.id]).allowed, plan: may(actor, 'planSessions', [organisation.id]).allowed },
  };
}
