import { z } from 'zod';
import { may } from '#domain/access/policy.ts';
import type { CivilDate } from '#domain/calendar/civil-date.ts';
import { refuse } from '#domain/contracts/common-refusals.ts';
import { hiddenParticular, personDetails, type PersonDetails, type PersonPage, type readPerson as contract } from '#domain/people/contract.ts';
import { maskedNumber } from '#domain/people/masked-number.ts';
import { refusePeople } from '#domain/people/refusals.ts';
import type { Call } from '#server/platform/call.ts';
import type { Tx } from '#server/platform/database.ts';
import { sql } from '#server/platform/sql.ts';
import { postsHeldBy, spellsOf } from './person-reads.ts';
import { demandSight } from './person-rights.ts';

/** Everything on file about a person, for whoever may see people of the home branch, and for the person, who alone reads everything in full. */
export async function readPerson(call: Call, input: z.output<typeof contract.input>): Promise<PersonPage> {
  const { tx, actor } = call;
  const above = await demandSight(call, input.person);
  const row = await tx.one<{ id: string; number: string; name: string; gender: 'male' | 'female' | null; birthDate: CivilDate | null; details: unknown }>(sql`
    SELECT id, number, name, gender, birth_date AS "birthDate", details FROM person WHERE id = ${input.person}`);
  if (!row) throw refuse('NotFound', {});
  const spells = await spellsOf(tx, row.id);
  const posts = await postsHeldBy(tx, row.id);
  const editable = may(actor, 'editPeople', above).allowed;
  const nameOf = await namesOf(tx, [...spells.flatMap(({ state }) => [state.organisation, state.group]), ...posts.map((it) => it.state.organisation)]);
  // Parts that an older version wrote and nobody reads any more are left out.
  const details = z.object(personDetails.shape).parse(row.details);
  return {
    ...row, ...(actor.person === row.id ? { details, bornIn: null, masked: [] } : maskedParticulars(row.birthDate, details)),
    memberships: spells.toReversed().map(({ factId, version, state: { person: _, organisation, group, ...rest } }) => ({
      id: factId, version, branch: nameOf(organisation), group: group === null ? null : nameOf(group), ...rest })),
    posts: posts.map(({ factId, version, state: { person: _, organisation, ...rest } }) => ({ id: factId, version, organisation: nameOf(organisation), ...rest })),
    teams: await teamsOf(tx, row.id),
    editable,
    notToMove: editable && actor.person === row.id ? refusePeople('OwnMembershipOrPost', {}).refusal.words : null,
  };
}

/** To others: of a number a mask, of a birth the year, of the ethnicity only that it is on file. What is not on file is no mask. */
function maskedParticulars(birthDate: CivilDate | null, { phone, ethnicity, ...rest }: PersonDetails): Pick<PersonPage, 'birthDate' | 'bornIn' | 'details' | 'masked'> {
  const mask = maskedNumber(phone);
  const there = { phone: mask !== null, birthDate: birthDate !== null, ethnicity: (ethnicity ?? '') !== '' };
  return {
    birthDate: null, bornIn: birthDate?.slice(0, 4) ?? null, details: { ...rest, ...(mask === null ? {} : { phone: mask }) },
    masked: hiddenParticular.options.filter((it) => there[it]),
  };
}

async function namesOf(tx: Tx, ids: readonly (string | null)[]): Promise<(id: string) => { id: string; name: string }> {
  const rows = await tx.many<{ id: string; name: string }>(sql`SELECT id, short_name AS name FROM organisation WHERE id = ANY(${ids.filter((it) => it !== null)}::uuid[])`);
  const names = new Map(rows.map((it) => [it.id, it.name]));
  return (id) => ({ id, name: names.get(id) ?? '' });
}

/** Shift teams the person is or was in, newest first; the name of a team is free text beside its fact. */
const teamsOf = (tx: Tx, person: string): Promise<PersonPage['teams']> =>
  tx.many(sql`
    SELECT place.fact_id AS id, place.from_day AS "from", place.to_day AS "to", json_build_object('id', place.team_id, 'name',
      coalesce((SELECT t.text->>'name' FROM fact_text t WHERE t.fact_id = place.team_id ORDER BY t.version DESC LIMIT 1), '')) AS team
    FROM team_placement place WHERE place.person_id = ${person} ORDER BY place.from_day DESC`);
