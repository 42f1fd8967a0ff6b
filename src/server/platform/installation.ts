import { join } from 'node:path';
import type pg from 'pg';
import { inSchema, reachable, underLock, withConnection } from './connection.ts';
import { checkoutFolder } from './data-folder.ts';
import { bureauSchema, INSTALLATION_SCHEMA } from './database.ts';
import { checkDurability } from './durability.ts';
import { migrateSchema, MIGRATION_LOCK } from './migrations.ts';
import { appRoleLogsIn, ensureRoles, ROLE_PREFIX, roleUrl } from './roles.ts';
import { StartRefusal, type Words } from './start-refusal.ts';

export type BureauKind = 'demo' | 'own';

export interface Bureau {
  readonly code: string;
  readonly name: Words;
  readonly kind: BureauKind;
}

/** A database that is migrated and whose application role is let in. */
export interface Installation {
  readonly appUrl: string;
  /** Migrations that ran now, as `schema file`. */
  readonly migrated: readonly string[];
  /** Standing warnings for the operator's page. */
  readonly warnings: readonly Words[];
  /** Makes an empty bureau; a code that is taken or malformed is refused. */
  createBureau(code: string, name: Words, kind: BureauKind): Promise<void>;
  bureaus(): Promise<Bureau[]>;
}

export interface InstallationChoice {
  readonly ownerUrl: string;
  readonly secret: string;
  /** Tests may lose everything, so their database may run without flushes. */
  readonly losable?: boolean;
  /** What the names of the database roles begin with; usually `zhibu`. */
  readonly rolePrefix?: string;
  /** Holds the folders `installation` and `bureau`. */
  readonly migrations?: string;
}

const CODE = /^[a-z][a-z0-9]{1,29}$/;
/** First segments of paths that belong to no bureau. */
const RESERVED_CODES = ['api', 'assets', 'health'];

/** Makes the roles, migrates the shared schema and every bureau, and proves that the application role gets in. */
export async function openInstallation(choice: InstallationChoice): Promise<Installation> {
  const { ownerUrl, secret, rolePrefix = ROLE_PREFIX } = choice;
  const folder = choice.migrations ?? join(checkoutFolder(), 'migrations');
  const migrateBureau = (owner: pg.Client, code: string): Promise<string[]> =>
    migrateSchema(owner, bureauSchema(code), join(folder, 'bureau'), rolePrefix);
  await reachable(ownerUrl);
  const migrated = await asOwner(ownerUrl, async (owner) => {
    await ensureRoles(owner, secret, rolePrefix);
    await refuseWithoutCreate(owner);
    const ran = await migrateSchema(owner, INSTALLATION_SCHEMA, join(folder, 'installation'), rolePrefix);
    for (const { code } of await listBureaus(owner)) ran.push(...(await migrateBureau(owner, code)));
    return ran;
  });
  await appRoleLogsIn(ownerUrl, secret, rolePrefix);
  const app = roleUrl(ownerUrl, secret, 'app', rolePrefix);
  return {
    appUrl: app,
    migrated,
    warnings: choice.losable ? [] : await withConnection(app, checkDurability),
    bureaus: () => withConnection(app, listBureaus),
    createBureau: (code, name, kind) =>
      asOwner(ownerUrl, async (owner) => {
        refuseCode(code, await listBureaus(owner));
        await migrateBureau(owner, code);
        // Last, so that the server never meets a bureau whose tables are not all there; a broken-off run is repeated.
        const row = [code, name.zh, name.en, kind];
        await inSchema(owner, INSTALLATION_SCHEMA, () =>
          owner.query('INSERT INTO bureau (code, name_zh, name_en, kind) VALUES ($1, $2, $3, $4)', row),
        );
      }),
  };
}

const asOwner = <T>(ownerUrl: string, work: (owner: pg.Client) => Promise<T>): Promise<T> =>
  withConnection(ownerUrl, (owner) => underLock(owner, MIGRATION_LOCK, () => work(owner)));

async function listBureaus(client: pg.Client): Promise<Bureau[]> {
  const { rows } = await inSchema(client, INSTALLATION_SCHEMA, () =>
    client.query<{ code: string; name_zh: string; name_en: string; kind: BureauKind }>(
      'SELECT code, name_zh, name_en, kind FROM bureau ORDER BY created_at, code',
    ),
  );
  return rows.map((row) => ({ code: row.code, name: { zh: row.name_zh, en: row.name_en }, kind: row.kind }));
}

function refuseCode(code: string, taken: readonly Bureau[]): void {
  if (!CODE.test(code) || RESERVED_CODES.includes(code)) {
    throw new StartRefusal({
      zh: `单位代码“${code}”不可用：须以小写字母开头，由 2 至 30 个小写字母或数字组成，且不得为 ${RESERVED_CODES.join('、')}。`,
      en: `The bureau code "${code}" cannot be used: 2 to 30 lower-case letters or digits, a letter first, and none of ${RESERVED_CODES.join(', ')}.`,
    });
  }
  if (taken.some((bureau) => bureau.code === code)) {
    throw new StartRefusal({
      zh: `单位代码“${code}”已被使用，请换一个。`,
      en: `The bureau code "${code}" is taken; choose another one.`,
    });
  }
}

export async function refuseWithoutCreate(owner: pg.Client): Promise<void> {
  const { rows } = await owner.query<{ may: boolean; database: string; login: string }>(
    "SELECT has_database_privilege(current_database(), 'CREATE') AS may, current_database() AS database, current_user AS login",
  );
  const [here] = rows;
  if (!here || here.may) return;
  const line = `GRANT CREATE ON DATABASE "${here.database}" TO "${here.login}";`;
  throw new StartRefusal({
    zh: `账号 ${here.login} 无权在数据库 ${here.database} 中创建模式。请由数据库管理员执行：${line}`,
    en: `The login ${here.login} may not create schemas in the database ${here.database}. Let the DBA run: ${line}`,
  });
}
