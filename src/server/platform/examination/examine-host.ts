import { existsSync, statfsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { proveHashes } from '#server/platform/file-digests.ts';
import { isLoopback, listenChoice } from '#server/platform/listen-choice.ts';
import { metricsToken } from '#server/platform/metrics.ts';
import { passwordHash } from '#server/platform/password-hash.ts';
import { openLog } from '#server/platform/server-log.ts';
import { ticketDoor } from '#server/platform/ticket-door.ts';
import { slowStatements } from '#server/platform/slow-statements.ts';
import { examining, fail, ok, warn, type Finding } from './finding.ts';

type Environment = Readonly<Record<string, string | undefined>>;

const GIGABYTE = 1024 ** 3;
const DAY_MS = 86_400_000;
const CERTIFICATE_DAYS = 30;
const GROUP_AND_OTHERS = 0o077;
const OTHERS_WRITE = 0o022;

const settings = { zh: '设置', en: 'Settings' };
const certificateWords = { zh: '证书', en: 'Certificate' };
const folderWords = { zh: '数据目录', en: 'Data folder' };
const secretWords = { zh: '密钥文件', en: 'Secret file' };
const portalWords = { zh: '统一门户登录', en: 'Portal' };
const diskWords = { zh: '磁盘空间', en: 'Disk space' };

/** Settings, certificate, data folder and disk of this machine; nothing is made or changed. */
export async function examineHost(env: Environment, folder: string, now: Date): Promise<Finding[]> {
  return [
    ...await examining(settings, () => examineSettings(env, now)),
    ...await examining(portalWords, () => examinePortal(env)),
    ...await examining(folderWords, () => (existsSync(folder) ? [...examineFolder(env, folder), examineDisk(folder)] : [warn(folderWords, {
      zh: `${folder} 还不存在。`, en: `${folder} is not there yet.`,
    }, { zh: '若已启动过，请核对 DATA_DIR；否则执行 npm start。', en: 'If it was started before, check DATA_DIR; else run npm start.' })])),
  ];
}

function examineSettings(env: Environment, now: Date): Finding[] {
  proveHashes();
  passwordHash(env);
  metricsToken(env);
  slowStatements(env, openLog(env));
  const { host, url, secure, certificate } = listenChoice(env);
  if (certificate) return [ok(settings, { zh: `地址 ${url}，由本程序提供 https。`, en: `${url}, where this program speaks https itself.` }), examineCertificate(new Date(certificate.validTo), now)];
  if (!secure) return [ok(settings, { zh: `地址 ${url}，只有本机能访问。`, en: `${url}, for this machine alone.` })];
  if (isLoopback(host)) return [ok(settings, { zh: `地址 ${url}，由本机的网关提供 https。`, en: `${url}, where a gateway on this machine speaks https.` })];
  return [warn(settings, { zh: `地址 ${url}，网关与本机之间未加密（HOST=${host}）。`, en: `${url}; between the gateway and this machine nothing is encrypted (HOST=${host}).` },
    { zh: '请用防火墙只让网关访问本端口，或另设 TLS_CERT、TLS_KEY。', en: 'Let a firewall admit the gateway alone, or set TLS_CERT and TLS_KEY as well.' })];
}

function examineCertificate(until: Date, now: Date): Finding {
  const days = Math.floor((until.getTime() - now.getTime()) / DAY_MS);
  const day = until.toISOString().slice(0, 10);
  const renew = { zh: '请重新签发（npm run zhibu -- tls 名称…，或找签发机构）并重新启动。', en: 'Have it signed anew (npm run zhibu -- tls NAME…, or your authority) and restart.' };
  if (days < 0) return fail(certificateWords, { zh: `已于 ${day} 到期，浏览器会拒绝访问。`, en: `It ended on ${day}; browsers refuse to come.` }, renew);
  if (days < CERTIFICATE_DAYS) return warn(certificateWords, { zh: `${days} 天后（${day}）到期。`, en: `It ends in ${days} days, on ${day}.` }, renew);
  return ok(certificateWords, { zh: `有效至 ${day}。`, en: `Good until ${day}.` });
}

/** Whoever may write the file may let anybody in. */
function examinePortal(env: Environment): Finding[] {
  const door = ticketDoor(env, '');
  if (door === null) return [];
  const address = listenChoice(env).url;
  const file = env['TICKET_KEY_FILE'] ?? '';
  if (process.platform !== 'win32' && (statSync(file).mode & OTHERS_WRITE) !== 0) {
    return [fail(portalWords, { zh: `其他账户可以改写门户公钥文件 ${file}，从而冒用任何人登录。`, en: `Other accounts may write the key file ${file}, and so come in as anybody.` }, { zh: `请执行 chmod go-w ${file}`, en: `Run chmod go-w ${file}` })];
  }
  return [ok(portalWords, {
    zh: `${door.portal}，公钥 ${door.keys.length} 把；票据的 iss 应为 ${door.issuer}，aud 应为 ${address}/单位代码。`,
    en: `${door.portal}, ${door.keys.length} public keys; a ticket says iss ${door.issuer} and aud ${address}/CODE-OF-THE-BUREAU.`,
  })];
}

function examineFolder(env: Environment, folder: string): Finding[] {
  const found: Finding[] = [];
  const posix = process.platform !== 'win32';
  const open = posix && (statSync(folder).mode & OTHERS_WRITE) !== 0;
  found.push(open ? fail(folderWords, { zh: `其他账户可以写入 ${folder}。`, en: `Other accounts may write into ${folder}.` }, { zh: `请执行 chmod go-w ${folder}`, en: `Run chmod go-w ${folder}` })
    : ok(folderWords, { zh: folder, en: folder }));
  const secret = join(folder, 'secret');
  if (env['ZHIBU_SECRET']) found.push(ok(secretWords, { zh: '由 ZHIBU_SECRET 给出，不在文件中。', en: 'Given by ZHIBU_SECRET and in no file.' }));
  else if (!existsSync(secret)) found.push(warn(secretWords, { zh: '还没有。', en: 'There is none yet.' }, { zh: '首次启动时生成。', en: 'The first start makes it.' }));
  else if (posix && (statSync(secret).mode & GROUP_AND_OTHERS) !== 0) {
    found.push(fail(secretWords, { zh: '其他账户可以读取密钥。', en: 'Other accounts may read the secret.' }, { zh: `请执行 chmod 600 ${secret}`, en: `Run chmod 600 ${secret}` }));
  } else found.push(ok(secretWords, { zh: '只有运行账户可读。请与备份分开另存一份。', en: 'Readable by its owner alone. Keep a copy apart from the backups.' }));
  return found;
}

function examineDisk(folder: string): Finding {
  const { bavail, bsize } = statfsSync(existsSync(folder) ? folder : dirname(folder));
  const free = (bavail * bsize) / GIGABYTE;
  const says = { zh: `数据目录所在磁盘还剩 ${free.toFixed(1)} GB。`, en: `${free.toFixed(1)} GB are free where the data folder lies.` };
  const advice = { zh: '请清理磁盘或扩容；写满后数据库会停止写入。', en: 'Make room: a database on a full disk stops writing.' };
  return free < 1 ? fail(diskWords, says, advice) : free < 5 ? warn(diskWords, says, advice) : ok(diskWords, says);
}
