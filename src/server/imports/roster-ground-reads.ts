import { scopesOf } from '#domain/access/policy.ts';
import type { CivilDate } from '#domain/calendar/civil-date.ts';
import { calledBy, placeKey, spokenOf } from '#domain/imports/called-by.ts';
import { likenessKey, type KnownBranch, type KnownPerson, type RosterGround } from '#domain/imports/roster-ground.ts';
import type { RosterRow } from '#domain/imports/roster-row.ts';
import { isGroup } from '#domain/orgs/categories.ts';
import type { Spell } from '#domain/people/membership.ts';
import { organisationsOn, subtree, type OrganisationOnDay } from '#server/orgs/organisation-reads.ts';
import type { Call } from '#server/platform/call.ts';
import type { Tx } from '#server/platform/database.ts';
import { rawSql, sql, type Sql } from '#server/platform/sql.ts';
import { teamsOf } from '#server/rota/rota-reads.ts';

/**
 * What a plan must know: the branches that the importer may write to, and the persons of the numbers in the file.
 * @param hold `true` keeps all of it as it is until the transaction ends, for the plan that is carried out.
 */
export async function rosterGround(call: Call, from: CivilDate, rows: readonly RosterRow[], hold: boolean): Promise<RosterGround> {
  const { tx, today } = call;
  const scope = new Set([...(await subtree(tx, scopesOf(call.actor, 'importRoster'), from)), ...(await subtree(tx, scopesOf(call.actor, 'importRoster'), today))]);
  const organisations = (await organisationsOn(tx, from)).filter((it) => scope.has(it.id) && it.dissolved === null);
  if (hold) await tx.many(sql`SELECT fact_id FROM fact WHERE fact_id = ANY(${organisations.map((it) => it.id)}::uuid[]) ORDER BY fact_id FOR UPDATE`);
  const branches = await knownBranches(tx, organisations, from);
  const ids = branches.known.map((it) => it.id);
  return {
    today, from, importer: call.actor.person, branchCalled: branches.called, branchIn: branches.spoken, persons: await knownPersons(tx, rows.map((it) => it.number), scope, hold),
    secretaries: await secretariesFrom(tx, ids, from), namesakes: await namesakesOf(tx, ids, rows.map((it) => it.name), from),
  };
}

async function knownBranches(tx: Tx, organisations: readonly OrganisationOnDay[], from: CivilDate): Promise<{ readonly known: readonly KnownBranch[]; readonly called: RosterGround['branchCalled']; readonly spoken: RosterGround['branchIn'] }> {
  const teams = (await teamsOf(tx, organisations.map((it) => it.id), from)).filter((it) => it.state.from <= from);
  const branches = organisations.filter((it) => it.category === '631' || it.category === '632').map((it): [OrganisationOnDay, KnownBranch] => {
    const groups = organisations.filter((group) => isGroup(group.category) && group.parent === it.id);
    const here = new Set([it.id, ...groups.map((group) => group.id)]);
    return [it, {
      id: it.id, name: it.shortName,
      groups: new Map(groups.flatMap((group) => [group.name, group.shortName].map((name) => [placeKey(name), group.id]))),
      teams: new Map(teams.filter((team) => here.has(team.state.organisation)).map((team) => [placeKey(team.name), team.team])),
    }];
  });
  const named = branches.flatMap(([it, known]) => [it.name, it.shortName].map((name) => [name, known] as const));
  return { known: branches.map(([, known]) => known), called: calledBy(named), spoken: (text) => spokenOf(text, named) };
}

/** Who bears one of these names in one of these branches on the day or later. */
async function namesakesOf(tx: Tx, branches: readonly string[], names: readonly string[], from: CivilDate): Promise<RosterGround['namesakes']> {
  const rows = await tx.many<{ number: string; name: string; branch: string }>(sql`
    SELECT DISTINCT p.number, p.name, m.organisation_id AS branch FROM person p JOIN membership m ON m.person_id = p.id
    WHERE p.name = ANY(${[...names]}) AND m.organisation_id = ANY(${[...branches]}::uuid[]) AND (m.to_day IS NULL OR m.to_day >= ${from}) ORDER BY p.number`);
  const numbers = new Map<string, string[]>();
  for (const { number, name, branch } of rows) {
    const key = likenessKey(name, branch);
    numbers.set(key, [...(numbers.get(key) ?? []), number]);
  }
  return numbers;
}

type Bare = Omit<KnownPerson, 'inScope' | 'spells' | 'posts' | 'placements'> & { readonly number: string };

async function knownPersons(tx: Tx, numbers: readonly string[], scope: ReadonlySet<string>, hold: boolean): Promise<ReadonlyMap<string, KnownPerson>> {
  const persons = await tx.many<Bare>(sql`
    SELECT id, number, name, gender, birth_date AS "birthDate", details,
      EXISTS (SELECT 1 FROM import_batch_person taken JOIN import_batch_withdrawal w ON w.batch_id = taken.batch_id WHERE taken.person_id = person.id AND taken.before IS NULL)
      AND NOT EXISTS (SELECT 1 FROM account WHERE account.person_id = person.id)
      AND NOT EXISTS (SELECT 1 FROM fact_person named JOIN fact f ON f.fact_id = named.fact_id WHERE named.person_id = person.id AND NOT f.withdrawn) AS "isFree"
    FROM person
    WHERE number = ANY(${[...numbers]}) ORDER BY id ${rawSql(hold ? 'FOR NO KEY UPDATE' : '')}`);
  const ids = persons.map((it) => it.id);
  const spells = await spellsByPerson(tx, ids);
  const posts = await factsByPerson<KnownPerson['posts'][number]>(tx, ids, sql`SELECT t.person_id AS person, f.fact_id AS "factId", f.version, f.state FROM post t JOIN fact f ON f.fact_id = t.fact_id`);
  const placements = await factsByPerson<KnownPerson['placements'][number]>(tx, ids, sql`
    SELECT t.person_id AS person, f.fact_id AS "factId", f.version, t.team_id AS team, t.from_day AS "from", t.to_day AS "to", team.organisation_id AS organisation
    FROM team_placement t JOIN fact f ON f.fact_id = t.fact_id JOIN shift_team team ON team.fact_id = t.team_id`);
  return new Map(persons.map(({ number, ...person }) => {
    const own = spells.get(person.id) ?? [];
    const home = own.at(-1)?.state;
    const inScope = home !== undefined && (scope.has(home.organisation) || (home.group !== null && scope.has(home.group)));
    return [number, { ...person, inScope, spells: own, posts: posts.get(person.id) ?? [], placements: placements.get(person.id) ?? [] }];
  }));
}

const spellsByPerson = (tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, Spell[]>> =>
  factsByPerson<Spell>(tx, ids, sql`SELECT t.person_id AS person, f.fact_id AS "factId", f.version, f.state FROM membership t JOIN fact f ON f.fact_id = t.fact_id`);

/** Rows of a typed table `t` by person, in the order of their days. */
async function factsByPerson<R>(tx: Tx, ids: readonly string[], select: Sql): Promise<ReadonlyMap<string, R[]>> {
  const rows = await tx.many<R & { person: string }>(sql`${select} WHERE t.person_id = ANY(${[...ids]}::uuid[]) ORDER BY t.from_day`);
  const byPerson = new Map<string, R[]>();
  for (const { person, ...row } of rows) byPerson.set(person, [...(byPerson.get(person) ?? []), row as R]);
  return byPerson;
}

async function secretariesFrom(tx: Tx, branches: readonly string[], from: CivilDate): Promise<RosterGround['secretaries']> {
  const rows = await tx.many<{ organisation: string; name: string; number: string }>(sql`
    SELECT post.organisation_id AS organisation, p.name, p.number FROM post JOIN person p ON p.id = post.person_id
    WHERE post.post = 'secretary' AND post.organisation_id = ANY(${[...branches]}::uuid[]) AND (post.to_day IS NULL OR post.to_day >= ${from})
    ORDER BY post.from_day`);
  return new Map(rows.map(({ organisation, ...holder }) => [organisation, holder]));
}
