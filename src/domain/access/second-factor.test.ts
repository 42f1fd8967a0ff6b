import { describe, expect, it } from 'vitest';
import { base32Bytes, keyUri, newRecoveryCodes, newSecret } from './second-factor.ts';

const below = (limit: number): number => 7 % limit;

describe('a second factor', () => {
  it('reads base32 as RFC 4648 writes it', () => {
    expect(new TextDecoder().decode(base32Bytes('MZXW6YTBOI'))).toBe('foobar');
    expect(base32Bytes('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ')).toEqual(new TextEncoder().encode('12345678901234567890'));
    expect(() => base32Bytes('A1')).toThrow(RangeError);
  });

  it('has a secret of 160 bits and ten codes for a lost phone', () => {
    expect(newSecret(below)).toMatch(/^[A-Z2-7]{32}$/);
    expect(base32Bytes(newSecret(below)).length).toBe(20);
    expect(newRecoveryCodes(below)).toHaveLength(10);
    expect(newRecoveryCodes(below)[0]).toMatch(/^[a-z2-9]{4}-[a-z2-9]{4}$/);
  });

  it('is handed to a phone as a key URI with bureau and name escaped', () => {
    expect(keyUri('ABC', 'a b', '某局')).toBe('otpauth://totp/%E6%9F%90%E5%B1%80:a%20b?secret=ABC&issuer=%E6%9F%90%E5%B1%80&algorithm=SHA1&digits=6&period=30');
  });
});
