import type { z } from 'zod';
import { scopesOf } from '#domain/access/policy.ts';
import type { ComplaintLine, listComplaints as contract } from '#domain/complaints/contract.ts';
import { subtree } from '#server/orgs/organisation-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { sql } from '#server/platform/sql.ts';
import { complaintsWhere, type ComplaintRow } from './complaint-reads.ts';

const LINES_MOST = 200;

/** One's own; for those who read them, what is open or done in their subtree, the longest waiting first. */
export async function listComplaints(call: Call, { list }: z.output<typeof contract.input>): Promise<z.output<typeof contract.output>> {
  const { tx, actor, today } = call;
  const scopes = scopesOf(actor, 'readComplaints');
  const reads = scopes.length > 0;
  const answering = await subtree(tx, scopesOf(actor, 'answerComplaints'), today);
  const within = list === 'own' || !reads
    ? sql`c.account_id = ${actor.account}`
    : sql`c.organisation_id = ANY(${[...(await subtree(tx, scopes, today))]}::uuid[]) AND (w.complaint_id IS NULL) = ${list === 'open'}`;
  const rows = await complaintsWhere(tx, within);
  const items = rows.slice(0, LINES_MOST).map((it): ComplaintLine => {
    const mine = it.account === actor.account;
    return { ...lineOf(it), overdue: it.answer === null && it.due < today, mine, mayAnswer: !mine && it.answer === null && answering.includes(it.organisation) };
  });
  return { items, total: rows.length, reads };
}

const lineOf = ({ id, kind, text, page, filedOn, due, from, answer, answeredAt }: ComplaintRow): Omit<ComplaintLine, 'overdue' | 'mine' | 'mayAnswer'> => ({
  id, kind, text, page, filedOn, due, from, answer: answer === null || answeredAt === null ? null : { text: answer, at: answeredAt.toISOString() },
});
