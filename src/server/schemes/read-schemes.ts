import type { z } from 'zod';
import { may, scopesOf } from '#domain/access/policy.ts';
import type { CivilDate } from '#domain/calendar/civil-date.ts';
import { refuse } from '#domain/contracts/common-refusals.ts';
import type { AdoptedVersion, readSchemes as contract } from '#domain/schemes/contract.ts';
import type { PointsNode } from '#domain/schemes/scheme.ts';
import { roots } from '#server/orgs/organisation-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { sql } from '#server/platform/sql.ts';
import { demandReader } from './demand-reader.ts';
import { adoptedSchemes, firstMonthOfForce } from './scheme-reads.ts';

/** Versions in force, newest first. */
export async function readSchemes(call: Call): Promise<z.output<typeof contract.output>> {
  demandReader(call.actor);
  const rows = await adoptions(call);
  const schemes = await adoptedSchemes(call.tx);
  const current = rows.findLast(({ from }) => from <= call.today);
  const items = rows.map((row, at): AdoptedVersion => {
    const scheme = schemes[at]?.scheme;
    if (!scheme) throw new Error('versions and texts differ');
    const { id, version, label, document, tentative, activities, points, indicators } = scheme;
    return { ...row, scheme: id, version, label, document, tentative, current: row === current, activities: activities.length, rules: rulesIn(points) + rulesIn(indicators) };
  });
  return {
    items: items.toReversed(), total: items.length,
    mayAdopt: may(call.actor, 'adoptScheme', await roots(call.tx)).allowed, mayTry: scopesOf(call.actor, 'tryScheme').length > 0,
    openFrom: await firstMonthOfForce(call),
  };
}

/** In the order of {@link adoptedSchemes}. */
const adoptions = ({ tx }: Call): Promise<{ fact: string; hash: string; from: CivilDate; adoptedOn: CivilDate; adoptedBy: string | null }[]> =>
  tx.many(sql`
    SELECT a.fact_id AS fact, a.text_hash AS hash, a.from_day AS "from", f.recorded_on AS "adoptedOn", coalesce(p.name, (
      SELECT account.user_name FROM audit_entry e JOIN account ON account.id = e.account_id
      WHERE e.subject_kind = 'schemeAdoption' AND e.subject_id = a.fact_id::text ORDER BY e.id LIMIT 1)) AS "adoptedBy"
    FROM scheme_adoption a JOIN fact f ON f.fact_id = a.fact_id LEFT JOIN person p ON p.id = f.recorded_by
    ORDER BY a.from_day, f.seq`);

function rulesIn(node: PointsNode | null): number {
  if (node === null) return 0;
  return node.kind === 'rule' ? 1 : node.children.reduce((sum, it) => sum + rulesIn(it), 0);
}

/** The text of a version as it was adopted. @throws NotFound */
export async function readSchemeText(call: Call, { hash }: { readonly hash: string }): Promise<{ text: string }> {
  demandReader(call.actor);
  const row = await call.tx.one<{ text: string }>(sql`SELECT text FROM scheme_text WHERE hash = ${hash}`);
  if (!row) throw refuse('NotFound', {});
  return row;
}
