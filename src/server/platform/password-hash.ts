import { StartRefusal } from './start-refusal.ts';

const NAMES = ['argon2id', 'sm3'] as const;
export type PasswordHash = (typeof NAMES)[number];

/** PASSWORD_HASH: by what new passwords are kept, Argon2id where nothing is said. @throws StartRefusal for a name that is none of these. */
export function passwordHash(env: Readonly<Record<string, string | undefined>>): PasswordHash {
  const said = env['PASSWORD_HASH'] || 'argon2id';
  const name = NAMES.find((it) => it === said);
  if (!name) throw new StartRefusal({ zh: `PASSWORD_HASH 应为 argon2id 或 sm3，现为“${said}”。`, en: `PASSWORD_HASH is argon2id or sm3, not "${said}".` });
  return name;
}
