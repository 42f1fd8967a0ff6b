import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import { StartRefusal } from './start-refusal.ts';

type Environment = Readonly<Record<string, string | undefined>>;

export interface ListenChoice {
  readonly host: string;
  readonly port: number;
  /** What to type into a browser. */
  readonly url: string;
  /** Whether the browser speaks https to us or to the gateway before us, so that cookies may demand it. */
  readonly secure: boolean;
  readonly tls: { createServer?: typeof createServer; serverOptions?: { cert: Buffer; key: Buffer } };
  /** The certificate that we show ourselves; null behind a gateway and on this machine alone. */
  readonly certificate: X509Certificate | null;
}

const EVERY_ADDRESS = new Set(['0.0.0.0', '::']);
const LOOPBACK = new Set(['127.0.0.1', 'localhost', '::1']);
export const isLoopback = (host: string): boolean => LOOPBACK.has(host);

/**
 * Where to listen: loopback unless HOST says otherwise, and beyond loopback only with TLS, because a session cookie on
 * plain http is anybody's. @throws StartRefusal with the three ways out.
 */
export function listenChoice(env: Environment): ListenChoice {
  const host = env['HOST'] || '127.0.0.1';
  const port = portOf(env['PORT'] ?? '3000');
  const publicUrl = publicUrlOf(env['PUBLIC_URL']);
  const { TLS_CERT: cert, TLS_KEY: key } = env;
  if (cert && key) {
    const pair = readPair(cert, key);
    const certificate = certificateOf(cert, pair);
    return { host, port, url: publicUrl ?? `https://${shown(nameOf(host, certificate))}:${port}`, secure: true, tls: { createServer, serverOptions: pair }, certificate };
  }
  if (cert || key) throw halfPair(cert ? 'TLS_KEY' : 'TLS_CERT');
  if (publicUrl) return { host, port, url: publicUrl, secure: true, tls: {}, certificate: null };
  if (isLoopback(host)) return { host, port, url: `http://${shown(host)}:${port}`, secure: false, tls: {}, certificate: null };
  throw new StartRefusal({
    zh: `HOST=${host} 会把系统开放给其他机器，但没有加密，密码和会话会被旁人看到。三种办法：①设置 TLS_CERT 和 TLS_KEY（证书与私钥文件，可用 npm run zhibu -- tls 生成）；②放在提供 https 的网关之后，并设置 PUBLIC_URL=https://…；③不设 HOST，只在本机使用。`,
    en: `HOST=${host} opens the system to other machines without encryption, so passwords and sessions could be read. Three ways out: (1) set TLS_CERT and TLS_KEY, which npm run zhibu -- tls can make; (2) put it behind a gateway with https and set PUBLIC_URL=https://…; (3) leave HOST unset and use it on this machine only.`,
  });
}

/** Nobody can open "every address": then the first name that the certificate stands for is what people type. */
function nameOf(host: string, { subjectAltName }: X509Certificate): string {
  const name = /^(?:DNS|IP Address):([^*,\s]+)/.exec(subjectAltName ?? '')?.[1];
  return EVERY_ADDRESS.has(host) ? name ?? host : host;
}

/** An IPv6 address stands in brackets inside an address of the web. */
const shown = (host: string): string => (host.includes(':') ? `[${host}]` : host);

/** Cookies that demand https hang on it, so it is taken at its word or refused, never passed over. */
function publicUrlOf(text: string | undefined): string | undefined {
  if (!text) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol === 'https:' && url.pathname === '/' && url.search === '' && url.hash === '' && url.username === '') return url.origin;
  throw new StartRefusal({
    zh: `PUBLIC_URL 应为网关的 https 地址，如 https://zhibu.example，不带路径，现为“${text}”。`,
    en: `PUBLIC_URL is the https address of the gateway without a path, such as https://zhibu.example, not "${text}".`,
  });
}

const halfPair = (missing: string): StartRefusal => new StartRefusal({
  zh: `TLS_CERT 与 TLS_KEY 须同时设置，现缺 ${missing}。`, en: `TLS_CERT and TLS_KEY are set together; ${missing} is missing.`,
});

function readPair(cert: string, key: string): { cert: Buffer; key: Buffer } {
  try {
    return { cert: readFileSync(cert), key: readFileSync(key) };
  } catch (fault) {
    const reason = fault instanceof Error ? fault.message : String(fault);
    throw new StartRefusal({
      zh: `证书或私钥文件读不了（${reason}）。请核对 TLS_CERT、TLS_KEY 的路径和权限。`,
      en: `The file of the certificate or of its key cannot be read (${reason}). Check the paths in TLS_CERT and TLS_KEY and who may read them.`,
    }, fault);
  }
}

/** A pair that does not belong together would only show with the first visitor. */
function certificateOf(file: string, { cert, key }: { cert: Buffer; key: Buffer }): X509Certificate {
  try {
    const certificate = new X509Certificate(cert);
    if (certificate.checkPrivateKey(createPrivateKey(key))) return certificate;
  } catch (fault) {
    throw unsuitable(file, fault);
  }
  throw unsuitable(file);
}

const unsuitable = (file: string, cause?: unknown): StartRefusal => new StartRefusal({
  zh: `证书 ${file} 与私钥不配套，或不是 PEM 格式。请核对 TLS_CERT、TLS_KEY，私钥不得带口令。`,
  en: `The certificate ${file} and the key do not belong together, or are not PEM. Check TLS_CERT and TLS_KEY; the key must have no passphrase.`,
}, cause);

function portOf(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new StartRefusal({ zh: `PORT 应为 1 至 65535 的整数，现为“${text}”。`, en: `PORT is a whole number from 1 to 65535, not "${text}".` });
}
