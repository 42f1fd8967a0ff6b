import { may, type Permission, scopesOf } from '#domain/access/policy.ts';
import type { Call } from '#server/platform/call.ts';
import { sql, type Sql } from '#server/platform/sql.ts';
import { allOf, countWhere } from './entry-reads.ts';

/**
 * Whether the entries under a condition may be taken away as a file: by whoever holds the act, wherever he holds it, because
 * the condition leaves only what he may read; and by anybody if every one of them names him, because what is his own a
 * member may always take along.
 */
export async function takingAway(call: Call, condition: Sql): Promise<Permission> {
  const permission = may(call.actor, 'takeTables', scopesOf(call.actor, 'takeTables'));
  if (permission.allowed) return permission;
  const ofOthers = sql`NOT EXISTS (SELECT 1 FROM record_person mine WHERE mine.fact_id = r.fact_id AND mine.person_id = ${call.actor.person})`;
  const others = await countWhere(call.tx, allOf([condition, ofOthers]));
  return others === 0 ? { allowed: true, because: [] } : permission;
}
