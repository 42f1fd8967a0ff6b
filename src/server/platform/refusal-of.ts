import { Refused } from '#domain/contracts/refusal.ts';

/** What an act would be refused with, or nothing; a fault stays a fault. */
export async function refusalOf(demand: () => Promise<unknown>): Promise<Refused | undefined> {
  try {
    await demand();
    return undefined;
  } catch (fault) {
    if (fault instanceof Refused) return fault;
    throw fault;
  }
}
