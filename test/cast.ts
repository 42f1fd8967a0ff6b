import { randomBytes } from 'node:crypto';
import type { Actor } from '#domain/access/actor.ts';
import type { Role } from '#domain/access/roles.ts';
import { nameKey } from '#server/facts/name-key.ts';
import { recordFacts, type AnyNewFact } from '#server/facts/record-fact.ts';
import type { Call } from '#server/platform/call.ts';
import { newId } from '#server/platform/ids.ts';
import { joined, sql } from '#server/platform/sql.ts';
import { hashPassword } from '#server/access/passwords.ts';
import { tokenHash } from '#server/access/access-reads.ts';

/** Nobody in particular: what writes a bureau before anybody has an account. */
export const founder: Actor = { account: newId(), userName: '', person: null, grants: [], mustChangePassword: false, mustEnrol: false, session: '' };

export const FOUNDED = '2020-01-01';
export const PASSWORD = 'Evening-study-19';

/** Organisations of the cast: 局党委 → 机关党委 → two branches, one of them with three groups on shifts. */
const organisations = {
  bureau: { category: '611', number: 'A', name: '中共示例市公安局委员会', shortName: '局党委', parent: null },
  organs: { category: '611', number: 'A1', name: '中共示例市公安局机关委员会', shortName: '机关党委', parent: 'bureau' },
  discipline: { category: '000', number: 'A9', name: '示例市公安局机关纪律检查委员会', shortName: '机关纪委', parent: 'bureau' },
  detention: { category: '631', number: 'A118', name: '中共示例市看守所支部委员会', shortName: '看守所党支部', parent: 'organs' },
  command: { category: '631', number: 'A105', name: '中共示例市公安局指挥中心支部委员会', shortName: '指挥中心党支部', parent: 'organs' },
  groupA: { category: '699', number: 'A118-1', name: '看守所第一党小组', shortName: '第一党小组', parent: 'detention' },
  groupB: { category: '699', number: 'A118-2', name: '看守所第二党小组', shortName: '第二党小组', parent: 'detention' },
  groupC: { category: '699', number: 'A118-3', name: '看守所第三党小组', shortName: '第三党小组', parent: 'detention' },
} as const;
export type CastOrganisation = keyof typeof organisations;

interface Member {
  readonly name: string;
  readonly home: CastOrganisation;
  readonly group?: CastOrganisation;
  readonly post?: 'secretary' | 'deputySecretary' | 'organiser' | 'groupLeader';
  readonly role?: Role;
  readonly on?: CastOrganisation;
  readonly left?: string;
}

/** Named people of the tests; each name is also the user name. Invented, all of them. */
const people = {
  fangmin: { name: '方敏', home: 'command', role: 'partyAffairsOfficer', on: 'organs' },
  luojian: { name: '罗建', home: 'detention', post: 'secretary', role: 'secretary', on: 'detention' },
  tangyue: { name: '唐悦', home: 'detention', post: 'deputySecretary', role: 'deputySecretary', on: 'detention' },
  jiping: { name: '季平', home: 'detention', group: 'groupA', role: 'recorder', on: 'detention' },
  zhengqi: { name: '郑琦', home: 'detention', group: 'groupA', post: 'groupLeader', role: 'groupLeader', on: 'groupA' },
  wenlan: { name: '温岚', home: 'detention', group: 'groupB' },
  gucheng: { name: '顾诚', home: 'command', post: 'secretary', role: 'secretary', on: 'command' },
  heqing: { name: '何清', home: 'command', role: 'organsDiscipline', on: 'discipline' },
  shenyi: { name: '沈奕', home: 'command', role: 'organsSecretary', on: 'organs' },
  /** Left the bureau in June; his grant was never ended by hand. */
  liubo: { name: '柳波', home: 'detention', role: 'recorder', on: 'detention', left: '2026-06-30' },
} as const satisfies Record<string, Member>;

/** Accounts without a person, on the root, as a bureau of one's own begins. */
const firstAccounts = {
  xitong: 'systemAdministrator', anquan: 'securityAdministrator', shenji: 'auditAdministrator', dangwu: 'organsDeputy', juling: 'bureauLeader',
} as const satisfies Record<string, Role>;

export type CastName = keyof typeof people | keyof typeof firstAccounts;

export interface Cast {
  readonly organisation: Readonly<Record<CastOrganisation, string>>;
  readonly person: Readonly<Record<keyof typeof people, string>>;
  /** Members of the detention branch beyond the named ones, so that a session has twenty people. */
  readonly others: readonly string[];
  readonly token: Readonly<Record<CastName, string>>;
}

const idsFor = <T extends string>(names: Iterable<T>): Record<T, string> =>
  Object.fromEntries([...names].map((name) => [name, newId()])) as Record<T, string>;

/** Writes organisations, people, accounts and signed-in sessions into an empty bureau. */
export async function writeCast(call: Call): Promise<Cast> {
  const organisation = idsFor(Object.keys(organisations) as CastOrganisation[]);
  const person = idsFor(Object.keys(people) as (keyof typeof people)[]);
  const others = Array.from({ length: 15 }, () => newId());
  await writePersons(call, [
    ...Object.entries(people).map(([key, it]) => ({ id: person[key as keyof typeof people], number: key, name: it.name })),
    ...others.map((id, at) => ({ id, number: `0200${String(at).padStart(2, '0')}`, name: `看守${'甲乙丙丁戊己庚辛壬癸子丑寅卯辰'[at] ?? ''}` })),
  ]);
  await recordFacts(call, [...organisationFacts(organisation), ...memberFacts(organisation, person), ...otherFacts(organisation, others)]);
  const token = await writeAccounts(call, organisation, person);
  return { organisation, person, others, token };
}

async function writePersons(call: Call, rows: readonly { id: string; number: string; name: string }[]): Promise<void> {
  const values = rows.map((it) => sql`(${it.id}, ${it.number}, ${it.name}, ${nameKey(it.name, it.number)})`);
  await call.tx.run(sql`INSERT INTO person (id, number, name, name_key) VALUES ${joined(values, ', ')}`);
}

const organisationFacts = (ids: Cast['organisation']): AnyNewFact[] => Object.entries(organisations).map(([key, it]) => ({
  kind: 'organisation', factId: ids[key as CastOrganisation],
  state: {
    category: it.category, number: it.number, name: it.name, shortName: it.shortName, founded: FOUNDED, dissolved: null,
    placements: [{ parent: it.parent === null ? null : ids[it.parent], from: FOUNDED }],
  },
}));

function memberFacts(organisation: Cast['organisation'], person: Cast['person']): AnyNewFact[] {
  return Object.entries<Member>(people).flatMap(([key, it]): AnyNewFact[] => {
    const id = person[key as keyof typeof people];
    const spell = { from: FOUNDED, to: it.left ?? null };
    const membership: AnyNewFact = { kind: 'membership', state: {
      person: id, organisation: organisation[it.home], group: it.group ? organisation[it.group] : null, stage: 'full', staffKind: 'officer', ...spell } };
    const where = it.post === 'groupLeader' && it.group ? it.group : it.home;
    return it.post ? [membership, { kind: 'post', state: { person: id, organisation: organisation[where], post: it.post, ...spell } }] : [membership];
  });
}

const otherFacts = (organisation: Cast['organisation'], others: readonly string[]): AnyNewFact[] => others.map((id, at) => ({
  kind: 'membership', state: {
    person: id, organisation: organisation.detention, group: organisation[(['groupA', 'groupB', 'groupC'] as const)[at % 3] ?? 'groupA'],
    stage: at === 14 ? 'probationary' : 'full', staffKind: at % 5 === 4 ? 'auxiliary' : 'officer', from: FOUNDED, to: null },
}));

let hashed: Promise<string> | undefined;

async function writeAccounts(call: Call, organisation: Cast['organisation'], person: Cast['person']): Promise<Cast['token']> {
  hashed ??= hashPassword(PASSWORD);
  const hash = await hashed;
  const named = Object.entries<Member>(people).map(([user, it]) => ({
    user, person: person[user as keyof typeof people], role: it.role, on: it.on ? organisation[it.on] : undefined }));
  const apart = Object.entries(firstAccounts).map(([user, role]) => ({ user, person: null, role, on: organisation.bureau }));
  const tokens: [string, string][] = [];
  for (const it of [...named, ...apart]) {
    const account = newId();
    const token = randomBytes(32).toString('base64url');
    await call.tx.run(sql`INSERT INTO account (id, user_name, person_id, password_hash, must_change_password) VALUES (${account}, ${it.user}, ${it.person}, ${hash}, false)`);
    await call.tx.run(sql`INSERT INTO login_session (token_hash, account_id, created_at, last_seen_at, expires_at)
      VALUES (${tokenHash(token)}, ${account}, ${call.now}, '2099-01-01', '2099-12-31')`);
    if (it.role && it.on) {
      await call.tx.run(sql`INSERT INTO role_grant (id, account_id, role, organisation_id, from_day) VALUES (${newId()}, ${account}, ${it.role}, ${it.on}, ${FOUNDED})`);
    }
    tokens.push([it.user, token]);
  }
  return Object.fromEntries(tokens) as Record<CastName, string>;
}
