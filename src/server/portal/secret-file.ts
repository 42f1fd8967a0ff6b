import { readFileSync, statSync } from 'node:fs';
import { StartRefusal, type Words } from '#server/platform/start-refusal.ts';

/** A secret that lies in a file of its own. */
export interface SecretMeant extends Words {
  /** The setting that names the file. */
  readonly setting: string;
}

const OTHERS = 0o077;

/** The first line of a file that its owner alone may read: in the environment every process of the account could. @throws StartRefusal */
export function secretIn(file: string, meant: SecretMeant): string {
  const secret = read(file, meant).split(/\r?\n/)[0]?.trim() ?? '';
  if (secret === '') throw new StartRefusal({ zh: `文件 ${file} 的第一行是空的，应为${meant.zh}。`, en: `The first line of ${file} is empty; the ${meant.en} belongs there.` });
  return secret;
}

function read(file: string, meant: SecretMeant): string {
  try {
    if (process.platform !== 'win32' && (statSync(file).mode & OTHERS) !== 0) throw openToOthers(file, meant);
    return readFileSync(file, 'utf8');
  } catch (fault) {
    if (fault instanceof StartRefusal) throw fault;
    const reason = fault instanceof Error ? fault.message : String(fault);
    throw new StartRefusal({
      zh: `${meant.zh}文件读不了（${reason}）。请核对 ${meant.setting} 的路径和权限。`,
      en: `The file with the ${meant.en} cannot be read (${reason}). Check the path in ${meant.setting} and who may read it.`,
    }, fault);
  }
}

const openToOthers = (file: string, { zh, en }: SecretMeant): StartRefusal => new StartRefusal({
  zh: `${zh}文件 ${file} 可被其他账户读取。请执行 chmod 600 ${file}，并考虑更换。`,
  en: `The file ${file} with the ${en} can be read by other accounts. Run chmod 600 ${file}, and consider a new one.`,
});
