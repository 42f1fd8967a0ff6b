import type { z } from 'zod';
import type { CivilDate } from '#domain/calendar/civil-date.ts';
import type { listRotaOrganisations as organisationsContract, listShiftTeams as listContract } from '#domain/rota/contract.ts';
import { knownCycleOf } from '#domain/rota/known-cycle-of.ts';
import { scopesOf } from '#domain/access/policy.ts';
import { withNameKeys } from '#server/facts/name-key-reads.ts';
import { subtree } from '#server/orgs/organisation-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { sql } from '#server/platform/sql.ts';
import { peopleOf, placementsWhere, teamsOf } from './rota-reads.ts';
import { demandAt } from './rota-rights.ts';

/** The teams that an organisation may use, with its own people in them from a day on. */
export async function listShiftTeams(call: Call, input: { organisation: string; day?: CivilDate | undefined }): Promise<z.output<typeof listContract.output>> {
  const { tx } = call;
  const day = input.day ?? call.today;
  const above = await demandAt(call, 'readRota', input.organisation);
  const teams = await teamsOf(tx, above, day);
  const people = await peopleOf(tx, input.organisation, day, day);
  const placements = await placementsWhere(tx, sql`p.person_id = ANY(${people.map((it) => it.id)}::uuid[]) AND (p.to_day IS NULL OR p.to_day >= ${day})`);
  return {
    items: teams.map(({ team, version, name, state }) => ({
      team, version, name, known: knownCycleOf(state)?.id ?? null,
      anchor: state.anchor, cycle: state.cycle, restHours: state.restHours, from: state.from, to: state.to,
      people: people.flatMap((person) => placements.filter((it) => it.team === team && it.person === person.id)
        .map((it) => ({ placement: it.factId, version: it.version, person, from: it.from, to: it.to, waiting: it.waiting }))),
    })),
    people: await withNameKeys(tx, people),
  };
}

/** Where one may see the rota: organisations with people of their own; Party groups only where one is granted just that. */
export async function listRotaOrganisations(call: Call): Promise<z.output<typeof organisationsContract.output>> {
  const scopes = scopesOf(call.actor, 'readRota');
  const below = [...await subtree(call.tx, scopes, call.today)];
  const items = await call.tx.many<z.output<typeof organisationsContract.output>['items'][number]>(sql`
    SELECT o.id, o.number, o.short_name AS "shortName", count(DISTINCT m.person_id)::int AS people
    FROM organisation o JOIN membership m ON (m.organisation_id = o.id OR m.group_id = o.id)
      AND m.from_day <= ${call.today} AND (m.to_day IS NULL OR m.to_day >= ${call.today})
    WHERE o.id = ANY(${below}::uuid[]) AND (o.category <> '699' OR o.id = ANY(${[...scopes]}::uuid[]))
    GROUP BY o.id, o.number, o.short_name ORDER BY o.number`);
  return { items };
}
