import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { FilterParser } from 'ldapts';
import { isLoopback } from '#server/platform/listen-choice.ts';
import { StartRefusal } from '#server/platform/start-refusal.ts';
import { NAME_MARK, filterFor } from './directory-filter.ts';
import { secretIn } from './secret-file.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Where the bureau's directory is, as whom we search it, and what we read of a person. */
export interface DirectorySettings {
  readonly url: URL;
  readonly startTls: boolean;
  /** Certificates as PEM that vouch for it; null for those that Node knows. */
  readonly authority: string | null;
  readonly base: string;
  /** With the mark where the name goes. */
  readonly filter: string;
  /** As whom people are searched; null for nobody. */
  readonly account: { readonly dn: string; readonly secret: string } | null;
  /** In which attribute the number of the roster (警号) stands. */
  readonly number: string;
}

const SECRET = { zh: '查询账号的密码', en: 'password of the account that searches', setting: 'LDAP_BIND_SECRET_FILE' };
/** An entry, or how Active Directory calls an account; a bare word would be a mechanism of SASL to the library. */
const ACCOUNT = /[=@\\]/;

/** What is told of a directory, whole or not at all. @throws StartRefusal */
export function directorySettings(env: Environment): DirectorySettings {
  const url = urlOf(demanded(env['LDAP_URL'], 'LDAP_URL', { zh: '单位目录的地址，如 ldaps://dc.example', en: 'the address of the directory, such as ldaps://dc.example' }));
  const startTls = startTlsOf(env['LDAP_STARTTLS'] || '', url);
  if (url.protocol === 'ldap:' && !startTls && !isLoopback(hostOf(url))) throw unencrypted(url);
  return {
    url, startTls, authority: authorityIn(env['LDAP_CA_FILE'] || '', url.protocol === 'ldaps:' || startTls),
    base: demanded(env['LDAP_BASE'], 'LDAP_BASE', { zh: '在目录的哪个条目之下查人，如 dc=gaj,dc=example', en: 'the entry under which people are, such as dc=gaj,dc=example' }),
    filter: filterOf(demanded(env['LDAP_FILTER'], 'LDAP_FILTER', { zh: '按用户名查人的过滤式，如 (&(objectClass=person)(uid={name}))', en: 'the filter that finds a name, such as (&(objectClass=person)(uid={name}))' })),
    account: accountOf(env['LDAP_BIND_DN'] || '', env['LDAP_BIND_SECRET_FILE'] || ''),
    number: numberOf(env['LDAP_NUMBER'] || 'employeeNumber'),
  };
}

/** Of an address of IPv6 without its brackets. */
export const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[(.*)\]$/, '$1');

function demanded(value: string | undefined, name: string, { zh, en }: { readonly zh: string; readonly en: string }): string {
  if (value) return value;
  throw new StartRefusal({ zh: `没有设置 ${name}（${zh}）。`, en: `${name} is not set: ${en}.` });
}

function urlOf(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url && ['ldap:', 'ldaps:'].includes(url.protocol) && url.hostname !== '' && ['', '/'].includes(url.pathname) && url.username === '' && url.search === '' && url.hash === '') return url;
  throw new StartRefusal({
    zh: `LDAP_URL 应为 ldaps:// 或 ldap:// 加目录服务器的名称，可带端口，不带路径，如 ldaps://dc.example，现为“${text}”。`,
    en: `LDAP_URL is ldaps:// or ldap:// with the name of the directory server, perhaps a port and no path, such as ldaps://dc.example, not "${text}".`,
  });
}

function startTlsOf(text: string, { protocol }: URL): boolean {
  if (!['', '0', '1'].includes(text)) throw new StartRefusal({ zh: `LDAP_STARTTLS 只能是 0 或 1，现为“${text}”。`, en: `LDAP_STARTTLS is 0 or 1, not "${text}".` });
  if (text === '1' && protocol === 'ldaps:') {
    throw new StartRefusal({ zh: 'ldaps:// 从一开始就加密，不能再设 LDAP_STARTTLS=1：请去掉它，或改用 ldap://。', en: 'ldaps:// is encrypted from the beginning: leave LDAP_STARTTLS out, or use ldap://.' });
  }
  return text === '1';
}

const unencrypted = ({ href }: URL): StartRefusal => new StartRefusal({
  zh: `LDAP_URL=${href} 没有加密，密码会在网络上被旁人看到。请改用 ldaps://，或设置 LDAP_STARTTLS=1。`,
  en: `LDAP_URL=${href} is not encrypted, so passwords could be read on the network. Use ldaps://, or set LDAP_STARTTLS=1.`,
});

function authorityIn(file: string, encrypted: boolean): string | null {
  if (file === '') return null;
  if (!encrypted) throw new StartRefusal({ zh: '设置了 LDAP_CA_FILE，但连接没有加密：请改用 ldaps://，或设置 LDAP_STARTTLS=1。', en: 'LDAP_CA_FILE is set and the connection is not encrypted: use ldaps://, or set LDAP_STARTTLS=1.' });
  try {
    const pem = readFileSync(file, 'utf8');
    void new X509Certificate(pem).fingerprint256;
    return pem;
  } catch (fault) {
    const reason = fault instanceof Error ? fault.message : String(fault);
    throw new StartRefusal({ zh: `LDAP_CA_FILE 读不了，或不是 PEM 格式的证书（${reason}）。`, en: `LDAP_CA_FILE cannot be read, or is no certificate as PEM (${reason}).` }, fault);
  }
}

function filterOf(text: string): string {
  try {
    if (!text.includes(NAME_MARK)) throw new Error(NAME_MARK);
    FilterParser.parseString(filterFor(text, 'name'));
    return text;
  } catch (fault) {
    throw new StartRefusal({
      zh: `LDAP_FILTER 应为 LDAP 过滤式，其中用 {name} 表示输入的用户名，如 (&(objectClass=person)(uid={name}))，现为“${text}”。`,
      en: `LDAP_FILTER is a filter of LDAP with {name} where the name goes, such as (&(objectClass=person)(uid={name})), not "${text}".`,
    }, fault);
  }
}

function accountOf(dn: string, file: string): DirectorySettings['account'] {
  if (dn === '' && file === '') return null;
  if (dn === '' || file === '') {
    const missing = dn === '' ? 'LDAP_BIND_DN' : 'LDAP_BIND_SECRET_FILE';
    throw new StartRefusal({ zh: `LDAP_BIND_DN 与 LDAP_BIND_SECRET_FILE 须同时设置，现缺 ${missing}。`, en: `LDAP_BIND_DN and LDAP_BIND_SECRET_FILE are set together; ${missing} is missing.` });
  }
  if (ACCOUNT.test(dn)) return { dn, secret: secretIn(file, SECRET) };
  throw new StartRefusal({
    zh: `LDAP_BIND_DN 应为查询账号的条目，如 cn=zhibu,ou=services,dc=gaj,dc=example（AD 中也可写 zhibu@gaj.example），现为“${dn}”。`,
    en: `LDAP_BIND_DN is the entry of the account that searches, such as cn=zhibu,ou=services,dc=gaj,dc=example (in Active Directory also zhibu@gaj.example), not "${dn}".`,
  });
}

function numberOf(text: string): string {
  if (/^[A-Za-z][A-Za-z0-9-]{0,99}$/.test(text)) return text;
  throw new StartRefusal({ zh: `LDAP_NUMBER 应为一个属性的名称，如 employeeNumber，现为“${text}”。`, en: `LDAP_NUMBER is the name of one attribute, such as employeeNumber, not "${text}".` });
}
