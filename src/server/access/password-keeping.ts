import { pbkdf2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { hash, verify } from '@node-rs/argon2';
import { passwordHash, type PasswordHash } from '#server/platform/password-hash.ts';

/** A way of keeping passwords. A hash says itself by which way it was made, so that those of every way are always taken. */
export interface Keeping {
  keep(password: string): Promise<string>;
  fits(stored: string, password: string): Promise<boolean>;
}

// Argon2id, 19 MiB, two passes: about 10 ms of one core on the machines that offices have (M17).
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
export const argon2id: Keeping = { keep: (password) => hash(password, COST), fits: verify };

const SM3_MARK = '$pbkdf2-sm3$';
/** About 110 ms of one core on the same machines. */
const SM3_ROUNDS = 100_000;
const SM3_BYTES = 32;
const derived = promisify(pbkdf2);

/**
 * PBKDF2 over HMAC-SM3 (GB/T 32905), for bureaus whose use of cryptography is examined under GB/T 39786. Somebody who stole the
 * table and owns graphics cards tries more passwords a second than against Argon2id.
 */
export const pbkdf2Sm3: Keeping = {
  keep: async (password) => {
    const salt = randomBytes(16);
    const key = await derived(password, salt, SM3_ROUNDS, SM3_BYTES, 'sm3');
    return `${SM3_MARK}${SM3_ROUNDS}$${salt.toString('base64url')}$${key.toString('base64url')}`;
  },
  fits: async (stored, password) => {
    const [rounds, salt = '', key = ''] = stored.slice(SM3_MARK.length).split('$');
    const made = await derived(password, Buffer.from(salt, 'base64url'), Number(rounds), SM3_BYTES, 'sm3');
    return timingSafeEqual(made, Buffer.from(key, 'base64url'));
  },
};

export const keepingOf = (stored: string): Keeping => (stored.startsWith(SM3_MARK) ? pbkdf2Sm3 : argon2id);

const KEEPINGS: Readonly<Record<PasswordHash, Keeping>> = { argon2id, sm3: pbkdf2Sm3 };

/** @throws StartRefusal for a way that there is not. */
export const chosenKeeping = (env: Readonly<Record<string, string | undefined>>): Keeping => KEEPINGS[passwordHash(env)];
