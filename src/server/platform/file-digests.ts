import { createHash } from 'node:crypto';
import { StartRefusal } from './start-refusal.ts';

export type HashName = 'sha256' | 'sm3';
export type Digest = (hash: HashName, content: string | Uint8Array) => string;

const digest: Digest = (hash, content) => createHash(hash).update(content).digest('hex');

/** By what whoever is handed a file proves that it is the one that left: what every desk can reckon, and the national one (GB/T 32905). */
export const fileDigests = (bytes: Uint8Array): Readonly<Record<HashName, string>> => ({ sha256: digest('sha256', bytes), sm3: digest('sm3', bytes) });

/** FIPS 180-4, and the two examples of GB/T 32905-2016, appendix A. */
const PUBLISHED: readonly (readonly [HashName, string, string])[] = [
  ['sha256', 'abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  ['sm3', 'abc', '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0'],
  ['sm3', 'abcd'.repeat(16), 'debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732'],
];

/**
 * Both hashes against their published values, before anything is kept by them: a Node that was built without SM3, or against a
 * library that reckons it otherwise, would leave digests in the trail that nobody else can repeat (T28).
 * @throws StartRefusal that names the hash.
 */
export function proveHashes(by: Digest = digest): void {
  for (const [hash, content, expected] of PUBLISHED) {
    if (reckoned(by, hash, content) !== expected) throw new StartRefusal({
      zh: `本机的 Node.js 算不出正确的 ${shown[hash]}，自检未通过。请改用 Node.js 官方版本或程序包内自带的版本。`,
      en: `This Node.js does not reckon ${shown[hash]} as published. Use the official build, or the one that comes with the archive.`,
    });
  }
}

const shown: Readonly<Record<HashName, string>> = { sha256: 'SHA-256', sm3: 'SM3' };

function reckoned(by: Digest, hash: HashName, content: string): string | undefined {
  try {
    return by(hash, content);
  } catch {
    return undefined; // not built in
  }
}
