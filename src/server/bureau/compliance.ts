import type { z } from 'zod';
import { demand, may } from '#domain/access/policy.ts';
import { isOpen, type SwitchName, switchNames } from '#domain/bureau/compliance.ts';
import type { readCompliance as readContract, setCompliance as setContract } from '#domain/bureau/compliance-contract.ts';
import type { CivilDate } from '#domain/calendar/civil-date.ts';
import { refuseBureau } from '#domain/bureau/refusals.ts';
import { roots } from '#server/orgs/organisation-reads.ts';
import type { Call } from '#server/platform/call.ts';
import type { Tx } from '#server/platform/database.ts';
import { sql } from '#server/platform/sql.ts';

type Compliance = z.output<typeof readContract.output>;
type Change = Compliance['changes'][number];

/** How the switches stand, for everybody: what was opened, by whose decision, until when. */
export async function readCompliance(call: Call): Promise<Compliance> {
  const { tx, actor, today } = call;
  const changes = await changesOf(tx);
  return { open: switchNames.filter((it) => isOpen(it, changes, today)), changes: changes.toReversed(), maySet: may(actor, 'setCompliance', await roots(tx)).allowed };
}

/** Oldest first. */
async function changesOf(tx: Tx): Promise<Change[]> {
  const rows = await tx.many<Omit<Change, 'changedAt'> & { changedAt: Date }>(sql`
    SELECT c.switch, c.opened, c.document, c.decided_by AS "decidedBy", c.decided_on AS "decidedOn", c.until_day AS until,
      a.user_name AS "changedBy", c.changed_at AS "changedAt"
    FROM compliance_change c JOIN account a ON a.id = c.changed_by ORDER BY c.id`);
  return rows.map((it): Change => ({ ...it, changedAt: it.changedAt.toISOString() }));
}

/** How a switch stands until this change: what was opened until a day that is over stands as if nobody had opened it. */
function standing(changes: readonly Change[], name: SwitchName, today: CivilDate): { opened: boolean; to: CivilDate | null } {
  const opened = isOpen(name, changes, today);
  return { opened, to: opened ? changes.findLast((it) => it.switch === name)?.until ?? null : null };
}

/** Opens or closes a switch on somebody's authority. The document stands in the row; the trail names that row, because it never holds typed words. */
export async function setCompliance(call: Call, input: z.output<typeof setContract.input>): Promise<Record<string, never>> {
  const { tx, actor, today, now } = call;
  demand(actor, 'setCompliance', await roots(tx));
  if (input.decidedOn > today) throw refuseBureau('DecidedLater', {});
  if (input.until !== null && input.until < today) throw refuseBureau('UntilPassed', {});
  const before = standing(await changesOf(tx), input.switch, today);
  const row = await tx.one<{ id: number }>(sql`INSERT INTO compliance_change (switch, opened, document, decided_by, decided_on, until_day, changed_by, changed_at)
    VALUES (${input.switch}, ${input.opened}, ${input.document}, ${input.decidedBy}, ${input.decidedOn}, ${input.until}, ${actor.account}, ${now}) RETURNING id`);
  call.audit({ kind: 'compliance', id: input.switch, details: { opened: input.opened, day: input.decidedOn, to: input.until, decision: row?.id ?? null }, before });
  return {};
}
