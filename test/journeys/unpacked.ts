import { execFile, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/**
 * An installation out of an unpacked archive, by its one command: verified, started, somebody signs in, a backup is taken
 * and rehearsed, it is examined and ended. Says what came of it as one line of JSON. Run where there may be no network.
 * Arguments: the unpacked folder, a folder for data, a folder with the tools that may be on PATH, the account's number.
 */
const [program = '', home = '', tools = '', account = ''] = process.argv.slice(2);
const PORT = '39123';
const address = `http://127.0.0.1:${PORT}`;
const env = { PATH: tools, DATA_DIR: join(home, 'data'), ZHIBU_DEMO: '0', PORT };
const as = account === '' ? {} : { uid: Number(account), gid: Number(account) };

const zhibu = (...args: readonly string[]): Promise<{ code: number; said: string }> => new Promise((done) => {
  execFile(join(program, 'zhibu'), args, { cwd: home, env, ...as }, (failure, out, error) => done({ code: failure === null ? 0 : Number(failure.code), said: out + error }));
});

const verified = await zhibu('verify');
const usage = await zhibu();
const server = spawn(join(program, 'zhibu'), ['start'], { cwd: home, env, ...as, stdio: ['ignore', 'pipe', 'pipe'] });
const errors: string[] = [];
createInterface(server.stderr).on('line', (line) => void errors.push(line));
const password = await new Promise<string>((done, fail) => {
  let found: string | undefined;
  createInterface(server.stdout).on('line', (line) => {
    found ??= /^ +dangwu +(\S+)/.exec(line)?.[1];
    if (found !== undefined && line.includes(address)) done(found);
  });
  server.once('exit', () => fail(new Error(errors.join('\n'))));
});
const [runner = ''] = /^Uid:\s+(\d+)/m.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))?.slice(1) ?? [];
const readyz = await (await fetch(`${address}/readyz`)).text();
const page = (await (await fetch(`${address}/`)).text()).includes('<div id="root">');
const signedIn = (await fetch(`${address}/api/session`, {
  method: 'POST', headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() }, body: JSON.stringify({ userName: 'dangwu', password }),
})).status;
const saved = await zhibu('backup', 'all.zhibu', '--rehearse', '--lang', 'en');
const examined = await zhibu('doctor', '--lang', 'en');
server.kill('SIGTERM');
const [ended] = (await once(server, 'exit')) as [number | null];
const migrated = await zhibu('migrate');
const untouched = await zhibu('verify');
process.stdout.write(`${JSON.stringify({ verified, usage, runner, readyz, page, signedIn, saved, examined, ended, migrated, untouched, errors })}\n`);
