import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { listenChoice } from './listen-choice.ts';
import { listening, notToBeHad } from './listening.ts';
import { StartRefusal } from './start-refusal.ts';

const tried = (env: Record<string, string>): Promise<unknown> => listening(() => new Response('ok'), listenChoice(env)).then((server) => server.close(), (fault: unknown) => fault);

it('a port that is taken is named, with what to do', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  const refusal = await tried({ PORT: String((taken.address() as AddressInfo).port) });
  taken.close();
  expect(refusal).toBeInstanceOf(StartRefusal);
  expect(String(refusal)).toMatch(/已被占用[^]*choose another port with PORT/);
});

it('an address of another machine is refused with the way to find our own', async () => {
  // 192.0.2.0/24 is kept for documents (RFC 5737), so no machine has it.
  const refusal = await tried({ HOST: '192.0.2.7', PORT: '39131', PUBLIC_URL: 'https://zhibu.example' });
  expect(refusal).toBeInstanceOf(StartRefusal);
  expect(String(refusal)).toMatch(/HOST=192\.0\.2\.7 不是本机的地址[^]*0\.0\.0\.0/);
});

it('a port of the system is refused with another one to take', () => {
  // Root may have it, so it is asked by the code that everybody else gets.
  expect(notToBeHad('EACCES', listenChoice({ PORT: '81' }))?.zh).toMatch(/端口 81：1024 以下/);
  expect(notToBeHad('EACCES', listenChoice({ PORT: '81' }))?.en).toContain('Choose one above with PORT');
});
