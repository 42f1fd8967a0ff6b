import type pg from 'pg';
import type { Sql } from './sql.ts';

/** So many plans a connection keeps; a statement beyond them is planned each time, as every one was before. */
const PLANS_MOST = 500;

/** What a plan is kept for: the statement's text under the schema that its names mean. */
type Planned = Map<string, string>;

// A plan lives in its connection and goes with it, and so does what we know of it.
const plannedBy = new WeakMap<pg.ClientBase, Planned>();

/**
 * A statement under a name, so that its connection plans it once (decision 19). Each bureau has names of its own: a plan
 * made for one schema is never asked under another, and two bureaus in turn do not throw out each other's plans.
 */
export function planned(client: pg.ClientBase, schema: string, { text, values }: Sql): pg.QueryConfig {
  const names = plannedBy.get(client) ?? new Map<string, string>();
  plannedBy.set(client, names);
  const about = `${schema} ${text}`;
  const known = names.get(about);
  if (known === undefined && names.size >= PLANS_MOST) return { text, values: [...values] };
  const name = known ?? `statement_${names.size + 1}`;
  names.set(about, name);
  return { name, text, values: [...values] };
}

/** A migration beside us changed what the plan answers with; a pooler between us and the server lost it. */
const PLAN_OUTDATED = '0A000';
const PLAN_LOST = '26000';

/** Whether the connection's plans are of no use any more: it must go, and the transaction can be tried on another. */
export const isStalePlan = (fault: unknown): fault is Error =>
  fault instanceof Error && 'code' in fault && (fault.code === PLAN_OUTDATED || fault.code === PLAN_LOST);
