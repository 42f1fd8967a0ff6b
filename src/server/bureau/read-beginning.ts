import type { WhoAmI } from '#domain/access/contract.ts';
import { may, scopesOf } from '#domain/access/policy.ts';
import type { Role } from '#domain/access/roles.ts';
import { beginningOf, isAfterwards, type Holder } from '#domain/bureau/beginning.ts';
import type { Beginning } from '#domain/bureau/contract.ts';
import { type CivilDate, yearOf } from '#domain/calendar/civil-date.ts';
import { refuse } from '#domain/contracts/common-refusals.ts';
import { isBranch } from '#domain/orgs/categories.ts';
import { announcedYear } from '#server/calendar/calendar-reads.ts';
import { organisationsOn } from '#server/orgs/organisation-reads.ts';
import type { Call } from '#server/platform/call.ts';
import type { Tx } from '#server/platform/database.ts';
import { sql } from '#server/platform/sql.ts';
import { named } from './bureau-name-reads.ts';

const SETTING_UP: readonly Role[] = ['systemAdministrator', 'securityAdministrator', 'auditAdministrator', 'organsSecretary', 'organsDeputy', 'partyAffairsOfficer'];

/** How far the bureau is set up, for its administrators and its office: counts and user names, nobody's particulars. */
export async function readBeginning(call: Call, bureau: WhoAmI['bureau']): Promise<Beginning> {
  const { tx, actor, today } = call;
  const sets = (['editOrganisations', 'manageAccounts', 'operate', 'readAudit'] as const).some((act) => scopesOf(actor, act).length > 0);
  const permission = may(actor, 'editOrganisations', []);
  if (!sets && !permission.allowed) throw refuse('NotAllowed', permission.words);

  const organisations = await organisationsOn(tx, today);
  const top = organisations.filter((it) => it.parent === null).toSorted((a, b) => (a.number < b.number ? -1 : 1))[0];
  const holders = await holdersOf(tx, today);
  const steps = beginningOf({
    name: await named(tx, bureau), top: top ?? null, holders,
    branches: organisations.filter((it) => isBranch(it.category)).length, ...(await countPeople(tx, today)), schemeFrom: await schemeFrom(tx, today),
    year: yearOf(today), announced: (await announcedYear(tx, yearOf(today))) !== undefined,
  });
  return {
    left: steps.filter((it) => !it.done && !isAfterwards(it.step)).length,
    steps: steps.map((it) => ({ ...it, there: [...it.there], missing: [...it.missing], by: [...it.by] })),
    top: top ? { id: top.id, category: top.category, number: top.number, name: top.name, shortName: top.shortName } : null,
    holders: holders.map(({ role, userName, waiting }) => ({ role, userName, waiting })),
  };
}

/** Accounts that can be used today, with the roles by which a bureau is set up. */
const holdersOf = (tx: Tx, today: CivilDate): Promise<Holder[]> => tx.many<Holder>(sql`
  SELECT DISTINCT g.role, a.user_name AS "userName", a.must_change_password AS waiting, a.person_id IS NOT NULL AS person
  FROM role_grant g JOIN account a ON a.id = g.account_id AND a.closed_at IS NULL
  WHERE g.role = ANY(${[...SETTING_UP]}) AND g.ended_at IS NULL AND g.from_day <= ${today} AND (g.to_day IS NULL OR g.to_day >= ${today})
    AND (a.person_id IS NULL OR EXISTS (SELECT FROM membership m WHERE m.person_id = a.person_id AND m.from_day <= ${today} AND (m.to_day IS NULL OR m.to_day >= ${today})))
  ORDER BY "userName", g.role`);

async function countPeople(tx: Tx, today: CivilDate): Promise<{ people: number; withoutAccount: number; notEntered: number }> {
  const row = await tx.one<{ people: number; without: number; waiting: number }>(sql`
    SELECT count(*) AS people, count(*) FILTER (WHERE a.id IS NULL) AS without, count(*) FILTER (WHERE a.must_change_password) AS waiting
    FROM membership m JOIN person p ON p.id = m.person_id AND p.erased_at IS NULL LEFT JOIN account a ON a.person_id = p.id
    WHERE m.from_day <= ${today} AND (m.to_day IS NULL OR m.to_day >= ${today})`);
  return { people: row?.people ?? 0, withoutAccount: row?.without ?? 0, notEntered: row?.waiting ?? 0 };
}

/** Since when the scheme in force is, or from when on the next one will be. */
async function schemeFrom(tx: Tx, today: CivilDate): Promise<CivilDate | null> {
  const row = await tx.one<{ from: CivilDate | null }>(sql`
    SELECT coalesce(max(from_day) FILTER (WHERE from_day <= ${today}), min(from_day)) AS "from" FROM scheme_adoption`);
  return row?.from ?? null;
}
