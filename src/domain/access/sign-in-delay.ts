/** Wrong passwords that cost nothing; each further one doubles the wait (T14: ≤ 5 live guesses in 15 minutes). */
export const FREE_TRIES = 4;
const FIRST_DELAY_SECONDS = 30;
/** The true owner is back within a quarter of an hour, whoever tried to lock him out. */
const LONGEST_DELAY_SECONDS = 900;

/** Seconds during which the account is not even tried, after `wrongTries` wrong passwords in a row. */
export function signInDelaySeconds(wrongTries: number): number {
  if (wrongTries <= FREE_TRIES) return 0;
  return Math.min(LONGEST_DELAY_SECONDS, FIRST_DELAY_SECONDS * 2 ** Math.min(20, wrongTries - FREE_TRIES - 1));
}
