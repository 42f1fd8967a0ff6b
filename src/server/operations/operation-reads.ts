import type { SystemState } from '#domain/operations/contract.ts';
import type { Tx } from '#server/platform/database.ts';
import { sql } from '#server/platform/sql.ts';

const JOBS_MOST = 50;
const BACKUPS_MOST = 14;

export interface JobRow {
  readonly id: string;
  readonly kind: string;
  readonly state: SystemState['jobs'][number]['state'];
  readonly created_at: Date;
  readonly ended_at: Date | null;
}

/** What waits and runs first, then what ended last. */
export const lastJobs = (tx: Tx): Promise<JobRow[]> => tx.many<JobRow>(sql`
  SELECT id, kind, state, created_at, ended_at FROM job ORDER BY ended_at IS NOT NULL, coalesce(ended_at, created_at) DESC LIMIT ${JOBS_MOST}`);

/** Every backup left a trace in each bureau. */
export async function lastBackups(tx: Tx): Promise<SystemState['backups']> {
  const rows = await tx.many<{ at: Date; details: { bytes?: number; encrypted?: boolean; rehearsed?: boolean } }>(sql`
    SELECT at, details FROM audit_entry WHERE operation = 'takeBackup' ORDER BY id DESC LIMIT ${BACKUPS_MOST}`);
  return rows.map(({ at, details }) => ({ at: at.toISOString(), bytes: details.bytes ?? 0, encrypted: details.encrypted ?? false, rehearsed: details.rehearsed ?? false }));
}
