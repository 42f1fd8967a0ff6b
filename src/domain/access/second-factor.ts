const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const RECOVERY = 'abcdefghjkmnpqrstuvwxyz23456789';

/** 160 bits, as RFC 4226 recommends. */
export const SECRET_LENGTH = 32;
export const RECOVERY_CODES = 10;
export const STEP_SECONDS = 30;

/** A number from 0 to the argument less one, from a source nobody can foretell. */
type Below = (limit: number) => number;

/** A secret in base32, made where it is shown, so that no answer of the server carries one (decision 15). */
export const newSecret = (below: Below): string => Array.from({ length: SECRET_LENGTH }, () => BASE32.charAt(below(BASE32.length))).join('');

/** Codes for a lost phone, as `k7mq-x2vd`: 39 bits each, every one good for one sign-in. */
export function newRecoveryCodes(below: Below): readonly string[] {
  const group = (): string => Array.from({ length: 4 }, () => RECOVERY.charAt(below(RECOVERY.length))).join('');
  return Array.from({ length: RECOVERY_CODES }, () => `${group()}-${group()}`);
}

/** Bytes of a base32 text. @throws RangeError for another letter. */
export function base32Bytes(text: string): Uint8Array {
  const bytes: number[] = [];
  let held = 0;
  let bits = 0;
  for (const letter of text) {
    const value = BASE32.indexOf(letter);
    if (value < 0) throw new RangeError(`no letter of base32: ${letter}`);
    held = (held << 5) | value;
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((held >>> bits) & 0xff);
    held &= (1 << bits) - 1;
  }
  return new Uint8Array(bytes);
}

/** What a phone reads: the key URI that authenticator programs agree on (SHA-1, six digits, thirty seconds). */
export const keyUri = (secret: string, userName: string, bureau: string): string =>
  `otpauth://totp/${encodeURIComponent(bureau)}:${encodeURIComponent(userName)}?secret=${secret}&issuer=${encodeURIComponent(bureau)}&algorithm=SHA1&digits=6&period=${STEP_SECONDS}`;
