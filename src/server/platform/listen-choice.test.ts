import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listenChoice } from './listen-choice.ts';
import { makeCertificates, type Certificates } from './make-certificates.ts';
import { StartRefusal } from './start-refusal.ts';

let folder: string;
let made: Certificates;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'zhibu-listen-'));
  made = await makeCertificates(folder, ['zhibu.example']);
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the server listens', () => {
  it.each([
    ['on this machine alone when nothing is said', {}, 'http://127.0.0.1:3000', false],
    ['on this machine alone when HOST is empty', { HOST: '' }, 'http://127.0.0.1:3000', false],
    ['on loopback under IPv6', { HOST: '::1', PORT: '8000' }, 'http://[::1]:8000', false],
    ['behind a gateway that speaks https', { HOST: '10.0.0.5', PUBLIC_URL: 'https://zhibu.example/' }, 'https://zhibu.example', true],
  ])('%s', (_, env, url, secure) => {
    expect(listenChoice(env)).toMatchObject({ url, secure, tls: {}, certificate: null });
  });

  it('beyond this machine with a certificate and its key', () => {
    const choice = listenChoice({ HOST: '0.0.0.0', PORT: '8443', TLS_CERT: made.certificate, TLS_KEY: made.key });
    expect(choice).toMatchObject({ host: '0.0.0.0', url: 'https://zhibu.example:8443', secure: true });
    expect(choice.certificate?.checkHost('zhibu.example')).toBe('zhibu.example');
    expect(listenChoice({ HOST: '10.0.0.5', PORT: '8443', TLS_CERT: made.certificate, TLS_KEY: made.key }).url).toBe('https://10.0.0.5:8443');
  });
});

describe('the server does not listen', () => {
  it.each(['0.0.0.0', '::', '192.168.1.5', 'zhibu.example', '127.0.0.1.example'])('on %s without encryption, and says three ways out', (HOST) => {
    expect(() => listenChoice({ HOST })).toThrow(/三种办法[^]*Three ways out/);
  });

  it.each(['http://zhibu.example', 'zhibu.example', 'https://zhibu.example/demo', 'https://user@zhibu.example', 'https://'])('with PUBLIC_URL=%s', (PUBLIC_URL) => {
    expect(() => listenChoice({ HOST: '0.0.0.0', PUBLIC_URL })).toThrow(/PUBLIC_URL/);
  });

  it('with half a pair, a file that is not there, a foreign key or something else', async () => {
    const other = await makeCertificates(join(folder, 'other'), ['other.example']);
    writeFileSync(join(folder, 'text'), 'no certificate');
    const { certificate: TLS_CERT, key: TLS_KEY } = made;
    for (const env of [{ TLS_CERT }, { TLS_KEY }, { TLS_CERT, TLS_KEY: join(folder, 'nowhere') }, { TLS_CERT, TLS_KEY: other.key }, { TLS_CERT: join(folder, 'text'), TLS_KEY }]) {
      expect(() => listenChoice(env)).toThrow(StartRefusal);
    }
  });

  it.each(['0', '65536', 'x', '-1', '80.5'])('on port %s', (PORT) => {
    expect(() => listenChoice({ PORT })).toThrow(/PORT/);
  });
});
