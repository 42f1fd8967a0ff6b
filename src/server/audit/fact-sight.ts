import { may, scopesOf } from '#domain/access/policy.ts';
import { versionSight } from '#domain/audit/version-sight.ts';
import { Refused } from '#domain/contracts/refusal.ts';
import type { LogEntry } from '#domain/facts/fact.ts';
import type { FactKind } from '#domain/facts/contract.ts';
import { bearingsOf } from '#domain/facts/subjects.ts';
import { lineage } from '#server/orgs/organisation-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { sql } from '#server/platform/sql.ts';

/** How a room lets somebody see one of its facts on the page of it, or refuses. */
export type RoomSight = (call: Call, entry: LogEntry) => Promise<unknown>;
export type RoomSights = Readonly<Partial<Record<FactKind, RoomSight>>>;

/** Kinds that somebody may look at where they are his own and name nobody else. */
const OWN: readonly FactKind[] = ['leave', 'makeUp', 'membership', 'post', 'teamPlacement', 'secondment', 'particulars'];

/** Values for whoever may see the fact; its fields alone for whoever reads the trail; nothing for anybody else. */
export async function sightOf(call: Call, entry: LogEntry, rooms: RoomSights): Promise<'values' | 'fields' | 'nothing'> {
  if (await seesValues(call, entry, rooms)) return 'values';
  return scopesOf(call.actor, 'readAudit').length > 0 ? 'fields' : 'nothing';
}

async function seesValues(call: Call, entry: LogEntry, rooms: RoomSights): Promise<boolean> {
  const { actor } = call;
  const sight = versionSight[entry.kind];
  const { persons, organisation, day } = bearingsOf(entry.kind, entry.state as never, entry.recordedOn, entry.period);
  if (OWN.includes(entry.kind) && actor.person !== null && persons.length === 1 && persons[0] === actor.person) return true;
  switch (sight) {
    case 'page': return false;
    case 'open': return isOpenTo(call);
    case 'room': return seenIn(rooms[entry.kind], call, entry);
    default: {
      const on = day < call.today ? day : call.today;
      const places = organisation === null ? await homes(call, persons, on) : [organisation];
      if (places.length === 0) return false;
      for (const place of places) if (place === null || !may(actor, sight.act, await lineage(call.tx, place, on)).allowed) return false;
      return true;
    }
  }
}

async function seenIn(room: RoomSight | undefined, call: Call, entry: LogEntry): Promise<boolean> {
  if (room === undefined) return false;
  try {
    await room(call, entry);
    return true;
  } catch (fault) {
    if (fault instanceof Refused) return false;
    throw fault;
  }
}

/** What only administers is no secret of the office, and nothing for members: whoever works with organisations or reads the trail. */
const isOpenTo = ({ actor }: Call): boolean => (['readMonths', 'editOrganisations', 'readSchemes', 'readAudit'] as const).some((act) => scopesOf(actor, act).length > 0);

/** Where the persons were at home that day, each place once; null where one of them was nowhere. */
async function homes({ tx }: Call, persons: readonly string[], day: string): Promise<readonly (string | null)[]> {
  const rows = await tx.many<{ place: string | null }>(sql`
    SELECT DISTINCT (SELECT coalesce(m.group_id, m.organisation_id) FROM membership m WHERE m.person_id = who AND m.from_day <= ${day} AND (m.to_day IS NULL OR m.to_day >= ${day})
      ORDER BY m.from_day DESC LIMIT 1) AS place FROM unnest(${[...persons]}::uuid[]) AS who`);
  return rows.map(({ place }) => place);
}
