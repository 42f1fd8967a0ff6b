import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeCertificates } from '#server/platform/make-certificates.ts';
import type { DirectorySettings } from '#server/portal/directory-settings.ts';

export const BASE = 'dc=gaj,dc=example';
/** Of everybody in this directory but the account that searches. */
export const PASSWORD = 'only there';
const SEARCHER = { dn: `cn=zhibu,${BASE}`, secret: 'of the searcher' };

const PROGRAMS = [process.env['ZHIBU_SLAPD'], '/usr/sbin/slapd', '/usr/local/libexec/slapd', '/opt/homebrew/opt/openldap/libexec/slapd'];
const SCHEMAS = ['/etc/ldap/schema', '/etc/openldap/schema', '/usr/local/etc/openldap/schema', '/opt/homebrew/etc/openldap/schema'];
const MODULES = ['/usr/lib/ldap', '/usr/lib/openldap', '/usr/local/libexec/openldap'];

/** OpenLDAP's slapd on loopback, over a folder of its own, until the test ends. */
export interface RealDirectory {
  readonly port: number;
  readonly securePort: number;
  /** The certificate of the authority that vouches for it. */
  readonly authority: string;
  settings(change?: Partial<DirectorySettings>): DirectorySettings;
  end(): Promise<void>;
}

const person = (dn: string, uid: string, cn: string, more = ''): string =>
  `dn: ${dn},${BASE}\nobjectClass: inetOrgPerson\nuid: ${uid}\ncn: ${cn}\nsn: ${cn}\nuserPassword: ${PASSWORD}\n${more}\n`;

const ENTRIES = [
  `dn: ${BASE}\nobjectClass: dcObject\nobjectClass: organization\ndc: gaj\no: Sample bureau\n`,
  ...['people', 'old'].map((ou) => `dn: ou=${ou},${BASE}\nobjectClass: organizationalUnit\nou: ${ou}\n`),
  `dn: ${SEARCHER.dn}\nobjectClass: organizationalRole\nobjectClass: simpleSecurityObject\ncn: zhibu\nuserPassword: ${SEARCHER.secret}\n`,
  person('uid=wen,ou=people', 'wen', 'Wen Lan', 'employeeNumber: wenlan\ndisplayName: 温岚\ndepartmentNumber: 12\ndepartmentNumber: 34\n'),
  person('cn=Visitor\\, the other,ou=people', 'visitor', 'Visitor, the other', 'employeeNumber: 990001\n'),
  person('uid=nameless,ou=people', 'nameless', 'Nameless'),
  person('uid=strange,ou=people', 'strange', 'Strange', 'employeeNumber: 010023 (old)\n'),
  person('uid=twin,ou=people', 'twin', 'Twin', 'employeeNumber: 990002\n'),
  person('uid=twin,ou=old', 'twin', 'Twin of before', 'employeeNumber: 990003\n'),
  // Reached over a port where nobody is: whoever followed it would wait or fail.
  `dn: ou=elsewhere,${BASE}\nobjectClass: referral\nobjectClass: extensibleObject\nou: elsewhere\nref: ldap://127.0.0.1:1/ou=elsewhere,${BASE}\n`,
].join('\n');

export async function realDirectory(): Promise<RealDirectory> {
  const [program, schemas, modules] = [PROGRAMS, SCHEMAS, MODULES].map((places) => places.find((it) => it && existsSync(it)));
  if (program === undefined || schemas === undefined) {
    throw new Error('这组测试需要真实的目录服务：请安装 OpenLDAP 的 slapd，或用 ZHIBU_SLAPD 指定程序。\nThese tests need a real directory: install slapd of OpenLDAP, or name the program with ZHIBU_SLAPD.');
  }
  const folder = mkdtempSync(join(tmpdir(), 'zhibu-slapd-'));
  const { authority, certificate, key } = await makeCertificates(join(folder, 'tls'), ['127.0.0.1']);
  const [config, entries] = [join(folder, 'slapd.conf'), join(folder, 'entries.ldif')];
  mkdirSync(join(folder, 'data'));
  writeFileSync(entries, ENTRIES);
  writeFileSync(config, `${['core', 'cosine', 'inetorgperson'].map((name) => `include ${schemas}/${name}.schema`).join('\n')}
${modules === undefined ? '' : `modulepath ${modules}\nmoduleload back_mdb`}
pidfile ${folder}/pid
TLSCertificateFile ${certificate}
TLSCertificateKeyFile ${key}
# As careless as a directory can be: a bind without a password, or without a name, succeeds.
allow bind_anon_cred bind_anon_dn
database mdb
suffix ${BASE}
directory ${folder}/data
access to attrs=userPassword by anonymous auth by * none
access to * by dn.exact="${SEARCHER.dn}" read by * none
`);
  const filled = spawnSync(program, ['-T', 'add', '-f', config, '-l', entries], { encoding: 'utf8' });
  if (filled.status !== 0) throw new Error(`slapadd: ${filled.stderr}`);
  const [port, securePort] = [await freePort(), await freePort()];
  // -d keeps it a child of ours.
  const child = spawn(program, ['-f', config, '-h', `ldap://127.0.0.1:${port}/ ldaps://127.0.0.1:${securePort}/`, '-d', '0'], { stdio: 'ignore' });
  const ended = once(child, 'exit');
  // It would outlive a run that is broken off.
  const cutOff = (): void => void child.kill();
  process.once('exit', cutOff);
  await standing(port, () => child.exitCode);
  return {
    port, securePort, authority,
    settings: (change) => ({
      url: new URL(`ldap://127.0.0.1:${port}`), startTls: false, authority: null, base: BASE, filter: '(&(objectClass=person)(uid={name}))', account: SEARCHER, number: 'employeeNumber', ...change,
    }),
    end: async () => {
      process.off('exit', cutOff);
      child.kill();
      await ended;
      rmSync(folder, { recursive: true });
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

async function standing(port: number, exitCode: () => number | null): Promise<void> {
  for (let tried = 0; tried < 200; tried += 1) {
    if (exitCode() !== null) throw new Error(`slapd ended with ${exitCode()}`);
    const socket = connect(port, '127.0.0.1');
    const isThere = await once(socket, 'connect').then(() => true, () => false);
    socket.destroy();
    if (isThere) return;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error('slapd does not answer');
}
