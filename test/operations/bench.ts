import { randomBytes } from 'node:crypto';
import type { z } from 'zod';
import { addDays } from '#domain/calendar/civil-date.ts';
import type { Contract } from '#domain/contracts/contract.ts';
import { enterPerson } from '#domain/people/contract.ts';
import { recordSession } from '#domain/activities/contract.ts';
import { hashPassword } from '#server/access/passwords.ts';
import { tokenHash } from '#server/access/access-reads.ts';
import { newId } from '#server/platform/ids.ts';
import { sql } from '#server/platform/sql.ts';
import type { Caller, TestBureau } from '#test/app.ts';
import { PASSWORD, type CastName, type CastOrganisation } from '#test/cast.ts';

/** A prepared bureau, from which every operation gets what it needs, each time something that no earlier one has used. */
export interface Bench {
  readonly bureau: TestBureau;
  as(name: CastName): Caller;
  on(organisation: CastOrganisation): string;
  person(name: keyof TestBureau['cast']['person']): string;
  /** A number that nobody had before. */
  next(): number;
  /** A day of this year, before today, that nobody had before. */
  pastDay(): string;
  /** A day after today that nobody had before. */
  comingDay(): string;
  /** Somebody new in the detention branch. */
  newPerson(): Promise<string>;
  /** Somebody new there with an account and a session, and the password of the cast. */
  newAccount(): Promise<{ account: string; person: string; token: string; caller: Caller }>;
  /** A new session of somebody of the cast. */
  session(name: CastName): Promise<Caller>;
  /** A session of the detention branch, recorded by its recorder, with the last of its people absent on personal leave. */
  recorded(): Promise<{ session: string; version: number; day: string; absent: string }>;
}

type RecordInput = z.input<typeof recordSession.input>;

/** What a plain evening of study records. */
export const recordOf = (organisation: string, day: string, change: Partial<RecordInput> = {}): RecordInput => ({
  organisation, arranged: null, activities: ['mondayStudy'], contents: [], topic: '学习党章', period: day.slice(0, 7), reason: '',
  sittings: [{ day, from: '19:00', to: '21:00', place: '会议室' }], host: null, minuteTaker: null, speakers: [], exchanges: [], attendees: [],
  lecturer: '', material: '', otherAttendees: '', agenda: [], resolutions: [], discussion: '', marks: [], allPresent: true, ...change,
});

export function benchOf(bureau: TestBureau): Bench {
  let used = 0;
  let hashed: Promise<string> | undefined;
  let past = 0;
  let coming = 0;
  const { cast } = bureau;
  const on: Bench['on'] = (organisation) => cast.organisation[organisation];
  const next = (): number => (used += 1);
  const pastDay = (): string => addDays('2026-11-16', -(past += 1));
  const newPerson: Bench['newPerson'] = async () => (await bureau.as('fangmin').call(enterPerson, {
    number: `T${String(next()).padStart(5, '0')}`, name: '石磊', gender: null, birthDate: null, details: {},
    organisation: on('detention'), group: null, stage: 'full', staffKind: 'officer', from: '2026-01-01',
  })).id;
  const open = async (account: string): Promise<string> => {
    const token = randomBytes(32).toString('base64url');
    await bureau.within((call) => call.tx.run(sql`INSERT INTO login_session (token_hash, account_id, created_at, last_seen_at, expires_at)
      VALUES (${tokenHash(token)}, ${account}, ${call.now}, '2099-01-01', '2099-12-31')`));
    return token;
  };
  return {
    bureau, on, next, pastDay, newPerson,
    as: (name) => bureau.as(name),
    person: (name) => cast.person[name],
    comingDay: () => addDays('2026-12-01', (coming += 1)),
    newAccount: async () => {
      const person = await newPerson();
      const account = newId();
      const hash = await (hashed ??= hashPassword(PASSWORD));
      await bureau.within((call) => call.tx.run(sql`INSERT INTO account (id, user_name, person_id, password_hash, must_change_password)
        VALUES (${account}, ${`newcomer${next()}`}, ${person}, ${hash}, false)`));
      const token = await open(account);
      return { account, person, token, caller: bureau.withToken(token) };
    },
    session: async (name) => bureau.withToken(await open(await accountNamed(bureau, name))),
    recorded: async () => {
      const day = pastDay();
      const absent = cast.others.at(-1) ?? '';
      const marks = [{ person: absent, mark: 'absent' as const, reason: 'personalLeave', sitting: 0 }];
      return { ...(await bureau.as('jiping').call(recordSession, recordOf(on('detention'), day, { marks }))), day, absent };
    },
  };
}

export async function accountNamed(bureau: TestBureau, name: string): Promise<string> {
  const row = await bureau.within((call) => call.tx.one<{ id: string }>(sql`SELECT id FROM account WHERE user_name = ${name}`));
  if (!row) throw new Error(`no account ${name}`);
  return row.id;
}

/** How one operation is asked for: by whom, and with what, so that it is carried out. */
export interface Asked {
  readonly contract: Contract;
  /** Somebody of the cast who may, or `newcomer`: somebody new acts on his own account. */
  readonly by: CastName | 'newcomer';
  /** When it is asked for, where that is not the Tuesday of all others. */
  readonly at?: string;
  readonly prepare: (bench: Bench) => Promise<Prepared>;
}

export interface Prepared {
  readonly input: Record<string, unknown>;
  readonly file?: Uint8Array;
}

/** The same for an operation that is sent a file. */
export const askingWith = <I extends z.ZodType>(
  contract: Contract<I>, by: Asked['by'], make: (bench: Bench) => Promise<{ input: z.input<I>; file: Uint8Array }>,
): Asked => ({
  contract, by, prepare: async (bench) => {
    const { input, file } = await make(bench);
    return { input: input as Record<string, unknown>, file };
  },
});

/** One row of the table of operations. `make` builds a request that will be carried out, each time a new one. */
export const asking = <I extends z.ZodType>(contract: Contract<I>, by: Asked['by'], make: (bench: Bench) => z.input<I> | Promise<z.input<I>>): Asked => ({
  contract, by, prepare: async (bench) => ({ input: (await make(bench)) as Record<string, unknown> }),
});
