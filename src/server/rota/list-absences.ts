import { may } from '#domain/access/policy.ts';
import type { CivilDate } from '#domain/calendar/civil-date.ts';
import type { FactState } from '#domain/facts/contract.ts';
import type { AbsenceRow, OwnLeaveRow } from '#domain/rota/absence-contract.ts';
import type { PersonCard } from '#domain/rota/contract.ts';
import { reasonBroughtBy, shownAsOf } from '#domain/rota/leave-reasons.ts';
import { refuseRota } from '#domain/rota/refusals.ts';
import type { Scheme } from '#domain/schemes/scheme.ts';
import type { Call } from '#server/platform/call.ts';
import type { Tx } from '#server/platform/database.ts';
import { sql, type Sql } from '#server/platform/sql.ts';
import { schemeOn } from '#server/schemes/scheme-reads.ts';
import { cardsOf, waits } from './rota-reads.ts';
import { demandAt, lineageOfPerson, mayConfirm, mayReadReasons } from './rota-rights.ts';

interface Label {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
}

interface Found {
  readonly fact: string;
  readonly version: number;
  readonly kind: 'leave' | 'closedDuty' | 'secondment';
  readonly state: FactState<'leave'> | FactState<'closedDuty'> | FactState<'secondment'>;
  readonly recordedBy: string | null;
  readonly people: readonly string[];
  readonly named: number;
  readonly waiting: boolean;
}

/** Leave, closed duty and secondment of the people of one organisation that touch a span of days, or what was withdrawn of it, the latest first. */
export async function listAbsences(call: Call, input: { organisation: string; from: CivilDate; to: CivilDate; withdrawn?: 'yes' | undefined }): Promise<{ items: AbsenceRow[]; total: number; reasons: Label[] }> {
  const { tx } = call;
  if (input.to < input.from) throw refuseRota('EndsBeforeItBegins', {});
  const above = await demandAt(call, 'readRota', input.organisation);
  const gone = input.withdrawn !== undefined;
  const found = await absencesOf(tx, input, gone ? WITHDRAWN : STANDING);
  const cards = await cardsOf(tx, found.flatMap((it) => it.people));
  const places = await namesOfOrganisations(tx, found.flatMap((it) => ('organisation' in it.state && it.state.organisation ? [it.state.organisation] : [])));
  const scheme = await schemeOn(tx, input.to);
  const readsAll = mayReadReasons(call, above);
  const confirms = mayConfirm(call, above);
  const keepsAll: boolean[] = [];
  for (const it of found) keepsAll.push(await keepsRotaOfAll(call, it));
  const items = found.map((it, at): AbsenceRow => {
    const people = it.people.map((id) => cards.get(id)).filter((card): card is PersonCard => card !== undefined);
    const own = call.actor.person !== null && people.length === 1 && people[0]?.id === call.actor.person;
    const reason = reasonOf(scheme, it);
    return {
      fact: it.fact, version: it.version, people, others: it.named - people.length, from: it.state.from, to: it.state.to, waiting: it.waiting && !gone, withdrawn: gone,
      shownAs: scheme && reason !== null ? shownAsOf(scheme, reason) : 'other',
      mayConfirm: it.waiting && !gone && confirms && !own && it.recordedBy !== call.actor.person, mayChange: keepsAll[at] ?? false,
      ...(readsAll || own ? { kind: it.kind, ...(reason === null ? {} : { reason }), ...particulars(it, places) } : {}),
    };
  });
  return { items, total: items.length, reasons: scheme ? labelsOf(scheme, items) : [] };
}

/** Whoever reads this list keeps the rota of its people; an entry that names others asks for theirs as well. */
async function keepsRotaOfAll(call: Call, { people, named, state }: Found): Promise<boolean> {
  if (named === people.length || !('persons' in state)) return true;
  for (const person of state.persons) {
    if (!may(call.actor, 'enterRota', await lineageOfPerson(call, person, state.from)).allowed) return false;
  }
  return true;
}

/** My own leave with its reasons, the latest first; nobody else's. */
export async function listOwnLeaves(call: Call): Promise<{ items: OwnLeaveRow[]; reasons: Label[] }> {
  const items = await call.tx.many<OwnLeaveRow>(sql`
    SELECT l.fact_id AS leave, f.version, l.reason, l.from_day AS "from", l.to_day AS "to", ${waits(sql`f`)} AS waiting
    FROM leave l JOIN fact f ON f.fact_id = l.fact_id WHERE l.person_id = ${call.actor.person} ORDER BY l.from_day DESC LIMIT 100`);
  const scheme = await schemeOn(call.tx, call.today);
  return { items, reasons: scheme ? labelsOf(scheme, items) : [] };
}

const STANDING = sql`
  SELECT fact_id, person_id, from_day, to_day FROM leave
  UNION ALL SELECT fact_id, person_id, from_day, to_day FROM closed_duty
  UNION ALL SELECT fact_id, person_id, from_day, to_day FROM secondment`;
/** What was withdrawn stands in no table of the room any more. */
const WITHDRAWN = sql`
  SELECT gone.fact_id, named.person_id, (gone.state->>'from')::date AS from_day, (gone.state->>'to')::date AS to_day
  FROM fact gone JOIN fact_person named ON named.fact_id = gone.fact_id WHERE gone.kind IN ('leave', 'closedDuty', 'secondment') AND gone.withdrawn`;

const absencesOf = (tx: Tx, { organisation, from, to }: { organisation: string; from: CivilDate; to: CivilDate }, spells: Sql): Promise<Found[]> =>
  tx.many<Found>(sql`
    WITH home AS (
      SELECT person_id, from_day, to_day FROM membership WHERE (organisation_id = ${organisation} OR group_id = ${organisation})
        AND from_day <= ${to} AND (to_day IS NULL OR to_day >= ${from})),
    spell AS (${spells})
    SELECT f.fact_id AS fact, f.version, f.kind, f.state, f.recorded_by AS "recordedBy", ${waits(sql`f`)} AS waiting,
      array_agg(DISTINCT s.person_id::text) AS people, (SELECT count(*) FROM fact_person n WHERE n.fact_id = f.fact_id)::int AS named
    FROM spell s JOIN home ON home.person_id = s.person_id
      AND (home.to_day IS NULL OR s.from_day <= home.to_day) AND (s.to_day IS NULL OR s.to_day >= home.from_day)
    JOIN fact f ON f.fact_id = s.fact_id
    WHERE s.from_day <= ${to} AND (s.to_day IS NULL OR s.to_day >= ${from})
    GROUP BY f.fact_id ORDER BY f.day DESC, f.fact_id DESC`);

async function namesOfOrganisations(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.many<{ id: string; name: string }>(sql`SELECT id, short_name AS name FROM organisation WHERE id = ANY(${[...ids]}::uuid[])`);
  return new Map(rows.map((it) => [it.id, it.name]));
}

function reasonOf(scheme: Scheme | undefined, { kind, state }: Found): string | null {
  if ('reason' in state) return state.reason;
  return scheme && kind !== 'leave' ? reasonBroughtBy(scheme, kind) : null;
}

function particulars({ state }: Found, places: ReadonlyMap<string, string>): Pick<AbsenceRow, 'studyAtPost' | 'seconded'> {
  if ('studyAtPost' in state) return { studyAtPost: state.studyAtPost };
  if (!('organisation' in state)) return {};
  return { seconded: state.organisation === null ? null : { id: state.organisation, name: places.get(state.organisation) ?? '' } };
}

function labelsOf(scheme: Scheme, items: readonly { reason?: string | undefined }[]): Label[] {
  const used = new Set(items.map((it) => it.reason));
  return scheme.excuses.filter((it) => used.has(it.id)).map((it) => ({ id: it.id, ...it.label }));
}
