import { scopesOf } from '#domain/access/policy.ts';
import { refuse } from '#domain/contracts/common-refusals.ts';
import { registerFor, titleField } from '#domain/schemes/register-uses.ts';
import type { Register, RegisterUse } from '#domain/schemes/format/register-shape.ts';
import type { Call } from '#server/platform/call.ts';
import { sql, type Sql } from '#server/platform/sql.ts';
import { waits } from '#server/rota/rota-reads.ts';
import { allOf, entriesWhere, type FoundEntry } from './entry-reads.ts';
import { registersOn } from './register-reads.ts';

const MOST = 2000;

/** The register that the scheme in force keeps for a page; undefined where it has none. */
export const registerOfUse = async ({ tx, today }: Call, use: RegisterUse): Promise<Register | undefined> => registerFor(use, await registersOn(tx, today));

/**
 * What a page of the whole bureau shows of its register: entries that nobody has still to confirm, the latest first.
 * Registers of such a page are open by the check of the scheme; here they are read beyond one's own branch.
 */
export const entriesInUse = (call: Call, register: Register, condition: Sql = sql`true`): Promise<FoundEntry[]> =>
  entriesWhere(call.tx, allOf([sql`r.register = ${register.id}`, sql`NOT ${waits(sql`f`)}`, condition]), MOST);

/** What an entry is called. */
export const titleOf = (register: Register, { text }: FoundEntry): string => text?.fields[titleField(register)?.id ?? ''] ?? '';

/** Pages of the whole bureau are for those who belong to it; accounts of administrators alone find nothing. @throws NotFound */
export function demandInside({ actor }: Call): void {
  if (actor.person === null && scopesOf(actor, 'readRegisters').length === 0) throw refuse('NotFound', {});
}
