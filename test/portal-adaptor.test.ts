import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readTicket } from '#server/access/read-ticket.ts';
import { checkoutFolder } from '#server/platform/data-folder.ts';
import { ticketDoor } from '#server/platform/ticket-door.ts';

let folder: string;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'zhibu-adaptor-'))));
afterAll(() => rmSync(folder, { recursive: true }));

const textOf = (name: string): string => readFileSync(join(checkoutFolder(), 'docs', name), 'utf8');
const scriptOf = (name: string): string => /```sh\n(# ticket\.sh[\s\S]+?)```/.exec(textOf(name))?.[1] ?? '';
const keysOf = (name: string): string => /^openssl genpkey .+$/m.exec(textOf(name))?.[0] ?? '';

it.each(['operations.md', 'operations.zh-CN.md'])('the adaptor of docs/%s makes keys and a ticket that opens the door', (name) => {
  const run = (text: string, ...given: string[]): string => {
    const file = join(folder, 'it.sh');
    writeFileSync(file, text);
    return execFileSync('sh', [file, ...given], { cwd: folder, encoding: 'utf8' });
  };
  run(keysOf(name));
  const printed = run(scriptOf(name), '010023').trim();
  const door = ticketDoor({ TICKET_KEY_FILE: join(folder, 'portal.pem'), TICKET_PORTAL: 'https://portal.example/zhibu' }, 'https://zhibu.example');
  const [address, ticket = ''] = printed.split('#');
  expect(address).toBe('https://zhibu.example/own/ticket');
  expect(door && readTicket(door, 'own', ticket, new Date())).toMatchObject({ kind: 'good', claims: { sub: '010023' } });
});
