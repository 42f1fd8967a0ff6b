import { randomInt, randomUUID } from 'node:crypto';
import { firstPassword } from '#domain/access/password-rules.ts';
import { firstTop } from '#domain/bureau/beginning.ts';
import type { Role } from '#domain/access/roles.ts';
import { hashPassword } from '#server/access/passwords.ts';
import type { SampleAccount } from '#server/access/routes.ts';
import { recordFact } from '#server/facts/record-fact.ts';
import { civilDay, type Clock } from '#server/platform/clock.ts';
import type { Database } from '#server/platform/database.ts';
import { newId } from '#server/platform/ids.ts';
import { perform } from '#server/platform/perform.ts';
import { sql } from '#server/platform/sql.ts';
import { founder } from './founder.ts';

export const OWN_CODE = 'own';

interface First {
  readonly userName: string;
  readonly role: Role;
  readonly zh: string;
  readonly en: string;
}

/** Whom an empty bureau begins with: three administrators who exclude each other, and the office that fills it in. */
const first: readonly First[] = [
  { userName: 'xitong', role: 'systemAdministrator', zh: '系统管理员', en: 'System administrator' },
  { userName: 'anquan', role: 'securityAdministrator', zh: '安全管理员（建账号、授职责）', en: 'Security administrator (accounts and roles)' },
  { userName: 'shenji', role: 'auditAdministrator', zh: '审计管理员', en: 'Audit administrator' },
  { userName: 'dangwu', role: 'organsDeputy', zh: '专职副书记（建组织、导花名册、启用考核方案）', en: 'Full-time deputy secretary of the organs committee (organisations, roster, scheme)' },
];

/**
 * Writes the beginning of a bureau of one's own: the committee at the top, to be renamed, and four accounts. Their
 * first passwords are returned to be printed once and are stored nowhere in clear; each must be changed at once.
 */
export async function foundOwn(database: Database, clock: Clock, bureau = OWN_CODE): Promise<readonly SampleAccount[]> {
  const now = clock();
  const founded = `${civilDay(now).slice(0, 4)}-01-01`;
  const accounts = first.map((it) => ({ ...it, id: newId(), password: firstPassword((limit) => randomInt(limit)) }));
  const hashes = await Promise.all(accounts.map((it) => hashPassword(it.password)));
  await perform(database, { bureau, actor: founder, now, requestId: randomUUID(), reactions: [], operation: 'foundOwn' }, async (call) => {
    const root = await recordFact(call, { kind: 'organisation', state: {
      ...firstTop, founded, dissolved: null, placements: [{ parent: null, from: founded }] } });
    for (const [at, it] of accounts.entries()) {
      await call.tx.run(sql`INSERT INTO account (id, user_name, password_hash) VALUES (${it.id}, ${it.userName}, ${hashes[at]})`);
      await call.tx.run(sql`INSERT INTO role_grant (id, account_id, role, organisation_id, from_day)
        VALUES (${newId()}, ${it.id}, ${it.role}, ${root.factId}, ${civilDay(now)})`);
    }
  });
  return accounts.map(({ userName, password, zh, en }) => ({ userName, password, zh, en }));
}
