import type { Words } from '#domain/words/words.ts';

const size = (bytes: number): string => (bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`);

/** What the commands that save and bring back say. */
export const backupSays = {
  fileMissing: { zh: '请写明备份文件名，且只写一个。', en: 'Name one backup file.' },
  secretOpen: {
    zh: '--with-secret 须与 --passphrase-file 同用：密钥只能加密存放，否则拿到备份的人就拿到了数据库口令。',
    en: '--with-secret needs --passphrase-file: the secret leaves only encrypted, or whoever finds the backup has the passwords of the database.',
  },
  noPassphrase: (file: string): Words => ({ zh: `口令文件 ${file} 不存在、打不开或为空。`, en: `The passphrase file ${file} is not there, cannot be read or is empty.` }),
  saved: (file: string, bytes: number, encrypted: boolean): Words => ({
    zh: `已备份到 ${file}（${size(bytes)}，${encrypted ? '已加密' : '未加密，请放在只有管理员能到的地方'}）`,
    en: `Saved to ${file} (${size(bytes)}, ${encrypted ? 'encrypted' : 'not encrypted: keep it where administrators alone can reach'})`,
  }),
  checked: (file: string, at: string, product: string): Words => ({
    zh: `${file} 完好：${at} 由 ${product} 版备份，逐表核对行数和摘要无误。`,
    en: `${file} is whole: taken ${at} by release ${product}; every table has its rows and its digest.`,
  }),
  noSecret: {
    zh: '密钥不在备份中：它能打开数据库角色和各人的动态口令，应与备份分开另存。恢复前把它放回新目录的 secret 文件，一切照旧；没有它时，账号、密码和数据照旧，动态口令须由安全管理员逐个重置。需要时用 --with-secret --passphrase-file 一并保存。',
    en: 'The secret is not in it: it opens the roles of the database and the second factors, so keep it apart. Put it back as the file secret of the new folder before restoring and all is as before; without it accounts, passwords and data are, but every second factor must be reset. To take it along use --with-secret --passphrase-file.',
  },
  withSecret: { zh: '备份中含密钥，口令请与备份分开保管。', en: 'It holds the secret; keep the passphrase apart from it.' },
  tables: (schemas: number, tables: number, rows: number): Words => ({
    zh: `共 ${schemas} 个模式、${tables} 张表、${rows} 行。`, en: `${schemas} schemas, ${tables} tables, ${rows} rows.`,
  }),
  restored: (where: string): Words => ({ zh: `已恢复到 ${where}。`, en: `Restored into ${where}.` }),
  rehearsed: { zh: '演练：已恢复到一个临时数据库并核对，随后删除。', en: 'Rehearsed: restored into a database for this purpose, compared, and removed.' },
  same: (tables: number): Words => ({
    zh: `核对一致：${tables} 张表的行数和内容摘要、各自增序列、各单位合计均与备份相同。`,
    en: `The same: rows and digests of ${tables} tables, all sequences and the totals of each bureau are those of the backup.`,
  }),
  migrated: (names: readonly string[]): Words => ({ zh: `随后升级到本版本：${names.join('、')}`, en: `Then brought to this release: ${names.join(', ')}` }),
  bureauRestored: (code: string, where: string): Words => ({ zh: `单位“${code}”已恢复到 ${where}，其他单位未动。`, en: `The bureau "${code}" was restored into ${where}; the other bureaus were left alone.` }),
  bureauNext: (code: string): Words => ({ zh: `请重新启动服务，之后网址为 /${code}/（只有一个单位时为 /）。`, en: `Restart the server; its address then is /${code}/, or / where it is the only one.` }),
  otherSecret: {
    zh: '密钥沿用本系统的，没有取备份中的。与备份时不是同一把密钥的，该单位各人的动态口令须由安全管理员逐个重置；账号、密码和数据照旧。',
    en: 'The secret of this installation stays; that of the backup was not taken. Where it is another one than at the time of the backup, every second factor of this bureau must be reset; accounts, passwords and data are as before.',
  },
  rehearsedWhole: { zh: '演练总是恢复整个备份，--rehearse 不能与 --bureau 同用。', en: 'A rehearsal restores the whole backup: --rehearse does not go with --bureau.' },
  next: { zh: '现在可以用同样的 DATA_DIR、DATABASE_URL 启动。', en: 'Start now with the same DATA_DIR and DATABASE_URL.' },
  bureau: { zh: '单位', en: 'Bureau' },
  inBackup: { zh: '备份', en: 'backup' },
  afterwards: { zh: '恢复后', en: 'restored' },
} as const;
