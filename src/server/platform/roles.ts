import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';
import type pg from 'pg';
import { faultCode, urlAs, withConnection } from './connection.ts';
import { rolePassword } from './data-folder.ts';
import { StartRefusal } from './start-refusal.ts';

/**
 * The server works as `app` and owns nothing; `reader` serves reports, `auditor` the audit. What each may do stands in
 * the grants files, under the names that begin with the usual prefix.
 */
export type Role = 'app' | 'reader' | 'auditor';
const ROLES: readonly Role[] = ['app', 'reader', 'auditor'];

/** Roles belong to the server and not to a database, so tests beside a real installation need names of their own. */
export const ROLE_PREFIX = 'zhibu';

export const roleNames = (prefix: string): string[] => ROLES.map((role) => `${prefix}_${role}`);

/** SQL that names our roles, for the roles of another prefix. */
export const withRoleNames = (text: string, prefix: string): string => text.replace(/\bzhibu_(app|reader|auditor)\b/g, `${prefix}_$1`);

const INVALID_PASSWORD = '28P01';
/** Two databases of one server may create them at the same moment. */
const ALREADY_THERE = ['42710', '23505'];

/** The address of the database for one of our roles. */
export function roleUrl(ownerUrl: string, secret: string, role: Role, prefix: string): string {
  const name = `${prefix}_${role}`;
  return urlAs(ownerUrl, name, rolePassword(secret, name));
}

/** Roles of ours that hold more than they need are refused, whoever gave it to them. @returns those that there are. */
export async function refuseMighty(owner: pg.Client, prefix: string): Promise<readonly string[]> {
  const { rows: known } = await owner.query<{ rolname: string; mighty: boolean }>(
    `SELECT rolname, rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR rolreplication
            OR pg_has_role(rolname, current_user, 'MEMBER') AS mighty
       FROM pg_roles WHERE rolname = ANY($1)`,
    [roleNames(prefix)],
  );
  const mighty = known.filter((role) => role.mighty).map((role) => role.rolname);
  if (mighty.length > 0) throw tooMighty(mighty);
  return known.map((role) => role.rolname);
}

/** Creates the log-in roles that are missing, as owner; the caller holds the lock of migrations. */
export async function ensureRoles(owner: pg.Client, secret: string, prefix: string): Promise<void> {
  const known = await refuseMighty(owner, prefix);
  const missing = roleNames(prefix).filter((role) => !known.includes(role));
  if (missing.length === 0) return;
  const statements = missing.map(
    (role) => `CREATE ROLE ${role} LOGIN NOINHERIT PASSWORD '${verifier(rolePassword(secret, role))}'`,
  );
  const { rows } = await owner.query<{ may: boolean }>(
    'SELECT rolcreaterole OR rolsuper AS may FROM pg_roles WHERE rolname = current_user',
  );
  if (!rows[0]?.may) throw notAllowed(statements);
  for (const statement of statements) {
    await owner.query(statement).catch((fault: unknown) => {
      if (!ALREADY_THERE.includes(faultCode(fault) ?? '')) throw fault;
    });
  }
}

/**
 * The password as PostgreSQL itself stores it (RFC 5802), so that neither the log of the server nor the lines printed
 * for a DBA show it.
 */
export function verifier(password: string, salt = randomBytes(16)): string {
  const iterations = 4096;
  const salted = pbkdf2Sync(password, salt, iterations, 32, 'sha256');
  const keyed = (name: string): Buffer => createHmac('sha256', salted).update(name).digest();
  const storedKey = createHash('sha256').update(keyed('Client Key')).digest('base64');
  return `SCRAM-SHA-256$${iterations}:${salt.toString('base64')}$${storedKey}:${keyed('Server Key').toString('base64')}`;
}

/** The application role must be let in with the password of this secret. */
export async function appRoleLogsIn(ownerUrl: string, secret: string, prefix: string): Promise<void> {
  try {
    await withConnection(roleUrl(ownerUrl, secret, 'app', prefix), async (client) => client.query('SELECT 1'));
  } catch (fault) {
    if (faultCode(fault) !== INVALID_PASSWORD) throw fault;
    const reset = roleNames(prefix).map((role) => `  ALTER ROLE ${role} PASSWORD '${verifier(rolePassword(secret, role))}';`).join('\n');
    throw new StartRefusal(
      {
        zh: `数据库角色 ${prefix}_app 的口令与本安装的密钥不符。若另有节点使用同一数据库，请设置与其相同的 ZHIBU_SECRET；若密钥已丢失且没有其他节点，请由数据库管理员执行下列语句后重新启动。`,
        en: `The database role ${prefix}_app has a password of another secret. If another node works on this server, set the same ZHIBU_SECRET here; if the secret is lost and there is no other node, let the DBA run this and start again:\n${reset}`,
      },
      fault,
    );
  }
}

function notAllowed(statements: readonly string[]): StartRefusal {
  const lines = statements.map((statement) => `  ${statement};`).join('\n');
  return new StartRefusal({
    zh: 'DATABASE_URL 的账号无权创建数据库角色。请由数据库管理员执行下列语句，然后重新启动。',
    en: `The login of DATABASE_URL may not create roles. Let the DBA run these lines, then start again:\n${lines}`,
  });
}

function tooMighty(roles: readonly string[]): StartRefusal {
  const names = roles.join(', ');
  return new StartRefusal({
    zh: `数据库角色 ${names} 拥有超级用户、绕过行级安全、创建角色或数据库、复制之一的权限，或属于所有者角色。程序只以无特权的角色工作，请由数据库管理员收回这些权限。`,
    en: `The database roles ${names} hold a right of superusers, of passing row security, of creating roles or databases, of replication, or belong to the owner. The program works only as roles without such rights; let the DBA take them back.`,
  });
}
