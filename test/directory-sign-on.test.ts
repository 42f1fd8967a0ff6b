import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import pino from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readSession } from '#domain/access/contract.ts';
import { signInByTicket } from '#domain/access/ticket-contract.ts';
import { listenChoice } from '#server/platform/listen-choice.ts';
import { listening } from '#server/platform/listening.ts';
import { openPortal } from '#server/portal/portal.ts';
import { testBureau, type TestBureau } from '#test/app.ts';
import { PASSWORD, realDirectory, type RealDirectory } from '#test/real-directory.ts';

/** The way of one person through all three: a directory, our portal on a port of its own, and the server. */
const ADDRESS = 'https://zhibu.example';
let directory: RealDirectory;
let bureau: TestBureau;
let server: Awaited<ReturnType<typeof listening>>;
let portal: string;
const log: string[] = [];
beforeAll(async () => {
  directory = await realDirectory();
  const port = createServer().listen(0, '127.0.0.1');
  await once(port, 'listening');
  const listen = listenChoice({ PORT: String((port.address() as AddressInfo).port) });
  await new Promise((done) => port.close(done));
  portal = listen.url;
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  bureau = await testBureau(null, 'sample', { keys: [{ key: publicKey, alg: 'EdDSA' }], portal: `${portal}/`, issuer: portal, address: ADDRESS, strong: false });
  bureau.setNow(new Date().toISOString());
  server = await listening(openPortal({
    listen, directory: directory.settings(), goal: { audience: `${ADDRESS}/alpha` }, key: { key: privateKey, publicPem: '', publicFile: '', isNew: false },
  }, pino({ level: 'info' }, { write: (line: string) => void log.push(line) }), () => new Date()).answer, listen);
});
afterAll(async () => {
  if ('closeAllConnections' in server) server.closeAllConnections();
  await new Promise((done) => server.close(done));
  await bureau.drop();
  await directory.end();
});

async function came(name: string, password: string): Promise<{ status: number; location: string; text: string }> {
  const shown = await fetch(`${portal}/`, { headers: { 'accept-language': 'en' } });
  const state = /name="state" value="([^"]+)"/.exec(await shown.text())?.[1] ?? '';
  const cookie = shown.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const answer = await fetch(`${portal}/`, { method: 'POST', redirect: 'manual', headers: { cookie, 'accept-language': 'en' }, body: new URLSearchParams({ state, name, password }) });
  return { status: answer.status, location: answer.headers.get('location') ?? '', text: await answer.text() };
}

const entered = (location: string): Promise<Response> => bureau.as('nobody').request(signInByTicket, { ticket: new URL(location).hash.slice(1) });

it('by her password of the directory Wen Lan comes in as herself, once', async () => {
  const { status, location } = await came('wen', PASSWORD);
  expect([status, location.startsWith(`${ADDRESS}/alpha/ticket#`)]).toEqual([303, true]);
  const answer = await entered(location);
  expect(answer.status).toBe(200);
  const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
  const known = await bureau.as('nobody').request(readSession, {}, { headers: { cookie } });
  expect(await known.json()).toMatchObject({ person: { name: '温岚' } });
  expect((await entered(location)).status).toBe(409);
});

it('whoever is in the directory and not here is told so by Zhibu, and a wrong password stays outside', async () => {
  expect(await (await entered((await came('visitor', PASSWORD)).location)).json()).toMatchObject({ name: 'TicketOfNobody' });
  const { status, location, text } = await came('visitor', 'another');
  expect([status, location, text.includes('Name or password is not right')]).toEqual([403, '', true]);
});

it('nothing of anybody stands in the log', () => {
  expect(log.length).toBeGreaterThan(0);
  for (const told of ['wen', '温岚', PASSWORD, '990001', 'ticket#']) expect(log.join(''), told).not.toContain(told);
});
