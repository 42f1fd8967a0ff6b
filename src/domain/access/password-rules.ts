export const PASSWORD_LENGTH_LEAST = 10;

/** Whether a password is not good enough: too short, of one kind of characters, or with the user name in it. */
export function isWeak(password: string, userName: string): boolean {
  const kinds = [/\p{L}/u, /\p{N}/u, /[^\p{L}\p{N}]/u].filter((kind) => kind.test(password)).length;
  return password.length < PASSWORD_LENGTH_LEAST || kinds < 2 || password.toLowerCase().includes(userName.toLowerCase());
}

// No 0/O, 1/l/I: first passwords are read from paper.
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';
const GROUPS = 3;
const GROUP_LENGTH = 4;

/**
 * A first password to hand over once, as `k7mq-x2vd-9hpe`: 59 bits. It is made where it is read from, in the page of the
 * security administrator or by the founding of a bureau, so that no answer of the server ever carries a password and
 * none can lie among the kept answers.
 * @param below a random whole number from 0 to the argument less one, from a source nobody can foretell.
 */
export function firstPassword(below: (limit: number) => number): string {
  const letter = (): string => ALPHABET.charAt(below(ALPHABET.length));
  const group = (): string => Array.from({ length: GROUP_LENGTH }, letter).join('');
  return Array.from({ length: GROUPS }, group).join('-');
}
