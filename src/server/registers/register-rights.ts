import type { Actor } from '#domain/access/actor.ts';
import type { ActName } from '#domain/access/acts.ts';
import { may, type Permission, scopesOf } from '#domain/access/policy.ts';
import type { CivilDate } from '#domain/calendar/civil-date.ts';
import { refuse } from '#domain/contracts/common-refusals.ts';
import type { FactState } from '#domain/facts/contract.ts';
import { confirmingAct, enteringAct, isOpen, readingActs } from '#domain/registers/keeping.ts';
import type { Register } from '#domain/schemes/format/register-shape.ts';
import { homeOf, lineage, subtree } from '#server/orgs/organisation-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { sql, type Sql } from '#server/platform/sql.ts';

/** What the commission for discipline does itself; everything else it sees as anybody does. */
const commissionActs: readonly ActName[] = ['enterDiscipline', 'readDiscipline'];

/**
 * The actor with the reach of each act. A commission for discipline (机关纪委) has nothing below it: it answers for
 * everything below the committee under which it hangs.
 */
async function actingFor({ tx, actor, today }: Call, act: ActName): Promise<Actor> {
  if (!commissionActs.includes(act)) return actor;
  const commissions = await tx.many<{ id: string; parent: string | null }>(sql`
    SELECT id, parent_id AS parent FROM organisation WHERE category = '000' AND id = ANY(${actor.grants.map((it) => it.organisation)}::uuid[])`);
  const above = new Map<string, string>();
  for (const { id } of commissions) {
    const [, parent] = await lineage(tx, id, today);
    if (parent !== undefined) above.set(id, parent);
  }
  return { ...actor, grants: actor.grants.map((it) => (it.role === 'organsDiscipline' ? { ...it, organisation: above.get(it.organisation) ?? it.organisation } : it)) };
}

/** Whether the actor may do an act of this room to something of an organisation. */
export const permissionFor = async (call: Call, act: ActName, above: readonly string[]): Promise<Permission> => may(await actingFor(call, act), act, above);

/** Organisations on which the actor holds an act, with everything below them; each act is asked for once. */
export class Reach {
  readonly #call: Call;
  readonly #places = new Map<ActName, Promise<readonly string[]>>();
  #own: Promise<readonly string[]> | undefined;

  constructor(call: Call) {
    this.#call = call;
  }

  placesFor(act: ActName): Promise<readonly string[]> {
    const known = this.#places.get(act) ?? actingFor(this.#call, act).then((actor) => subtree(this.#call.tx, scopesOf(actor, act), this.#call.today));
    this.#places.set(act, known);
    return known;
  }

  /** The actor's own branch and group, and what stands above them. */
  own(): Promise<readonly string[]> {
    this.#own ??= ownPlaces(this.#call);
    return this.#own;
  }

  /** Where the actor sees whatever stands in the register. */
  async seeing(register: Register): Promise<readonly string[]> {
    const places = new Set<string>(isOpen(register) ? await this.own() : []);
    for (const act of readingActs(register)) for (const place of await this.placesFor(act)) places.add(place);
    return [...places];
  }

  entering = (register: Register): Promise<readonly string[]> => this.placesFor(enteringAct(register));
  confirming = (register: Register): Promise<readonly string[]> => this.placesFor(confirmingAct(register));
}

async function ownPlaces({ tx, actor, today }: Call): Promise<readonly string[]> {
  const home = actor.person === null ? undefined : await homeOf(tx, actor.person, today);
  if (!home) return [];
  return [...(home.group === null ? [] : [home.group]), ...(await lineage(tx, home.organisation, today))];
}

/** Entries of the register (`r`) that the actor may know of: by his rights, his branch, or because they name him. */
export async function visibleIn(call: Call, reach: Reach, register: Register): Promise<Sql> {
  return sql`(r.register = ${register.id} AND (r.organisation_id = ANY(${[...(await reach.seeing(register))]}::uuid[])
    OR EXISTS (SELECT 1 FROM record_person mine WHERE mine.fact_id = r.fact_id AND mine.person_id = ${call.actor.person})))`;
}

/** The organisation of an entry on its day; what is announced ahead stands where it stands today. */
export const lineageAt = ({ tx, today }: Call, organisation: string, day: CivilDate): Promise<readonly string[]> => lineage(tx, organisation, day < today ? day : today);

/** Whoever may not know of the entry is told that there is none. @throws NotFound */
export async function demandSight(call: Call, register: Register, state: FactState<'record'>): Promise<readonly string[]> {
  const above = await lineageAt(call, state.organisation, state.day);
  if (call.actor.person !== null && state.persons.some(({ person }) => person === call.actor.person)) return above;
  if (isOpen(register) && (await new Reach(call).own()).includes(state.organisation)) return above;
  for (const act of readingActs(register)) if ((await permissionFor(call, act, above)).allowed) return above;
  throw refuse('NotFound', {});
}

/**
 * The right to enter into a register of an organisation. Whoever works there or belongs there is told who could; for
 * anybody else the place does not exist. @throws NotAllowed, NotFound
 */
export async function demandEntering(call: Call, register: Register, organisation: string, day: CivilDate): Promise<readonly string[]> {
  const above = await lineageAt(call, organisation, day);
  const permission = await permissionFor(call, enteringAct(register), above);
  if (permission.allowed) return above;
  const known = may(call.actor, 'readRegisters', above).allowed || (await new Reach(call).own()).includes(organisation);
  throw known ? refuse('NotAllowed', permission.words) : refuse('NotFound', {});
}
