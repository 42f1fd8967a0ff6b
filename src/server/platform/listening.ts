import { serve, type ServerType } from '@hono/node-server';
import { faultCode } from './connection.ts';
import type { ListenChoice } from './listen-choice.ts';
import { StartRefusal, type Words } from './start-refusal.ts';

/** Listens where the settings say. @throws StartRefusal that names the setting when that place cannot be had. */
export function listening(fetch: (request: Request) => Response | Promise<Response>, { host, port, url, tls }: ListenChoice): Promise<ServerType> {
  return new Promise((done, fail) => {
    const server = serve({ fetch, hostname: host, port, ...tls }, () => done(server));
    server.once('error', (fault) => {
      const words = notToBeHad(faultCode(fault), { host, port, url });
      fail(words === null ? fault : new StartRefusal(words, fault));
    });
  });
}

/** In words, why a place cannot be listened at; null for a fault that is nobody's setting. @param code of the operating system. */
export function notToBeHad(code: string | undefined, { host, port, url }: Pick<ListenChoice, 'host' | 'port' | 'url'>): Words | null {
  switch (code) {
    case 'EADDRINUSE': return {
      zh: `${url} 已被占用：可能已有一个支部系统在运行。请先停止它，或用 PORT 指定其他端口。`,
      en: `${url} is in use: perhaps Zhibu is running already. Stop it first, or choose another port with PORT.`,
    };
    case 'EACCES': return {
      zh: `本账户不能使用端口 ${port}：1024 以下的端口归系统所有。请用 PORT 指定 1024 以上的端口，需要 443 时放在网关之后。`,
      en: `This account may not use port ${port}: those below 1024 belong to the system. Choose one above with PORT; where 443 is wanted, put a gateway in front.`,
    };
    case 'EADDRNOTAVAIL': case 'ENOTFOUND': case 'EAI_AGAIN': return {
      zh: `HOST=${host} 不是本机的地址。请写本机网卡上的地址；要接受各个地址来的访问，写 0.0.0.0。`,
      en: `HOST=${host} is no address of this machine. Write one that it has (ip address lists them), or 0.0.0.0 for all of them.`,
    };
    default: return null;
  }
}
