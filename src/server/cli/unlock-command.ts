import { randomInt, randomUUID } from 'node:crypto';
import { firstPassword } from '#domain/access/password-rules.ts';
import { roleLabels } from '#domain/access/roles.ts';
import { inLanguage, type Words } from '#domain/words/words.ts';
import { administratorsNow, unlockAdministrator } from '#server/access/unlock-administrator.ts';
import { founder } from '#server/demo/founder.ts';
import { systemClock } from '#server/platform/clock.ts';
import { openDataFolder } from '#server/platform/data-folder.ts';
import { openDatabase, type Database } from '#server/platform/database.ts';
import { findDatabase } from '#server/platform/database-source.ts';
import { perform } from '#server/platform/perform.ts';
import { ROLE_PREFIX, roleUrl } from '#server/platform/roles.ts';
import { sql } from '#server/platform/sql.ts';
import { StartRefusal } from '#server/platform/start-refusal.ts';
import { dataFolderWithout } from './data-folder-without.ts';
import type { Options } from './options.ts';
import { failUsage, type ExitCode, type Terminal } from './terminal.ts';

const says = {
  oneName: { zh: '一次只给一个账号换发密码。', en: 'One account at a time.' },
  nothingHere: (where: string): Words => ({ zh: `${where} 中没有支部系统。请核对 DATA_DIR 或 DATABASE_URL。`, en: `There is no installation of Zhibu in ${where}. Check DATA_DIR or DATABASE_URL.` }),
  whichBureau: (codes: readonly string[]): Words => ({
    zh: `请用 --bureau 写明单位代码：${codes.join('、')}。`, en: `Say which bureau with --bureau: ${codes.join(', ')}.`,
  }),
  administrators: { zh: '三员的账号（用 unlock 用户名 给其中一人换发初始密码）：', en: 'The accounts of the administrators (unlock USER gives one of them a new first password):' },
  noAdministrator: (userName: string, names: readonly string[]): Words => ({
    zh: `“${userName}”不是三员的账号，未作改动。三员：${names.join('、')}。其他账号请安全管理员登录后在“账号”页重置。`,
    en: `"${userName}" is no account of an administrator; nothing was changed. Administrators: ${names.join(', ')}. All others are reset by the security administrator on the page of accounts.`,
  }),
  unlocked: (userName: string, password: string): Words => ({
    zh: `${userName} 的初始密码（只显示这一次，首次登录须修改）：${password}\n其动态口令和全部登录已解除，操作日志中留有记录。请当面交给本人。`,
    en: `First password of ${userName} (shown this once, to be changed at once): ${password}\nHis second factor and all his sessions are gone, and the audit trail says so. Hand it over in person.`,
  }),
} as const;

/** `unlock [USER]`: the way in that is left when no administrator has one. Whoever may read the secret may take it. */
export async function unlockCommand({ files, bureau, language }: Options, terminal: Terminal): Promise<ExitCode> {
  const [userName] = files;
  if (files.length > 1) return failUsage(terminal, says.oneName, language);
  const nothing = dataFolderWithout(terminal.env);
  if (nothing !== null) throw new StartRefusal(says.nothingHere(nothing));
  const folder = openDataFolder(terminal.env);
  const source = await findDatabase(folder, terminal.env);
  const database = openDatabase(roleUrl(source.ownerUrl, folder.secret, 'app', ROLE_PREFIX), 1);
  try {
    const code = await bureauMeant(database, bureau);
    terminal.out(`${inLanguage(await unlocked(database, code, userName), language)}\n`);
    return 0;
  } finally {
    await database.end();
    await source.leave();
  }
}

/** @throws StartRefusal where several could be meant, or none is called so. */
async function bureauMeant(database: Database, written: string | null): Promise<string> {
  const codes = (await database.withInstallation((tx) => tx.many<{ code: string }>(sql`SELECT code FROM bureau ORDER BY created_at, code`))).map((it) => it.code);
  const code = written ?? (codes.length === 1 ? codes[0] : undefined);
  if (code === undefined || !codes.includes(code)) throw new StartRefusal(says.whichBureau(codes));
  return code;
}

async function unlocked(database: Database, bureau: string, userName: string | undefined): Promise<Words> {
  const about = { bureau, actor: founder, now: systemClock(), requestId: randomUUID(), reactions: [], operation: 'unlockAdministrator' };
  if (userName === undefined) {
    const lines = (await database.withBureau(bureau, {}, (tx) => administratorsNow(tx, about.now))).map((it) => ({ userName: it.userName, ...roleLabels[it.role] }));
    return {
      zh: [says.administrators.zh, ...lines.map((it) => `  ${it.userName}  ${it.zh}`)].join('\n'), en: [says.administrators.en, ...lines.map((it) => `  ${it.userName}  ${it.en}`)].join('\n'),
    };
  }
  const password = firstPassword((limit) => randomInt(limit));
  return perform(database, about, async (call) => {
    if (await unlockAdministrator(call, userName, password)) return says.unlocked(userName, password);
    throw new StartRefusal(says.noAdministrator(userName, (await administratorsNow(call.tx, about.now)).map((it) => it.userName)));
  });
}
