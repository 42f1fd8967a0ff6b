import type { Actor } from '#domain/access/actor.ts';
import type { AnswerHeaders, AuditSubject, Call, Reaction } from './call.ts';
import { civilDay } from './clock.ts';
import type { Database, Tx } from './database.ts';
import { writeAudit } from './once.ts';

export interface Performance {
  readonly bureau: string;
  readonly actor: Actor;
  readonly now: Date;
  readonly requestId: string;
  readonly reactions: readonly Reaction[];
  readonly file?: Uint8Array | null;
  readonly answer?: AnswerHeaders;
  readonly device?: string | null;
}

/** The call of a transaction, with the subjects that its use cases will name for the audit. */
export function callIn(database: Database, tx: Tx, it: Performance): { call: Call; subjects: readonly AuditSubject[] } {
  const subjects: AuditSubject[] = [];
  const call: Call = {
    tx, actor: it.actor, now: it.now, today: civilDay(it.now), requestId: it.requestId, reactions: it.reactions,
    file: it.file ?? null, device: it.device ?? null, answer: it.answer ?? {},
    audit: (subject) => void subjects.push(subject),
    apart: (work) => database.beside(it.bureau, { requestId: it.requestId }, work),
  };
  return { call, subjects };
}

/** Carries out a use case without HTTP (a job, the command line, a demo being written): one transaction, audited under `operation`. */
export function perform<T>(database: Database, it: Performance & { readonly operation: string }, work: (call: Call) => Promise<T>): Promise<T> {
  return database.withBureau(it.bureau, { accountId: it.actor.account, requestId: it.requestId, operation: it.operation }, async (tx) => {
    const { call, subjects } = callIn(database, tx, it);
    const result = await work(call);
    await writeAudit(tx, call, it.operation, subjects);
    return result;
  });
}
