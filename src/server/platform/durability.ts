import type pg from 'pg';
import { StartRefusal, type Words } from './start-refusal.ts';

const VERSION_MIN = 150_000;
const CLOCK_SKEW_MS = 5_000;
const NEVER_OFF = ['fsync', 'full_page_writes', 'synchronous_commit'];

/**
 * Refuses a database that may lose what it has acknowledged, or that is too old or not in Unicode. Answers standing
 * warnings for the operator's page. Asked as the application role, because such a setting can hang on a role.
 */
export async function checkDurability(client: pg.Client, now: () => number = Date.now): Promise<Words[]> {
  const names = [...NEVER_OFF, 'data_checksums', 'server_version_num', 'server_encoding'];
  const { rows } = await client.query<{ name: string; setting: string }>(
    'SELECT name, setting FROM pg_settings WHERE name = ANY($1)',
    [names],
  );
  const setting = new Map(rows.map((row) => [row.name, row.setting]));
  const off = NEVER_OFF.filter((name) => setting.get(name) === 'off');
  if (off.length > 0) throw losesData(off);
  if (Number(setting.get('server_version_num')) < VERSION_MIN || setting.get('server_encoding') !== 'UTF8') {
    throw unsuitable(setting.get('server_version_num') ?? '?', setting.get('server_encoding') ?? '?');
  }
  const warnings = setting.get('data_checksums') === 'on' ? [] : [NO_CHECKSUMS];
  const { rows: clock } = await client.query<{ now: Date }>('SELECT clock_timestamp() AS now');
  const skewMs = clock[0] ? Math.abs(now() - clock[0].now.getTime()) : 0;
  return skewMs > CLOCK_SKEW_MS ? [...warnings, clockSkew(skewMs)] : warnings;
}

const NO_CHECKSUMS: Words = {
  zh: '数据库未启用数据校验和，磁盘的静默损坏不会被发现。请在停机时执行 pg_checksums --enable。',
  en: 'The database keeps no data checksums, so silent damage of the disk goes unnoticed. Run pg_checksums --enable while it is stopped.',
};

const clockSkew = (ms: number): Words => ({
  zh: `数据库服务器与本机的时钟相差 ${Math.round(ms / 1000)} 秒。请为两台机器配置同一时间源。`,
  en: `The clocks of the database server and of this machine differ by ${Math.round(ms / 1000)} seconds. Set both by the same time source.`,
});

function losesData(off: readonly string[]): StartRefusal {
  const lines = off.map((name) => `${name} = on`).join(', ');
  return new StartRefusal({
    zh: `数据库关闭了 ${off.join('、')}，断电时会丢失已确认的记录，因此不能启动。请在数据库中设置 ${lines} 后重新启动。`,
    en: `The database has ${off.join(', ')} off: a power cut would lose records that were already acknowledged, so the program does not start. Set ${lines} there and start again.`,
  });
}

const unsuitable = (version: string, encoding: string): StartRefusal =>
  new StartRefusal({
    zh: `需要 PostgreSQL 15 以上版本、UTF8 编码的数据库；此数据库的版本号为 ${version}，编码为 ${encoding}。请用 DATABASE_URL 指定合适的数据库。`,
    en: `A database of PostgreSQL 15 or newer in UTF8 is needed; this one has version number ${version} and encoding ${encoding}. Set DATABASE_URL to a fitting one.`,
  });
