import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { createInterface } from 'node:readline';

/**
 * A whole installation of a bureau's own from nothing: starts the server, signs in with the password that it printed, reads
 * what the first pages read, ends it. Says what came of it as one line of JSON. Run where there may be no network.
 */
const PORT = '39117';
const address = `http://127.0.0.1:${PORT}`;
const READ = ['session', 'my-desk', 'organisations', 'schemes', 'people', 'years/2026/calendar', 'openapi.json'];

const server = spawn(process.execPath, ['--import', 'tsx', '--import', './test/hosts-named.mjs', 'src/server/main.ts'], {
  env: { ...process.env, DATABASE_URL: '', ZHIBU_DEMO: '0', PORT, HOST: '', TLS_CERT: '', TLS_KEY: '', PUBLIC_URL: '' }, stdio: ['ignore', 'pipe', 'pipe'],
});
const hosts = new Set<string>();
const errors: string[] = [];
createInterface(server.stderr).on('line', (line) => void (line.startsWith('HOST ') ? hosts.add(line.slice(5)) : errors.push(line)));

/** The line of the office among the first passwords, which are printed before anybody can sign in. */
const password = await new Promise<string>((done, fail) => {
  let found: string | undefined;
  createInterface(server.stdout).on('line', (line) => {
    found ??= /^ +dangwu +(\S+)/.exec(line)?.[1];
    if (found !== undefined && line.includes(address)) done(found);
  });
  server.once('exit', () => fail(new Error(errors.join('\n'))));
});

const send = (method: 'POST' | 'PUT', path: string, body: object, cookie = ''): Promise<Response> => fetch(`${address}/api/${path}`, {
  method, headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID(), cookie }, body: JSON.stringify(body),
});
const signedIn = async (secret: string): Promise<string> => {
  const answer = await send('POST', 'session', { userName: 'dangwu', password: secret });
  if (!answer.ok) throw new Error(await answer.text());
  return answer.headers.get('set-cookie')?.split(';')[0] ?? '';
};

const next = 'Evening-of-the-first-1';
const changed = await send('PUT', 'session/password', { current: password, next }, await signedIn(password));
const cookie = await signedIn(next);
const read: Record<string, number> = {};
for (const path of READ) read[path] = (await fetch(`${address}/api/${path}`, { headers: { cookie } })).status;
const page = await (await fetch(`${address}/`)).text();
server.kill('SIGTERM');
await new Promise((done) => server.once('exit', done));
process.stdout.write(`${JSON.stringify({ changed: changed.status, read, page: page.slice(0, 40), hosts: [...hosts], errors })}\n`);
