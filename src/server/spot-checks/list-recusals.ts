import type { z } from 'zod';
import { acts } from '#domain/access/acts.ts';
import { scopesOf } from '#domain/access/policy.ts';
import { refuse } from '#domain/contracts/common-refusals.ts';
import { isBranch } from '#domain/orgs/categories.ts';
import type { listRecusals as contract, RecusalLine } from '#domain/spot-checks/sheet-contract.ts';
import type { PersonCard } from '#server/activities/name-reads.ts';
import { withNameKeys } from '#server/facts/name-key-reads.ts';
import { organisationsOn, subtree } from '#server/orgs/organisation-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { sql } from '#server/platform/sql.ts';

type Row = Omit<RecusalLine, 'person' | 'organisation' | 'mayEnd'> & { person: string; name: string; number: string; organisation: string; place: string; placeNumber: string };

/**
 * 回避登记 of the branches that the asker may check: the office sees all of them, somebody of an inspection team his own.
 * What is over stands last. @throws NotFound for whoever checks nothing
 */
export async function listRecusals({ tx, actor, today }: Call): Promise<z.output<typeof contract.output>> {
  const [checked, office] = [await subtree(tx, scopesOf(actor, 'markSheets'), today), new Set(await subtree(tx, scopesOf(actor, 'drawSpotChecks'), today))];
  if (checked.length === 0) throw refuse('NotFound', {});
  const rows = await tx.many<Row>(sql`
    SELECT r.fact_id AS recusal, f.version, r.because, r.from_day AS "from", r.to_day AS "to", p.id AS person, p.name, p.number,
      o.id AS organisation, o.short_name AS place, o.number AS "placeNumber",
      coalesce((SELECT t.text->>'reason' FROM fact_text t WHERE t.fact_id = r.fact_id ORDER BY t.version DESC LIMIT 1), '') AS reason
    FROM recusal r JOIN fact f ON f.fact_id = r.fact_id JOIN person p ON p.id = r.person_id JOIN organisation o ON o.id = r.organisation_id
    WHERE r.organisation_id = ANY(${[...checked]}::uuid[]) AND (r.person_id = ${actor.person} OR r.organisation_id = ANY(${[...office]}::uuid[]))
    ORDER BY (r.to_day IS NOT NULL AND r.to_day < ${today}), o.number, p.number`);
  const below = new Set(checked);
  const branches = (await organisationsOn(tx, today)).filter(({ id, category }) => below.has(id) && isBranch(category));
  return {
    items: rows.map(({ person, name, number, organisation, place, placeNumber, ...row }) => ({
      ...row, person: { id: person, name, number }, organisation: { id: organisation, name: place, number: placeNumber },
      mayEnd: (row.to === null || row.to > today) && (row.because === 'declared' ? person === actor.person : office.has(organisation)),
    })),
    organisations: branches.map(({ id, shortName: name, number }) => ({ id, name, number })).toSorted((one, other) => (one.number < other.number ? -1 : 1)),
    people: office.size === 0 ? [] : await withNameKeys(tx, await judges(tx, today)), self: actor.person !== null,
  };
}

/** Whoever holds a role today by which sheets are filled in. */
const judges = (tx: Call['tx'], today: string): Promise<PersonCard[]> => tx.many<PersonCard>(sql`
  SELECT DISTINCT p.id, p.name, p.number FROM role_grant g JOIN account a ON a.id = g.account_id JOIN person p ON p.id = a.person_id
  WHERE g.role = ANY(${[...acts.markSheets.roles]}) AND g.ended_at IS NULL AND a.closed_at IS NULL AND g.from_day <= ${today} AND (g.to_day IS NULL OR g.to_day >= ${today})
  ORDER BY p.number`);
