import { execFile } from 'node:child_process';
import { randomBytes, X509Certificate } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { faultCode } from './connection.ts';
import { StartRefusal } from './start-refusal.ts';

export interface Certificates {
  /** To be installed on every desk and phone. */
  readonly authority: string;
  readonly certificate: string;
  readonly key: string;
  /** Whether the authority was made now; else the one of before signed again. */
  readonly newAuthority: boolean;
  /** SHA-256 of the authority, as browsers show it. */
  readonly fingerprint: string;
  /** The last day of the certificate. */
  readonly until: string;
}

const AUTHORITY_DAYS = '3650';
/** Phones refuse certificates that are valid for longer. */
const SERVER_DAYS = '397';
const CURVE = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-utf8'];
const NAME = /^(?=.{1,253}$)(\*\.)?([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/i;

/**
 * An authority of this installation alone and a certificate that it signs for names and addresses of this server. Node
 * reads certificates and writes none, so openssl does. @throws StartRefusal
 */
export async function makeCertificates(folder: string, names: readonly string[]): Promise<Certificates> {
  const wrong = names.find((name) => isIP(name) === 0 && !NAME.test(name));
  if (wrong !== undefined) throw wrongName(wrong);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const at = (name: string): string => join(folder, name);
  const work = mkdtempSync(at('new-'));
  const made = (name: string): string => join(work, name);
  try {
    const newAuthority = !existsSync(at('authority.key')) || !existsSync(at('authority.pem'));
    if (newAuthority) {
      await openssl('req', '-x509', '-new', ...CURVE, '-keyout', made('authority.key'), '-out', made('authority.pem'), '-days', AUTHORITY_DAYS,
        '-subj', `/O=支部 Zhibu/CN=支部系统本地签发机构 ${randomBytes(3).toString('hex')}`, '-addext', 'basicConstraints=critical,CA:TRUE,pathlen:0', '-addext', 'keyUsage=critical,keyCertSign,cRLSign');
    }
    const authority = (name: string): string => (newAuthority ? made(name) : at(name));
    await openssl('req', '-new', ...CURVE, '-keyout', made('server.key'), '-out', made('server.csr'), '-subj', `/O=支部 Zhibu/CN=${names[0] ?? 'localhost'}`);
    writeFileSync(made('extensions'), extensions(names));
    await openssl('x509', '-req', '-in', made('server.csr'), '-CA', authority('authority.pem'), '-CAkey', authority('authority.key'),
      '-set_serial', `0x${randomBytes(16).toString('hex')}`, '-days', SERVER_DAYS, '-sha256', '-extfile', made('extensions'), '-out', made('server.pem'));
    for (const name of newAuthority ? ['authority.key', 'authority.pem', 'server.key', 'server.pem'] : ['server.key', 'server.pem']) {
      chmodSync(made(name), name.endsWith('.key') ? 0o600 : 0o644);
      renameSync(made(name), at(name));
    }
    const read = (name: string): X509Certificate => new X509Certificate(readFileSync(at(name)));
    return {
      authority: at('authority.pem'), certificate: at('server.pem'), key: at('server.key'), newAuthority,
      fingerprint: read('authority.pem').fingerprint256, until: new Date(read('server.pem').validTo).toISOString().slice(0, 10),
    };
  } finally {
    rmSync(work, { recursive: true });
  }
}

const extensions = (names: readonly string[]): string => [
  'basicConstraints=critical,CA:FALSE', 'keyUsage=critical,digitalSignature', 'extendedKeyUsage=serverAuth',
  'subjectKeyIdentifier=hash', 'authorityKeyIdentifier=keyid',
  `subjectAltName=${[...new Set([...names, 'localhost', '127.0.0.1'])].map((name) => (isIP(name) === 0 ? `DNS:${name}` : `IP:${name}`)).join(',')}`, '',
].join('\n');

async function openssl(...args: readonly string[]): Promise<void> {
  try {
    await promisify(execFile)('openssl', [...args]);
  } catch (fault) {
    if (faultCode(fault) !== 'ENOENT') throw fault;
    throw new StartRefusal({
      zh: '本机没有 openssl，无法生成证书。请安装 openssl（如 apt install openssl），或请本单位的证书机构签发证书，再设置 TLS_CERT、TLS_KEY。',
      en: 'There is no openssl on this machine, which makes the certificates. Install it (apt install openssl), or let the authority of your bureau sign a certificate and set TLS_CERT and TLS_KEY.',
    }, fault);
  }
}

const wrongName = (name: string): StartRefusal => new StartRefusal({
  zh: `“${name}”不是主机名或 IP 地址。请写用户在浏览器里输入的名称或地址，不带 https:// 和端口。`,
  en: `"${name}" is no host name and no address. Write what people type into the browser, without https:// and port.`,
});
