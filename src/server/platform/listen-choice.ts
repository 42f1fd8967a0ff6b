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
}

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '::1']);

/**
 * Where to listen: loopback unless HOST says otherwise, and beyond loopback only with TLS, because a session cookie on
 * plain http is anybody's. @throws StartRefusal with the three ways out.
 */
export function listenChoice(env: Environment): ListenChoice {
  const host = env['HOST'] ?? '127.0.0.1';
  const port = portOf(env['PORT'] ?? '3000');
  const publicUrl = env['PUBLIC_URL'];
  const { TLS_CERT: cert, TLS_KEY: key } = env;
  if (cert && key) {
    return { host, port, url: publicUrl ?? `https://${host}:${port}`, secure: true, tls: { createServer, serverOptions: { cert: readFileSync(cert), key: readFileSync(key) } } };
  }
  if (publicUrl?.startsWith('https://')) return { host, port, url: publicUrl, secure: true, tls: {} };
  if (LOOPBACK.has(host)) return { host, port, url: `http://${host}:${port}`, secure: false, tls: {} };
  throw new StartRefusal({
    zh: `HOST=${host} 会把系统开放给其他机器，但没有加密，密码和会话会被旁人看到。三种办法：①设置 TLS_CERT 和 TLS_KEY（证书与私钥文件）;②放在提供 https 的网关之后，并设置 PUBLIC_URL=https://…;③不设 HOST，只在本机使用。`,
    en: `HOST=${host} opens the system to other machines without encryption, so passwords and sessions could be read. Three ways out: (1) set TLS_CERT and TLS_KEY; (2) put it behind a gateway with https and set PUBLIC_URL=https://…; (3) leave HOST unset and use it on this machine only.`,
  });
}

function portOf(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new StartRefusal({ zh: `PORT 应为 1 至 65535 的整数，现为“${text}”。`, en: `PORT is a whole number from 1 to 65535, not "${text}".` });
}
