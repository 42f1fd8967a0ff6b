import type { WhoAmI } from '#domain/access/contract.ts';
import { refuseAccess } from '#domain/access/refusals.ts';
import { administratorRoles } from '#domain/access/roles.ts';
import { CLOCK_SECONDS, forgettableFrom, TICKET_SECONDS_MOST, type TicketClaims, type TicketFault } from '#domain/access/ticket.ts';
import type { AuditSubject, Call } from '#server/platform/call.ts';
import { writeAudit } from '#server/platform/once.ts';
import type { Sealing } from '#server/platform/sealed.ts';
import { sql } from '#server/platform/sql.ts';
import type { TicketDoor } from '#server/platform/ticket-door.ts';
import { describeActor, whoActs, type AccountRow } from './access-reads.ts';
import { openSession } from './open-session.ts';
import { countCodeTry, forgetTries } from './prove-password.ts';
import { readTicket } from './read-ticket.ts';
import { hasSecondFactor, takeCode } from './second-factor.ts';

interface Shown {
  readonly ticket: string;
  readonly code?: string | undefined;
}

/**
 * Opens a session for the person whom the portal names. The ticket is spent in the same transaction: of two at one moment the
 * second waits and finds it used, and one that was refused, or only asked for the code, is whole.
 */
export async function signInByTicket(call: Call, { ticket, code }: Shown, door: TicketDoor | null, sealed: Sealing, bureau: WhoAmI['bureau']): Promise<WhoAmI> {
  if (door === null) throw refuseAccess('TicketsNotTaken', {});
  const read = readTicket(door, call.tx.bureau, ticket, call.now);
  const named: AuditSubject = { kind: 'ticket', id: read.hash ?? 'unsigned' };
  if (read.kind === 'bad') throw await refused(call, read.fault, named);
  if (!(await spend(call, read.hash, read.claims))) throw await refused(call, 'used', named);
  const account = await accountOf(call, read.claims.sub);
  if (!account) throw await refused(call, 'nobody', named);
  const concerned: AuditSubject = { kind: 'account', id: account.id };
  if (account.closed_at) throw await refused(call, 'closed', concerned);
  if (!door.strong) await demandCode(call, account, code, sealed);
  const token = await openSession(call, account, door.strong ? 'strongTicket' : 'ticket');
  const actor = await whoActs(call.tx, token, call.now);
  if (!actor) throw await refused(call, 'closed', concerned);
  if (!door.strong && actor.grants.some(({ role }) => administratorRoles.includes(role))) throw await refused(call, 'administrator', concerned);
  return describeActor(call.tx, actor, bureau, call.today);
}

/** By the number of the roster alone: the name of an account may be somebody else's number. */
const accountOf = ({ tx }: Call, number: string): Promise<AccountRow | undefined> => tx.one<AccountRow>(sql`
  SELECT a.id, a.user_name, a.password_hash, a.closed_at FROM account a JOIN person p ON p.id = a.person_id WHERE p.number = ${number}`);

async function spend({ tx, now }: Call, hash: string, claims: TicketClaims): Promise<boolean> {
  await tx.run(sql`DELETE FROM used_ticket WHERE good_until < ${now}`);
  return (await tx.run(sql`INSERT INTO used_ticket (ticket_hash, good_until) VALUES (${hash}, ${new Date(forgettableFrom(claims) * 1000)}) ON CONFLICT (ticket_hash) DO NOTHING`)) === 1;
}

/** As after a password: a wrong code stays counted under the same name. @throws SecondFactorNeeded, SecondFactorWrong, SignInDelayed */
async function demandCode(call: Call, account: AccountRow, code: string | undefined, sealed: Sealing): Promise<void> {
  if (!(await hasSecondFactor(call.tx, account.id))) return;
  if (code === undefined) throw refuseAccess('SecondFactorNeeded', {});
  await countCodeTry(call, account.user_name);
  if (!(await takeCode(call, sealed, account.id, code))) {
    await call.apart((tx) => writeAudit(tx, call, 'wrongSecondFactor', [{ kind: 'account', id: account.id }]));
    throw refuseAccess('SecondFactorWrong', {});
  }
  await forgetTries(call, account.user_name);
}

/** The refusal in words, after its entry in the trail. The same of the same thing is noted once a minute, so that nobody fills the trail from outside. */
async function refused(call: Call, fault: TicketFault, subject: AuditSubject): Promise<Error> {
  await call.apart(async (tx) => {
    const noted = await tx.many(sql`
      SELECT 1 FROM audit_entry WHERE operation = 'refusedTicket' AND subject_id = ${subject.id} AND details->>'ticketFault' = ${fault}
        AND at > now() - make_interval(mins => 1) LIMIT 1`);
    if (noted.length === 0) await writeAudit(tx, call, 'refusedTicket', [{ ...subject, details: { ticketFault: fault } }]);
  });
  return inWords(fault);
}

function inWords(fault: TicketFault): Error {
  switch (fault) {
    case 'unsigned': return refuseAccess('TicketUnsigned', {});
    case 'foreign': return refuseAccess('TicketForAnother', {});
    case 'expired': return refuseAccess('TicketExpired', {});
    case 'used': return refuseAccess('TicketUsed', {});
    case 'nobody': return refuseAccess('TicketOfNobody', {});
    case 'closed': return refuseAccess('AccountClosed', {});
    case 'administrator': return refuseAccess('TicketForAdministrator', {});
    case 'unfit': return refuseAccess('TicketUnfit', { why: { zh: '缺少约定的项目或格式不符', en: 'a claim is missing or has another form' } });
    case 'long': return refuseAccess('TicketUnfit', { why: { zh: `有效期应在 ${TICKET_SECONDS_MOST} 秒以内`, en: `it must be good for ${TICKET_SECONDS_MOST} seconds at most` } });
    case 'early': return refuseAccess('TicketUnfit', { why: { zh: `时间比本系统快 ${CLOCK_SECONDS} 秒以上`, en: `its clock is more than ${CLOCK_SECONDS} seconds ahead of ours` } });
  }
}
