import { demandOrHide } from '#domain/access/policy.ts';
import { refuseComplaint } from '#domain/complaints/refusals.ts';
import { refuse } from '#domain/contracts/common-refusals.ts';
import { lineage, roots } from '#server/orgs/organisation-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { sql } from '#server/platform/sql.ts';
import { complaintsWhere } from './complaint-reads.ts';

/** The office answers, once; nobody what he wrote himself. */
export async function answerComplaint(call: Call, input: { complaint: string; text: string }): Promise<Record<string, never>> {
  const { tx, actor, today, now } = call;
  const [found] = await complaintsWhere(tx, sql`c.id = ${input.complaint}`);
  if (!found) throw refuse('NotFound', {});
  const above = await lineage(tx, found.organisation, today);
  demandOrHide(actor, 'answerComplaints', above.length > 0 ? above : await roots(tx));
  if (found.account === actor.account) throw refuseComplaint('OwnComplaint', {});
  const made = await tx.run(sql`INSERT INTO complaint_answer (complaint_id, text, answered_by, answered_at)
    VALUES (${found.id}, ${input.text}, ${actor.account}, ${now}) ON CONFLICT (complaint_id) DO NOTHING`);
  if (made === 0) throw refuseComplaint('ComplaintAnswered', {});
  call.audit({ kind: 'complaint', id: found.id, organisation: found.organisation, details: { replied: true }, before: { replied: false } });
  return {};
}
