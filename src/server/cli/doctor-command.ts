import { existsSync, readdirSync } from 'node:fs';
import { inLanguage, type Language, type Words } from '#domain/words/words.ts';
import { dataFolderPath, openDataFolder } from '#server/platform/data-folder.ts';
import { openDatabase } from '#server/platform/database.ts';
import { findDatabase } from '#server/platform/database-source.ts';
import { examine } from '#server/platform/examination/examine.ts';
import type { Finding } from '#server/platform/examination/finding.ts';
import { ROLE_PREFIX, roleUrl } from '#server/platform/roles.ts';
import type { Options } from './options.ts';
import type { ExitCode, Terminal } from './terminal.ts';
import { widthOf } from './text-table.ts';

const levels: Readonly<Record<Finding['level'], Words>> = {
  ok: { zh: '正常', en: 'ok  ' }, warn: { zh: '注意', en: 'warn' }, fail: { zh: '故障', en: 'FAIL' },
};
const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;
const says = {
  sum: (warnings: number, failures: number): Words => ({
    zh: failures > 0 ? `有 ${failures} 项故障、${warnings} 项注意。` : warnings > 0 ? `没有故障，${warnings} 项注意。` : '全部正常。',
    en: failures > 0 ? `${counted(failures, 'failure')}, ${counted(warnings, 'warning')}.` : warnings > 0 ? `No failure, ${counted(warnings, 'warning')}.` : 'All is well.',
  }),
} as const;

/** `doctor`: how the installation stands; ends with 1 when something does not work. */
export async function doctorCommand({ language }: Options, terminal: Terminal): Promise<ExitCode> {
  const found = await examined(terminal.env);
  const failures = found.filter(({ level }) => level === 'fail').length;
  const warnings = found.filter(({ level }) => level === 'warn').length;
  terminal.out([...found.flatMap((it) => lines(it, language)), '', inLanguage(says.sum(warnings, failures), language), ''].join('\n'));
  return failures > 0 ? 1 : 0;
}

/** A database of our own is looked at where there is one; looking makes none. */
async function examined(env: Terminal['env']): Promise<Finding[]> {
  const path = dataFolderPath(env);
  const there = existsSync(path) && readdirSync(path).some((name) => /^postgres-\d+$/.test(name));
  if (!env['DATABASE_URL'] && !there) return examine({ env, folder: path, source: null }, new Date());
  const folder = openDataFolder(env);
  const source = await findDatabase(folder, env);
  const about = { ownerUrl: source.ownerUrl, secret: folder.secret, rolePrefix: ROLE_PREFIX };
  const database = openDatabase(roleUrl(about.ownerUrl, about.secret, 'app', about.rolePrefix), 1);
  try {
    return await examine({ env, folder: path, source: { ...about, database } }, new Date());
  } finally {
    await database.end();
    await source.leave();
  }
}

function lines({ about, level, says: words, advice }: Finding, language: Language): string[] {
  const head = `${inLanguage(levels[level], language)}  `;
  const name = inLanguage(about, language);
  const indent = ' '.repeat(widthOf(head) + ABOUT_COLUMNS);
  const [first = '', ...more] = inLanguage(words, language).split('\n');
  return [`${head}${name}${' '.repeat(Math.max(1, ABOUT_COLUMNS - widthOf(name)))}${first}`, ...[...more, ...(advice === null ? [] : [inLanguage(advice, language)])].map((line) => indent + line)];
}

const ABOUT_COLUMNS = 19;
