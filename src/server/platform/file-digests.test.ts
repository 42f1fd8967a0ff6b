import { createHash, createHmac } from 'node:crypto';
import { expect, it } from 'vitest';
import { fileDigests, proveHashes, type Digest } from './file-digests.ts';

it('gives a file the digest that every desk reckons and the national one', () => {
  expect(fileDigests(new TextEncoder().encode('abc'))).toEqual({
    sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    sm3: '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0',
  });
});

it('lets a Node start that reckons both as published', () => {
  expect(() => proveHashes()).not.toThrow();
});

it.each<[string, Digest, RegExp]>([
  ['has no SM3', (hash, content) => createHash(hash === 'sm3' ? 'not-built-in' : hash).update(content).digest('hex'), /SM3[^]*This Node.js/],
  ['reckons SM3 otherwise', (hash, content) => createHash(hash).update(hash === 'sm3' ? `${content} ` : content).digest('hex'), /SM3/],
  ['gets a long SM3 wrong', (hash, content) => createHash(hash).update(content.length > 3 && hash === 'sm3' ? 'abc' : content).digest('hex'), /SM3/],
  ['reckons SHA-256 otherwise', () => '', /SHA-256/],
])('refuses a Node that %s', (_name, digest, words) => {
  expect(() => proveHashes(digest)).toThrow(words);
});

it('builds HMAC-SM3 of it as RFC 2104 says', () => {
  const key = Buffer.alloc(64, 'zhibu');
  const padded = (byte: number): Buffer => Buffer.from(key.map((it) => it ^ byte));
  const inner = createHash('sm3').update(padded(0x36)).update('message').digest();
  expect(createHmac('sm3', key).update('message').digest('hex')).toBe(createHash('sm3').update(padded(0x5c)).update(inner).digest('hex'));
});
