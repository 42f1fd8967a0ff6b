import { createHash } from 'node:crypto';
import type { CivilDate } from '#domain/calendar/civil-date.ts';
import { refuse } from '#domain/contracts/common-refusals.ts';
import { openingRegister } from '#domain/registers/opening-balance.ts';
import type { Register } from '#domain/schemes/format/register-shape.ts';
import type { Tx } from '#server/platform/database.ts';
import { sql } from '#server/platform/sql.ts';
import { schemeOn } from '#server/schemes/scheme-reads.ts';

/** Registers of the scheme in force on a day, in its order; that of opening points last, in a bureau that began within a year. */
export async function registersOn(tx: Tx, day: CivilDate): Promise<readonly Register[]> {
  const scheme = await schemeOn(tx, day);
  if (!scheme) return [];
  const opening = (await beganWithinYear(tx)) ? openingRegister(scheme) : null;
  return opening ? [...scheme.registers, opening] : scheme.registers;
}

const beganWithinYear = async (tx: Tx): Promise<boolean> => (await tx.one(sql`
  SELECT 1 FROM inclusion WHERE to_char(from_day, 'MM-DD') <> '01-01' UNION ALL SELECT 1 FROM record WHERE register = 'openingBalance' LIMIT 1`)) !== undefined;

/** @throws NotFound when the scheme of that day has no such register. */
export async function registerOn(tx: Tx, id: string, day: CivilDate): Promise<Register> {
  const register = (await registersOn(tx, day)).find((it) => it.id === id);
  if (!register) throw refuse('NotFound', {});
  return register;
}

/** How a matter stands in the log: from the key nobody reads the text, yet two of the same are told to be the same. */
export const matterKeyOf = (plain: string): string => `#${createHash('sha256').update(plain).digest('hex').slice(0, 16)}`;
