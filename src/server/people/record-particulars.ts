import { amendFact, recordFacts } from '#server/facts/record-fact.ts';
import type { Call } from '#server/platform/call.ts';
import { particularsToRecord } from './particulars-reads.ts';

/** Lets the log know what has become of a person's particulars. */
export async function recordParticulars(call: Call, person: string): Promise<void> {
  const { begin, change } = await particularsToRecord(call.tx, [person]);
  await recordFacts(call, begin);
  for (const it of change) await amendFact(call, it);
}
