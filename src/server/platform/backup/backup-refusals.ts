import { StartRefusal } from '#server/platform/start-refusal.ts';

/** The file is not, to the byte, what was written. */
export const damaged = (): StartRefusal => new StartRefusal({
  zh: '备份文件已损坏或不完整，不能使用。请换用另一份备份；若文件是拷贝来的，请重新拷贝后再试。',
  en: 'The backup file is damaged or incomplete and cannot be used. Take another backup; if this one was copied, copy it again.',
});

export const noBackup = (file: string): StartRefusal => new StartRefusal({
  zh: `${file} 不是支部系统的备份文件。请核对文件名。`, en: `${file} is no backup of Zhibu. Check the name.`,
});

export const cannotRead = (file: string, reason: string, cause: unknown): StartRefusal => new StartRefusal({
  zh: `备份文件 ${file} 不存在或读不了（${reason}）。请核对路径，以及本账户能否读取。`,
  en: `The backup file ${file} is not there or cannot be read (${reason}). Check the path, and whether this account may read it.`,
}, cause);

export const passphraseOpen = (file: string): StartRefusal => new StartRefusal({
  zh: `口令文件 ${file} 本机任何账户都能读取，等于没有加密。请执行 chmod 600 ${file}，再试一次。`,
  en: `Every account of this machine may read the passphrase file ${file}, so nothing would be kept secret by it. Run chmod 600 ${file} and try again.`,
});

export const newerFormat = (format: number): StartRefusal => new StartRefusal({
  zh: `备份文件的格式为第 ${format} 版，本程序不认识。请用写出它的版本或更新的版本恢复。`,
  en: `The backup file has format ${format}, which this release does not know. Restore it with the release that wrote it or a newer one.`,
});

export const passphraseMissing = (): StartRefusal => new StartRefusal({
  zh: '备份文件已加密。请用 --passphrase-file 写明存放口令的文件。', en: 'The backup file is encrypted. Name the file that holds its passphrase with --passphrase-file.',
});

export const passphraseWrong = (): StartRefusal => new StartRefusal({
  zh: '口令不对，备份文件打不开。请核对口令文件的内容。', en: 'The passphrase is wrong; the backup file stays closed. Check the file that holds it.',
});

export const passphraseShort = (least: number): StartRefusal => new StartRefusal({
  zh: `备份口令至少 ${least} 个字符。可用 openssl rand -base64 24 生成，并与备份分开保管。`,
  en: `The passphrase of a backup needs at least ${least} characters. Make one with openssl rand -base64 24 and keep it apart from the backup.`,
});

export const fileThere = (file: string): StartRefusal => new StartRefusal({
  zh: `${file} 已存在，不予覆盖。请换一个文件名。`, en: `${file} is there already and is not overwritten. Choose another name.`,
});

export const cannotWrite = (file: string, reason: string, cause: unknown): StartRefusal => new StartRefusal({
  zh: `无法写入 ${file}（${reason}）。请换一个本账户可写、空间足够的位置。`,
  en: `${file} cannot be written (${reason}). Choose a place that this account can write and that has room.`,
}, cause);

export const nothingToBackUp = (where: string): StartRefusal => new StartRefusal({
  zh: `${where} 中没有支部系统的数据，无可备份。请核对 DATA_DIR 或 DATABASE_URL。`,
  en: `There are no data of Zhibu in ${where}, so nothing to back up. Check DATA_DIR or DATABASE_URL.`,
});

export const notEmpty = (schemas: readonly string[]): StartRefusal => new StartRefusal({
  zh: `目标数据库中已有数据（${schemas.join('、')}），未作任何改动。恢复只能到空的数据目录或空的数据库：请用 DATA_DIR 指定一个新目录，或用 DATABASE_URL 指定一个空库。`,
  en: `The target already holds data (${schemas.join(', ')}); nothing was changed. A backup is restored only into an empty data folder or an empty database: set DATA_DIR to a new folder or DATABASE_URL to an empty database.`,
});

export const secretThere = (file: string): StartRefusal => new StartRefusal({
  zh: `备份中带有密钥，而 ${file} 已是另一把密钥，未作任何改动。请用 DATA_DIR 指定一个新目录。`,
  en: `The backup brings a secret, and ${file} already holds another one; nothing was changed. Set DATA_DIR to a new folder.`,
});

export const newerSchema = (schema: string, name: string): StartRefusal => new StartRefusal({
  zh: `备份（${schema}）出自更新版本的程序，已升级至 ${name}，本版本不认识，未作任何改动。请用与之相应或更新的版本恢复。`,
  en: `The backup (${schema}) comes from a newer release that had brought it to ${name}, which this one does not know; nothing was changed. Restore it with that release or a newer one.`,
});

export const differs = (what: string): StartRefusal => new StartRefusal({
  zh: `恢复后核对不一致（${what}），已全部撤销，目标中没有留下任何数据。请换用另一份备份，并把此信息告诉维护人员。`,
  en: `What was restored differs from the backup (${what}); all of it was taken back and the target holds no data. Take another backup and tell those who keep this program.`,
});

export const bureauUnknown = (code: string, codes: readonly string[]): StartRefusal => new StartRefusal({
  zh: `备份中没有代码为“${code}”的单位，未作任何改动。备份中有：${codes.join('、')}。`,
  en: `The backup holds no bureau with the code "${code}"; nothing was changed. It holds: ${codes.join(', ')}.`,
});

export const bureauThere = (code: string): StartRefusal => new StartRefusal({
  zh: `系统中已有代码为“${code}”的单位，未作任何改动。恢复不会覆盖或合并已有的单位：请恢复到没有这个单位的系统，或用 DATA_DIR 指定一个新目录恢复整个备份。`,
  en: `The installation already has a bureau with the code "${code}"; nothing was changed. A restore writes over no bureau and merges none: restore into an installation without it, or the whole backup into a new DATA_DIR.`,
});

export const noInstallation = (where: string): StartRefusal => new StartRefusal({
  zh: `${where} 中还没有支部系统，单独恢复一个单位须有已启动过的系统，未作任何改动。请核对 DATA_DIR 或 DATABASE_URL；要恢复到新的位置，请不写 --bureau，恢复整个备份。`,
  en: `There is no installation of Zhibu in ${where}, and a single bureau is restored only into one; nothing was changed. Check DATA_DIR or DATABASE_URL, or restore the whole backup, without --bureau.`,
});
