import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { closeAccount, createAccount } from '#domain/access/account-contract.ts';
import { readSession, readSignInPage, signIn } from '#domain/access/contract.ts';
import { grantRole } from '#domain/access/grant-contract.ts';
import { demandSecondFactor, enrolSecondFactor } from '#domain/access/second-factor-contract.ts';
import { signInByTicket } from '#domain/access/ticket-contract.ts';
import { readAuditTrail } from '#domain/audit/contract.ts';
import { enterPerson } from '#domain/people/contract.ts';
import { readMyDesk } from '#domain/boards/contract.ts';
import { sql } from '#server/platform/sql.ts';
import { NOW, testBureau, type TestBureau } from '#test/app.ts';
import { PASSWORD } from '#test/cast.ts';
import { claimsFor, doorOf, PORTAL, signed, ticketFor } from '#test/portal.ts';
import { stepOf, timeCode } from './time-code.ts';

let bureau: TestBureau;
let strong: TestBureau;
let without: TestBureau;
beforeAll(async () => {
  [bureau, strong, without] = await Promise.all([
    testBureau(), testBureau(null, 'sample', doorOf({ strong: true })), testBureau(null, 'none', null),
  ]);
});
afterAll(() => Promise.all([bureau.drop(), strong.drop(), without.drop()]));
beforeEach(() => bureau.setNow(NOW));

const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const FIRST = 'k7mq-x2vd-9hpe';
const after = (seconds: number): Date => new Date(Date.parse(NOW) + seconds * 1000);
const codeAt = (seconds: number): string => timeCode(SECRET, stepOf(after(seconds)));

interface Entered {
  readonly status: number;
  readonly name: string;
  readonly cookie: string;
}

async function enter(ticket: string, code?: string, of = bureau): Promise<Entered> {
  const answer = await of.as('nobody').request(signInByTicket, { ticket, ...(code === undefined ? {} : { code }) });
  const body = (await answer.json()) as { name?: string; userName?: string };
  return { status: answer.status, name: body.userName ?? body.name ?? '', cookie: answer.headers.get('set-cookie')?.split(';')[0] ?? '' };
}
const come = async (number: string, of = bureau): Promise<string> => (await enter(ticketFor(number, of.now()), undefined, of)).name;
const session = async (cookie: string, of = bureau): Promise<unknown> => (await of.as('nobody').request(readSession, {}, { headers: { cookie } })).json();
const counted = async (table: 'used_ticket' | 'login_session'): Promise<number> =>
  (await bureau.within(({ tx }) => tx.one<{ n: number }>(table === 'used_ticket' ? sql`SELECT count(*) AS n FROM used_ticket` : sql`SELECT count(*) AS n FROM login_session`)))?.n ?? 0;
const refusals = async (): Promise<unknown[]> => (await bureau.as('shenji').call(readAuditTrail, { operation: 'refusedTicket' })).items.map((it) => it.details['ticketFault']);

/** Somebody of the detention branch with an account that he never used: his number is no user name. */
async function newcomer(of: TestBureau, number: string, userName: string): Promise<{ person: string; account: string }> {
  const { id: person } = await of.as('fangmin').call(enterPerson, {
    number, name: '石磊', gender: null, birthDate: null, details: {}, organisation: of.cast.organisation.detention, group: null, stage: 'full', staffKind: 'officer', from: '2026-01-01',
  });
  const { account } = await of.as('anquan').call(createAccount, { person, userName, firstPassword: FIRST });
  return { person, account };
}

describe('somebody whom the portal proved', () => {
  it('comes in by the number of the roster, with the rights of his account', async () => {
    const { status, cookie } = await enter(ticketFor('luojian', bureau.now()));
    expect(status).toBe(200);
    expect(await session(cookie)).toMatchObject({ userName: 'luojian', person: { name: '罗建' }, grants: [{ role: 'secretary' }] });
  });

  it('is shown the way on the sign-in page, where one is set', async () => {
    expect((await bureau.as('nobody').call(readSignInPage, {})).portal).toBe(`${PORTAL}/zhibu`);
    expect((await without.as('nobody').call(readSignInPage, {})).portal).toBe(null);
    expect(await come('luojian', without)).toBe('TicketsNotTaken');
  });

  it('comes in by the number and by no name of an account that looks like it', async () => {
    await newcomer(bureau, '030001', '030002');
    await newcomer(bureau, '030002', '030001');
    expect([await come('030001'), await come('030002')]).toEqual(['030002', '030001']);
  });

  it('needs no first password, which stays what it was for who comes by it', async () => {
    await newcomer(bureau, '030003', 'shilei3');
    const { cookie } = await enter(ticketFor('030003', bureau.now()));
    expect(await session(cookie)).toMatchObject({ mustChangePassword: false });
    expect((await bureau.as('nobody').request(readMyDesk, {}, { headers: { cookie } })).status).toBe(200);
    expect(await bureau.as('nobody').call(signIn, { userName: 'shilei3', password: FIRST })).toMatchObject({ mustChangePassword: true });
  });
});

describe('a ticket', () => {
  it('is good once, and a second one of the same person opens again', async () => {
    const ticket = ticketFor('tangyue', bureau.now());
    expect([(await enter(ticket)).name, (await enter(ticket)).name, await come('tangyue')]).toEqual(['tangyue', 'TicketUsed', 'tangyue']);
  });

  it('is good once at the same moment', async () => {
    const ticket = ticketFor('zhengqi', bureau.now());
    const before = await counted('login_session');
    const names = (await Promise.all(Array.from({ length: 8 }, () => enter(ticket)))).map((it) => it.name);
    expect(names.toSorted(), 'a ticket opened more than one session').toEqual(['TicketUsed', 'TicketUsed', 'TicketUsed', 'TicketUsed', 'TicketUsed', 'TicketUsed', 'TicketUsed', 'zhengqi']);
    expect(await counted('login_session')).toBe(before + 1);
  });

  it('is forgotten when it would be too late anyway, and then it is too late', async () => {
    const ticket = ticketFor('wenlan', bureau.now());
    await enter(ticket);
    bureau.setNow(after(91).toISOString());
    await come('wenlan');
    expect(await counted('used_ticket')).toBe(1);
    expect((await enter(ticket)).name).toBe('TicketExpired');
  });

  it.each([
    ['that nobody signed', () => `${ticketFor('luojian', after(0)).slice(0, -6)}AAAAAA`, 401, 'TicketUnsigned', 'unsigned'],
    ['that is too late', () => ticketFor('luojian', after(-91)), 401, 'TicketExpired', 'expired'],
    ['from the future', () => ticketFor('luojian', after(40)), 401, 'TicketUnfit', 'early'],
    ['for an hour', () => signed(claimsFor('luojian', after(0), { exp: after(3600).getTime() / 1000 })), 401, 'TicketUnfit', 'long'],
    ['without a number of its own', () => signed(claimsFor('luojian', after(0), { jti: undefined })), 401, 'TicketUnfit', 'unfit'],
    ['for another bureau', () => signed(claimsFor('luojian', after(0), { aud: 'https://zhibu.example/beta' })), 401, 'TicketForAnother', 'foreign'],
    ['for a number that nobody has', () => ticketFor('999999', after(0)), 403, 'TicketOfNobody', 'nobody'],
    ['for somebody who left', () => ticketFor('liubo', after(0)), 403, 'AccountClosed', 'closed'],
    ['for an administrator by the name of his account', () => ticketFor('anquan', after(0)), 403, 'TicketOfNobody', 'nobody'],
  ])('%s opens nothing, spends nothing, and stands in the trail without a name', async (_, make, status, name, fault) => {
    const ticket = make();
    const [sessions, used] = [await counted('login_session'), await counted('used_ticket')];
    expect(await enter(ticket)).toEqual({ status, name, cookie: '' });
    expect([await counted('login_session'), await counted('used_ticket')]).toEqual([sessions, used]);
    expect((await refusals())[0]).toBe(fault);
    const kept = await bureau.within(({ tx }) => tx.many<{ kept: string }>(sql`SELECT row_to_json(e)::text AS kept FROM audit_entry e WHERE operation = 'refusedTicket'`));
    expect(kept.map((it) => it.kept).join('\n')).not.toMatch(/luojian|liubo|999999|eyJ/);
  });

  it('for a closed account opens nothing', async () => {
    const { account } = await newcomer(bureau, '030004', 'shilei4');
    await bureau.as('anquan').call(closeAccount, { account });
    expect(await come('030004')).toBe('AccountClosed');
  });

  it('of which nobody signed a word fills no trail: the same is noted once a minute', async () => {
    const before = await refusals();
    await Promise.all(Array.from({ length: 3 }, () => enter('e30.e30.AAAA')));
    for (let turn = 0; turn < 5; turn += 1) await enter('e30.e30.AAAA');
    expect((await refusals()).length - before.length).toBeLessThanOrEqual(3);
  });

  it('opens no session from another site', async () => {
    const answer = await bureau.as('nobody').request(signInByTicket, { ticket: ticketFor('luojian', bureau.now()) }, { headers: { 'sec-fetch-site': 'cross-site' } });
    expect([answer.status, answer.headers.get('set-cookie')]).toEqual([403, null]);
  });

  it('is in no table when it has opened a session, and the trail says how he came', async () => {
    const ticket = ticketFor('gucheng', bureau.now());
    await enter(ticket);
    const [entry] = (await bureau.as('shenji').call(readAuditTrail, { operation: 'signInByTicket' })).items;
    expect(entry).toMatchObject({ who: { userName: 'gucheng' }, details: { cameBy: 'ticket' } });
    const kept = await bureau.within(({ tx }) => tx.many<{ kept: string }>(sql`SELECT row_to_json(e)::text AS kept FROM audit_entry e UNION ALL SELECT row_to_json(t)::text FROM used_ticket t`));
    expect(kept.filter((it) => ticket.split('.').some((part) => part.length > 30 && it.kept.includes(part)))).toEqual([]);
  });
});

describe('a second factor', () => {
  const enrolled = async (of: TestBureau, number: string, userName: string): Promise<void> => {
    await newcomer(of, number, userName);
    const { cookie } = await enter(ticketFor(number, of.now()), undefined, of);
    const codes = Array.from({ length: 10 }, (_, at) => `abc${at % 8 + 2}-x2v${at < 8 ? 'd' : 'e'}`);
    const made = await of.as('nobody').request(enrolSecondFactor, { password: FIRST, secret: SECRET, code: timeCode(SECRET, stepOf(of.now())), recoveryCodes: codes }, { headers: { cookie } });
    expect(made.status).toBe(200);
  };

  it('is asked for after the ticket, which is whole until the code is right', async () => {
    await enrolled(bureau, '030010', 'shilei10');
    bureau.setNow(after(60).toISOString());
    const ticket = ticketFor('030010', bureau.now());
    expect((await enter(ticket)).name).toBe('SecondFactorNeeded');
    expect((await enter(ticket, '000000')).name).toBe('SecondFactorWrong');
    expect((await enter(ticket, codeAt(60))).name).toBe('shilei10');
    expect((await enter(ticket, codeAt(60))).name).toBe('TicketUsed');
  });

  it('is guessed no faster by tickets than by passwords', async () => {
    await enrolled(bureau, '030011', 'shilei11');
    const names: string[] = [];
    for (let turn = 0; turn < 5; turn += 1) names.push((await enter(ticketFor('030011', bureau.now()), '000000')).name);
    expect(names).toEqual(['SecondFactorWrong', 'SecondFactorWrong', 'SecondFactorWrong', 'SignInDelayed', 'SignInDelayed']);
    expect(await bureau.as('nobody').refusal(signIn, { userName: 'shilei11', password: FIRST })).toBe('SignInDelayed');
  });

  it('is not asked for again of a portal that proves people strongly, and neither must one be enrolled', async () => {
    await enrolled(strong, '030012', 'shilei12');
    expect(await come('030012', strong)).toBe('shilei12');
    await strong.as('anquan').call(demandSecondFactor, { roles: ['secretary'] });
    expect(await session((await enter(ticketFor('luojian', strong.now()), undefined, strong)).cookie, strong)).toMatchObject({ mustEnrol: false });
    expect(await strong.as('nobody').call(signIn, { userName: 'luojian', password: PASSWORD })).toMatchObject({ mustEnrol: true });
  });

  it('must be enrolled by whose role demands one, where the portal proves nobody strongly', async () => {
    await bureau.as('anquan').call(demandSecondFactor, { roles: ['secretary'] });
    const { cookie } = await enter(ticketFor('luojian', bureau.now()));
    expect(await session(cookie)).toMatchObject({ mustEnrol: true });
    await bureau.as('anquan').call(demandSecondFactor, { roles: [] });
    expect(await session(cookie)).toMatchObject({ mustEnrol: false });
  });
});

describe('an administrator', () => {
  const administrator = async (of: TestBureau, number: string): Promise<void> => {
    const { account } = await newcomer(of, number, `of-${number}`);
    await of.as('anquan').call(grantRole, { account, role: 'auditAdministrator', organisation: of.cast.organisation.bureau, from: NOW.slice(0, 10), to: null });
  };

  it('comes by password, or from a portal that proves people strongly', async () => {
    await administrator(bureau, '030020');
    await administrator(strong, '030020');
    const before = await counted('login_session');
    expect([await come('030020'), await come('030020', strong)]).toEqual(['TicketForAdministrator', 'of-030020']);
    expect(await counted('login_session')).toBe(before);
  });
});
