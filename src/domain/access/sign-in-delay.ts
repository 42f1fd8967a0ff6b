/**
 * Seconds that follow the n-th wrong password in a row. Two slips cost nothing; whoever goes on gets at most five live
 * guesses in any quarter of an hour, and the true owner is back within one, whoever tried to lock him out (T14).
 */
const DELAYS_SECONDS = [0, 0, 60, 300, 900] as const;
const LONGEST_SECONDS = 900;

/** Tries are forgotten when nobody has tried the name for this long. */
export const FORGOTTEN_AFTER_HOURS = 24;

/** @param tries wrong passwords in a row, the last one included. */
export const signInDelaySeconds = (tries: number): number => (tries < 1 ? 0 : DELAYS_SECONDS[tries - 1] ?? LONGEST_SECONDS);
