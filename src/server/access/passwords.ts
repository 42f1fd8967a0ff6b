import { randomInt } from 'node:crypto';
import { refuseAccess } from '#domain/access/refusals.ts';
import { inTurn } from '#server/platform/in-turn.ts';
import { chosenKeeping, keepingOf, type Keeping } from './password-keeping.ts';

// Two of Node's four worker threads: the other two go on reading files and names while everybody signs in at nine.
const hashing = inTurn({ atOnce: 2, waitingMost: 400, full: () => refuseAccess('SignInCrowded', {}) });

/** One installation keeps passwords in one way, said where it starts. */
const chosen = (): Keeping => chosenKeeping(process.env);

export const hashPassword = (password: string, keeping = chosen()): Promise<string> => hashing(() => keeping.keep(password));

/** Hashes of nothing anybody knows: unknown users cost the same work as known ones (T14). */
const strangers = new Map<Keeping, Promise<string>>();

function stranger(keeping: Keeping): Promise<string> {
  const made = strangers.get(keeping) ?? keeping.keep(String(randomInt(2 ** 47)));
  strangers.set(keeping, made);
  return made;
}

/**
 * Whether this is the password behind a stored hash; without one the same work is done for nothing. So is the work of the chosen
 * way where the hash is still of the other, which {@link renewedHash} replaces: how long an answer takes tells nobody's name.
 */
export const isPassword = (password: string, stored: string | undefined, keeping = chosen()): Promise<boolean> => hashing(async () => {
  const made = stored ? keepingOf(stored) : keeping;
  const fits = await made.fits(stored ?? (await stranger(keeping)), password);
  if (made !== keeping) await keeping.fits(await stranger(keeping), password);
  return fits && stored !== undefined;
});

/** A hash of the chosen way for a password that was just proven, undefined where its hash is of that way already. */
export const renewedHash = async (password: string, stored: string, keeping = chosen()): Promise<string | undefined> =>
  (keepingOf(stored) === keeping ? undefined : hashPassword(password, keeping));
