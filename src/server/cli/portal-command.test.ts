import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { CLIENT, forgingProvider, type ForgingProvider } from '#test/forging-provider.ts';

let folder: string;
let provider: ForgingProvider;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'zhibu-portal-'));
  writeFileSync(join(folder, 'secret'), CLIENT.secret, { mode: 0o600 });
  provider = await forgingProvider();
});
afterAll(async () => {
  await provider.end();
  rmSync(folder, { recursive: true });
});

interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly error: string;
}

async function freePort(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return String(port);
}

/** `zhibu portal` as a process of its own; once it stands, what is to be done meanwhile, and then its end as systemd ends it. */
async function ran(env: Record<string, string>, meanwhile: (address: string) => Promise<void> = async () => {}): Promise<Ran> {
  const port = await freePort();
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/server/cli/main.ts', 'portal', '--lang', 'en'], {
    env: {
      PATH: process.env['PATH'], PORT: port, OIDC_ISSUER: provider.issuer, OIDC_CLIENT_ID: CLIENT.id, OIDC_CLIENT_SECRET_FILE: join(folder, 'secret'),
      PORTAL_KEY_FILE: join(folder, 'key'), PORTAL_ZHIBU: 'http://127.0.0.1:3000/own', ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { out: '', error: '' };
  const ended = once(child, 'close');
  child.stderr.on('data', (chunk: Buffer) => void (said.error += chunk.toString()));
  child.stdout.on('data', (chunk: Buffer) => {
    said.out += chunk.toString();
    if (!said.out.includes('settings of Zhibu')) return;
    meanwhile(`http://127.0.0.1:${port}`).finally(() => child.kill('SIGTERM')).catch((fault: unknown) => void (said.error += String(fault)));
  });
  const [code] = (await ended) as [number | null];
  return { code, ...said };
}

it('says what to register and what to set, shows its key once, lets people begin, and ends when it is told to', async () => {
  const { code, out, error } = await ran({}, async (address) => {
    const begun = await fetch(address, { redirect: 'manual' });
    expect([begun.status, begun.headers.get('location')?.startsWith(`${provider.issuer}/auth?`)]).toEqual([303, true]);
  });
  expect([code, error]).toEqual([0, '']);
  expect(out).toMatch(/A key for signing tickets was made[^]+BEGIN PUBLIC KEY[^]+redirect address to be registered at the provider: http:\/\/127\.0\.0\.1:\d+\/callback\n.+TICKET_PORTAL=http:\/\/127\.0\.0\.1:\d+\/ TICKET_KEY_FILE=a copy of .+key\.pub/);
  expect((await ran({})).out).not.toContain('BEGIN PUBLIC KEY');
});

it('starts although the provider is away, and says so; people are told too', async () => {
  const { code, error } = await ran({ OIDC_ISSUER: `http://127.0.0.1:${await freePort()}` }, async (address) => expect((await fetch(address, { redirect: 'manual' })).status).toBe(503));
  expect(code).toBe(0);
  expect(error).toMatch(/^The provider http:\/\/127\.0\.0\.1:\d+\/ cannot be reached now \(.*ECONNREFUSED.*tries again/);
});

it('does not start with a provider that calls itself otherwise, without settings, or on a port that is taken', async () => {
  provider.describe({ issuer: 'https://sso.example' });
  expect(await ran({})).toMatchObject({ code: 1, out: '', error: expect.stringMatching(/does not do \(.+\)\. Check OIDC_ISSUER/) });
  provider.describe({});
  expect(await ran({ OIDC_CLIENT_ID: '' })).toMatchObject({ code: 1, error: 'OIDC_CLIENT_ID is not set: the client id that the provider gave.\n' });
  expect(await ran({ PORT: new URL(provider.issuer).port })).toMatchObject({ code: 1, error: expect.stringContaining('is in use') });
});

it('starts before a directory that is away, and says so; not with one that it cannot trust, nor beside a provider', async () => {
  const none = { OIDC_ISSUER: '', OIDC_CLIENT_ID: '', OIDC_CLIENT_SECRET_FILE: '', LDAP_BASE: 'dc=gaj,dc=example', LDAP_FILTER: '(uid={name})' };
  const { code, out, error } = await ran({ ...none, LDAP_URL: `ldap://127.0.0.1:${await freePort()}` }, async (address) => expect((await fetch(address)).status).toBe(200));
  expect([code, out.includes('by name and password of the directory ldap://127.0.0.1:')]).toEqual([0, true]);
  expect(error).toMatch(/^The directory ldap:\/\/127\.0\.0\.1:\d+ cannot be reached now \(.*ECONNREFUSED.*tries again/);
  // It speaks http, not TLS.
  expect(await ran({ ...none, LDAP_URL: `ldaps://127.0.0.1:${new URL(provider.issuer).port}` })).toMatchObject({ code: 1, out: expect.not.stringContaining('settings of Zhibu'), error: expect.stringMatching(/^No encrypted connection to the directory \(.+\)\. .+LDAP_CA_FILE/) });
  expect(await ran({ LDAP_URL: 'ldaps://dc.example' })).toMatchObject({ code: 1, error: expect.stringContaining('are not set together') });
});
