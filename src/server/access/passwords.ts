import { randomInt } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

// Argon2id, 19 MiB, two passes: about 10 ms of one core on the machines that offices have (M17).
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
export const PASSWORD_LENGTH_LEAST = 10;

export const hashPassword = (password: string): Promise<string> => hash(password, COST);
export const isPassword = (password: string, stored: string): Promise<boolean> => verify(stored, password);

/** A hash of nothing anybody knows: unknown users cost the same time as known ones (T14). */
const stranger = hashPassword(String(randomInt(2 ** 47)));
export const spendTheTime = async (password: string): Promise<void> => void (await verify(await stranger, password));

/** At least {@link PASSWORD_LENGTH_LEAST} characters, two of letters, digits, symbols, and not the user name in it. */
export function isWeak(password: string, userName: string): boolean {
  const kinds = [/\p{L}/u, /\p{N}/u, /[^\p{L}\p{N}]/u].filter((kind) => kind.test(password)).length;
  return password.length < PASSWORD_LENGTH_LEAST || kinds < 2 || password.toLowerCase().includes(userName.toLowerCase());
}

// No 0/O, 1/l/I: first passwords are read from paper.
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A first password to hand over once; it is stored nowhere in clear. */
export const firstPassword = (): string => {
  const letters = Array.from({ length: 12 }, () => ALPHABET[randomInt(ALPHABET.length)] ?? 'x');
  return [letters.slice(0, 4), letters.slice(4, 8), letters.slice(8)].map((part) => part.join('')).join('-');
};
