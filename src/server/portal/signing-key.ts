import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { faultCode } from '#server/platform/connection.ts';
import { StartRefusal } from '#server/platform/start-refusal.ts';

/** With what tickets are signed (Ed25519); its public half is all that the server needs. */
export interface SigningKey {
  readonly key: KeyObject;
  /** The public half as PEM, and the file beside the key in which it lies. */
  readonly publicPem: string;
  readonly publicFile: string;
  /** Whether it was made now, so that the server cannot know it yet. */
  readonly isNew: boolean;
}

const OTHERS = 0o077;

/** The key of a file that its owner alone may read, made when it is not there. @throws StartRefusal */
export function openSigningKey(file: string): SigningKey {
  const publicFile = resolve(`${file}.pub`);
  try {
    const isNew = makeKey(file);
    if (process.platform !== 'win32' && (statSync(file).mode & OTHERS) !== 0) throw openToOthers(file);
    const key = keyOf(file, readFileSync(file, 'utf8'));
    const publicPem = createPublicKey(key).export({ type: 'spki', format: 'pem' }).toString();
    // Written each time: it follows from the key, and one that does not belong to it would shut the door.
    writeFileSync(publicFile, publicPem, { mode: 0o644 });
    return { key, publicPem, publicFile, isNew };
  } catch (fault) {
    if (fault instanceof StartRefusal) throw fault;
    const reason = fault instanceof Error ? fault.message : String(fault);
    throw new StartRefusal({
      zh: `票据私钥文件不能读写（${reason}）。请把 PORTAL_KEY_FILE 设为本账户可写的已有目录中的文件。`,
      en: `The file of the signing key cannot be read or written (${reason}). Set PORTAL_KEY_FILE to a file in a folder that is there and that this account may write.`,
    }, fault);
  }
}

/** Whether there was none; of two that start at once one makes it. */
function makeKey(file: string): boolean {
  try {
    const made = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' });
    writeFileSync(file, made, { mode: 0o600, flag: 'wx', flush: true });
    return true;
  } catch (fault) {
    if (faultCode(fault) === 'EEXIST') return false;
    throw fault;
  }
}

function keyOf(file: string, pem: string): KeyObject {
  const key = readKey(file, pem);
  if (key.asymmetricKeyType === 'ed25519') return key;
  throw unsuitable(file, { zh: `是 ${key.asymmetricKeyType ?? '未知'} 类型`, en: `it is of the type ${key.asymmetricKeyType ?? 'unknown'}` });
}

function readKey(file: string, pem: string): KeyObject {
  try {
    return createPrivateKey(pem);
  } catch (fault) {
    throw unsuitable(file, { zh: '读不出私钥', en: 'no private key can be read in it' }, fault);
  }
}

const openToOthers = (file: string): StartRefusal => new StartRefusal({
  zh: `票据私钥文件 ${file} 可被其他账户读取，读到的人可以冒用任何人登录。请删除它和 ${file}.pub，重新启动以换新密钥，再把新公钥交给支部系统。`,
  en: `The signing key ${file} can be read by other accounts, and who read it could come in as anybody. Delete it and ${file}.pub, start again for a new one, and give the new public key to Zhibu.`,
});

const unsuitable = (file: string, why: { zh: string; en: string }, cause?: unknown): StartRefusal => new StartRefusal({
  zh: `票据私钥文件 ${file} 不能用：${why.zh}。应为 Ed25519 私钥，PEM 格式，无口令；指定一个不存在的文件即自动生成。`,
  en: `The signing key ${file} does not do: ${why.en}. It is a key Ed25519 as PEM without a passphrase; name a file that is not there and it is made.`,
}, cause);
