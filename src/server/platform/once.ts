import { refuse } from '#domain/contracts/common-refusals.ts';
import type { AuditSubject, Call, FileAnswer } from './call.ts';
import type { Tx } from './database.ts';
import { fileDigests } from './file-digests.ts';
import { joined, sql } from './sql.ts';

export interface Intention {
  readonly key: string | undefined;
  readonly account: string;
  readonly operation: string;
  readonly fingerprint: string;
}

const KEY_SHAPE = /^[A-Za-z0-9-]{16,64}$/;

/**
 * Claims an intention for this transaction, or gives back the answer that the same intention already got. A second
 * request with the same key waits in the database until the first has ended: then it finds either the answer or, if
 * the first was refused or died, nothing, and carries the intention out itself (T3, T5).
 */
export async function keptAnswer(tx: Tx, intention: Intention): Promise<{ json: string } | undefined> {
  const { key, account, operation, fingerprint } = intention;
  if (!key || !KEY_SHAPE.test(key)) throw refuse('KeyMissing', {});
  const claimed = await tx.run(sql`
    INSERT INTO idempotency (account_id, key, operation, fingerprint) VALUES (${account}, ${key}, ${operation}, ${fingerprint})
    ON CONFLICT (account_id, key) DO NOTHING`);
  if (claimed === 1) return undefined;
  const kept = await tx.one<{ operation: string; fingerprint: string; answer: string | null }>(sql`
    SELECT operation, fingerprint, answer FROM idempotency WHERE account_id = ${account} AND key = ${key}`);
  if (!kept || kept.operation !== operation || kept.fingerprint !== fingerprint || kept.answer === null) throw refuse('KeyReused', {});
  return { json: kept.answer };
}

export async function keepAnswer(tx: Tx, account: string, key: string, json: string): Promise<void> {
  await tx.run(sql`UPDATE idempotency SET status = 200, answer = ${json} WHERE account_id = ${account} AND key = ${key}`);
}

/** So long a repeat gets the answer it already got; a page that is older has lost its session long ago. */
const ANSWER_DAYS = 30;
/** In one go, so that a long list of old ones never holds anybody up; the next sweep takes the next. */
const ANSWERS_AT_ONCE = 5_000;

/** Drops kept answers that nobody will ask for again, the oldest first. @returns how many. */
export const dropOldAnswers = (tx: Tx): Promise<number> => tx.run(sql`
  DELETE FROM idempotency WHERE (account_id, key) IN (
    SELECT account_id, key FROM idempotency WHERE created_at < now() - make_interval(days => ${ANSWER_DAYS}) ORDER BY created_at LIMIT ${ANSWERS_AT_ONCE})`);

/** One audit row for each subject of a write, in the write's own transaction; a write that names none still leaves one. A file that leaves is told by its digests too. */
export async function writeAudit(tx: Tx, call: Call, operation: string, subjects: readonly AuditSubject[], file?: FileAnswer): Promise<void> {
  const named: readonly (AuditSubject | undefined)[] = subjects.length > 0 ? subjects : [undefined];
  const account = call.actor.userName === '' ? null : call.actor.account;
  const digests = file ? fileDigests(file.bytes) : {};
  const rows = named.map((subject) => sql`(${account}, ${call.actor.person}, ${operation}, ${call.requestId},
    ${subject?.kind ?? null}, ${subject?.id ?? null}, ${subject?.organisation ?? null}, ${JSON.stringify({ ...subject?.details, ...digests })}, ${JSON.stringify(subject?.before ?? {})})`);
  await tx.run(sql`
    INSERT INTO audit_entry (account_id, person_id, operation, request_id, subject_kind, subject_id, organisation_id, details, before)
    VALUES ${joined(rows, ', ')}`);
}
