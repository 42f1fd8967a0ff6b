import { join } from 'node:path';
import { inLanguage, type Words } from '#domain/words/words.ts';
import { dataFolderPath } from '#server/platform/data-folder.ts';
import { makeCertificates } from '#server/platform/make-certificates.ts';
import type { Options } from './options.ts';
import { failUsage, type ExitCode, type Terminal } from './terminal.ts';

const address = (name: string, port = '3000'): string => `https://${name.includes(':') ? `[${name}]` : name}${port === '443' ? '' : `:${port}`}`;

const says = {
  namesMissing: {
    zh: '请写明用户在浏览器里输入的名称或地址，如 tls zhibu.local 10.1.2.3。', en: 'Name what people type into the browser, such as tls zhibu.local 10.1.2.3.',
  },
  made: (newAuthority: boolean): Words => ({
    zh: newAuthority ? '已生成本地签发机构和服务器证书。' : '已用原有的本地签发机构重新签发服务器证书，各终端无须重新安装。',
    en: newAuthority ? 'A local authority and a certificate of this server were made.' : 'The local authority of before signed a new certificate; desks and phones need nothing.',
  }),
  start: (certificate: string, key: string, opened: string, port: string | undefined): Words => ({
    zh: `启动：HOST=0.0.0.0 ${port === undefined ? '' : `PORT=${port} `}TLS_CERT=${certificate} TLS_KEY=${key} npm start，然后打开 ${opened}`,
    en: `Start: HOST=0.0.0.0 ${port === undefined ? '' : `PORT=${port} `}TLS_CERT=${certificate} TLS_KEY=${key} npm start, then open ${opened}`,
  }),
  install: (authority: string): Words => ({
    zh: `在每台终端安装签发机构 ${authority}（只装这一个文件，.key 文件不得离开本机）：
  Windows      双击 → 安装证书 → 本地计算机 → 受信任的根证书颁发机构；域内用组策略统一下发
  统信、麒麟等  复制到 /usr/local/share/ca-certificates/zhibu.crt，再执行 update-ca-certificates；火狐浏览器在“证书管理”中另行导入
  Android      设置 → 安全 → 加密与凭据 → 安装 CA 证书
  iPhone       用邮件或网页打开文件安装描述文件，再到 设置 → 通用 → 关于本机 → 证书信任设置 中开启
安装时核对指纹与下一行一致。`,
    en: `Install the authority ${authority} on every desk and phone (this file alone; no .key file leaves this machine):
  Windows  open it → Install certificate → Local machine → Trusted root certification authorities; in a domain by group policy
  Linux    copy it to /usr/local/share/ca-certificates/zhibu.crt and run update-ca-certificates; Firefox has a list of its own
  Android  Settings → Security → Encryption and credentials → Install a CA certificate
  iPhone   open the file, install the profile, then Settings → General → About → Certificate trust settings
While installing compare the fingerprint with the next line.`,
  }),
  until: (day: string): Words => ({ zh: `服务器证书到期：${day}。到期前再执行一次本命令并重新启动。`, en: `The certificate ends on ${day}. Run this again before, and restart.` }),
} as const;

/** `tls NAME…`: certificates for a bureau that has no authority of its own. */
export async function tlsCommand({ files: names, language }: Options, terminal: Terminal): Promise<ExitCode> {
  const [first] = names;
  if (first === undefined) return failUsage(terminal, says.namesMissing, language);
  // Behind a gateway people open its address, whatever port we listen on.
  const opened = terminal.env['PUBLIC_URL'] || address(first, terminal.env['PORT']);
  const made = await makeCertificates(join(dataFolderPath(terminal.env), 'tls'), names);
  const lines = [says.made(made.newAuthority), says.start(made.certificate, made.key, opened, terminal.env['PORT']), says.install(made.authority)];
  terminal.out([
    ...lines.map((words) => inLanguage(words, language)), `SHA-256 ${made.fingerprint}`, inLanguage(says.until(made.until), language), '',
  ].join('\n\n').replace(/\n\nSHA/, '\nSHA'));
  return 0;
}
