import { spawn } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import pino from 'pino';
import { listenChoice } from '#server/platform/listen-choice.ts';
import { listening } from '#server/platform/listening.ts';
import type { TicketDoor } from '#server/platform/ticket-door.ts';
import { openPortal } from '#server/portal/portal.ts';
import { CLIENT } from './forging-provider.ts';

/** Who signs in at the provider of identities, by the name that he has there. */
export type ProviderPeople = Readonly<Record<string, { readonly password: string; readonly sub: string; readonly claims: Readonly<Record<string, unknown>> }>>;

/** A certified provider and our portal, each behind a port of its own, and the door that belongs to them. */
export interface SingleSignOn {
  readonly address: string;
  /** What the server is told of the portal. @param address of the server itself. */
  door(address: string): TicketDoor;
  /** Opens the portal, once the server has an address. @param audience that, with the code of the bureau. */
  open(audience: string): Promise<void>;
  readonly log: readonly string[];
  end(): Promise<void>;
}

/** A port that nobody has now. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

export async function singleSignOn(people: ProviderPeople): Promise<SingleSignOn> {
  const port = await freePort();
  const listen = listenChoice({ PORT: String(port) });
  const child = spawn(process.execPath, ['test/oidc-provider.mjs'], {
    env: { ...process.env, PEOPLE: JSON.stringify(people), CLIENT_ID: CLIENT.id, CLIENT_SECRET: CLIENT.secret, CALLBACK: `${listen.url}/callback` }, stdio: ['pipe', 'pipe', 'ignore'],
  });
  const issuer = new URL(String((await once(child.stdout, 'data'))[0]).trim());
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const log: string[] = [];
  let server: Awaited<ReturnType<typeof listening>> | undefined;
  return {
    address: listen.url,
    door: (address) => ({ keys: [{ key: publicKey, alg: 'EdDSA' }], portal: `${listen.url}/`, issuer: listen.url, address, strong: false }),
    open: async (audience) => {
      const portal = openPortal({
        listen, provider: { issuer, clientId: CLIENT.id, clientSecret: CLIENT.secret, scope: 'openid profile', claim: 'preferred_username' },
        goal: { audience }, key: { key: privateKey, publicPem: '', publicFile: '', isNew: false },
      }, pino({ level: 'info' }, { write: (line: string) => void log.push(line) }), () => new Date());
      server = await listening(portal.answer, listen);
    },
    log,
    end: async () => {
      const ended = once(child, 'exit');
      child.stdin.end();
      await ended;
      if (server === undefined) return;
      // A browser keeps its connection for another request.
      if ('closeAllConnections' in server) server.closeAllConnections();
      await new Promise((done) => server?.close(done));
    },
  };
}
