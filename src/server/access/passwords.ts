import { randomInt } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { refuseAccess } from '#domain/access/refusals.ts';
import { inTurn } from './in-turn.ts';

// Argon2id, 19 MiB, two passes: about 10 ms of one core on the machines that offices have (M17).
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

// Two of Node's four worker threads: the other two go on reading files and names while everybody signs in at nine.
const hashing = inTurn({ atOnce: 2, waitingMost: 400, full: () => refuseAccess('SignInCrowded', {}) });

export const hashPassword = (password: string): Promise<string> => hashing(() => hash(password, COST));

/** A hash of nothing anybody knows: unknown users cost the same work as known ones (T14). */
const stranger = hash(String(randomInt(2 ** 47)), COST);

/** Whether this is the password behind a stored hash; without one the same work is done for nothing. */
export const isPassword = (password: string, stored: string | undefined): Promise<boolean> =>
  hashing(async () => (await verify(stored ?? (await stranger), password)) && stored !== undefined);
