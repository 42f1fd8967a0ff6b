import { randomBytes, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Role } from '#domain/access/roles.ts';
import { tokenHash } from '#server/access/access-reads.ts';
import { reactions } from '#server/app.ts';
import { founder } from '#server/demo/founder.ts';
import { recordFacts, type AnyNewFact } from '#server/facts/record-fact.ts';
import type { Call } from '#server/platform/call.ts';
import { checkoutFolder } from '#server/platform/data-folder.ts';
import type { Database } from '#server/platform/database.ts';
import { newId } from '#server/platform/ids.ts';
import { perform } from '#server/platform/perform.ts';
import { sql } from '#server/platform/sql.ts';
import { putIntoForce } from '#server/schemes/put-into-force.ts';
import type { Scale } from './scale.ts';

export const BUREAU = 'bench';
export const FOUNDED = '2020-01-01';
export const YEAR = 2026;
/** The server's clock stands still here, in the middle of a November. */
export const NOW = '2026-11-17T09:00:00+08:00';

/** An organisation of the bench, with somebody who holds an office there and is signed in. */
export interface BenchOrganisation {
  readonly id: string;
  readonly number: string;
  readonly kind: 'committee' | 'general' | 'branch';
  readonly parent: string;
  readonly token: string;
}

export interface BenchBranch extends BenchOrganisation {
  /** In the order of their numbers; the first is the secretary, who records. */
  readonly members: readonly string[];
}

export interface BenchBureau {
  readonly root: string;
  /** Of a party-affairs officer of the whole bureau. */
  readonly officeToken: string;
  readonly committees: readonly BenchOrganisation[];
  readonly generals: readonly BenchOrganisation[];
  readonly branches: readonly BenchBranch[];
}

const digits = (value: number, width: number): string => String(value).padStart(width, '0');
const newToken = (): string => randomBytes(32).toString('base64url');
const times = <T>(count: number, make: (at: number) => T): T[] => Array.from({ length: count }, (_, at) => make(at));

/** Carries out a use case as the founder, audited, as of an instant. */
export const within = <T>(database: Database, at: string, work: (call: Call) => Promise<T>): Promise<T> =>
  perform(database, { bureau: BUREAU, actor: founder, now: new Date(at), requestId: randomUUID(), reactions, operation: 'bench' }, work);

/** Organisations, members, accounts that are signed in, and the sample scheme in force since January. */
export async function writeBureau(database: Database, scale: Scale): Promise<BenchBureau> {
  const bureau = planned(scale);
  await within(database, `${YEAR}-01-01T08:00:00+08:00`, async (call) => {
    await recordFacts(call, organisationFacts(bureau));
    for (const branch of bureau.branches) await writeMembers(call, branch);
    await writeAccounts(call, bureau);
    await putIntoForce(call, { text: readFileSync(join(checkoutFolder(), 'schemes', 'dezhou.yaml'), 'utf8'), from: `${YEAR}-01-01` });
  });
  return bureau;
}

function planned(scale: Scale): BenchBureau {
  const root = newId();
  const organisation = (kind: BenchOrganisation['kind'], parent: string, number: string): BenchOrganisation =>
    ({ id: newId(), number, kind, parent, token: newToken() });
  const committees = times(scale.committees, (at) => organisation('committee', root, `C${digits(at + 1, 2)}`));
  const generals = committees.flatMap((it) => times(scale.generalBranches, (at) => organisation('general', it.id, `${it.number}G${digits(at + 1, 2)}`)));
  const branches = generals.flatMap((it) => times(scale.branches, (at): BenchBranch => ({
    ...organisation('branch', it.id, `${it.number}B${digits(at + 1, 2)}`), members: times(scale.members, () => newId()),
  })));
  return { root, officeToken: newToken(), committees, generals, branches };
}

const categories = { committee: '611', general: '621', branch: '631' } as const;

function organisationFacts({ root, committees, generals, branches }: BenchBureau): AnyNewFact[] {
  const fact = (factId: string, category: '611' | '621' | '631', number: string, parent: string | null): AnyNewFact => ({
    kind: 'organisation', factId,
    state: {
      category, number, name: `中共示例市公安局${number}`, shortName: `${number}党组织`, founded: FOUNDED, dissolved: null,
      placements: [{ parent, from: FOUNDED }],
    },
  });
  return [fact(root, '611', 'A', null), ...[...committees, ...generals, ...branches].map((it) => fact(it.id, categories[it.kind], it.number, it.parent))];
}

const SURNAMES = [...'方罗唐季郑温顾何沈柳陆程苏叶卢蒋蔡余杜戴夏钟汪田任姜范石姚谭'];
const GIVEN = [...'志建晓文海立永国春明德嘉思雨静雅宏俊书亦景云清远安承启泽维新'];

async function writeMembers(call: Call, branch: BenchBranch): Promise<void> {
  const rows = branch.members.map((id, at) => {
    const number = `${branch.number}-${digits(at + 1, 2)}`;
    const name = `${SURNAMES[at % SURNAMES.length] ?? ''}${GIVEN[(at * 7) % GIVEN.length] ?? ''}${GIVEN[(at * 11 + branch.number.length) % GIVEN.length] ?? ''}`;
    return { id, number, name, name_key: `${name} ${number}`.toLowerCase(), gender: at % 4 === 0 ? 'female' : 'male' };
  });
  await call.tx.run(sql`INSERT INTO person (id, number, name, name_key, gender)
    SELECT id, number, name, name_key, gender FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS new(id uuid, number text, name text, name_key text, gender text)`);
  const secretary = branch.members[0];
  await recordFacts(call, [
    ...branch.members.map((person): AnyNewFact => ({
      kind: 'membership', state: { person, organisation: branch.id, group: null, stage: 'full', staffKind: 'officer', from: FOUNDED, to: null },
    })),
    ...(secretary === undefined ? [] : [{
      kind: 'post', state: { person: secretary, organisation: branch.id, post: 'secretary', from: FOUNDED, to: null },
    } satisfies AnyNewFact]),
  ]);
}

/** An office of the bureau, of every committee and general branch, and the secretary of every branch. */
async function writeAccounts(call: Call, bureau: BenchBureau): Promise<void> {
  const office: Role = 'partyAffairsOfficer';
  const rows = [
    { on: bureau.root, token: bureau.officeToken, role: office, person: null },
    ...[...bureau.committees, ...bureau.generals].map((it) => ({ on: it.id, token: it.token, role: office, person: null })),
    ...bureau.branches.map((it) => ({ on: it.id, token: it.token, role: 'secretary' satisfies Role, person: it.members[0] ?? null })),
  ].map((it) => ({ ...it, account: newId(), grant: newId(), hash: tokenHash(it.token) }));
  const table = sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS new("on" uuid, hash text, role text, person uuid, account uuid, "grant" uuid)`;
  await call.tx.run(sql`INSERT INTO account (id, user_name, person_id, password_hash, must_change_password) SELECT account, account::text, person, '', false FROM ${table}`);
  await call.tx.run(sql`INSERT INTO role_grant (id, account_id, role, organisation_id, from_day) SELECT "grant", account, role, "on", ${FOUNDED}::date FROM ${table}`);
  await call.tx.run(sql`INSERT INTO login_session (token_hash, account_id, created_at, last_seen_at, expires_at)
    SELECT hash, account, ${call.now}::timestamptz, '2099-01-01', '2099-12-31' FROM ${table}`);
}
