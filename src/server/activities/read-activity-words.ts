import type { ActivityWords } from '#domain/activities/contract.ts';
import type { Call } from '#server/platform/call.ts';
import { schemeOn } from '#server/schemes/scheme-reads.ts';

/** Words of the scheme in force on a day; they are no secret inside the bureau. */
export async function readActivityWords(call: Call, { day }: { day: string }): Promise<ActivityWords> {
  const scheme = await schemeOn(call.tx, day);
  return {
    activities: (scheme?.activities ?? []).map(({ id, label, weekday, from, to, heldBy, makeUpDays }) => ({ id, label, weekday, from, to, heldBy, makeUpDays })),
    contents: (scheme?.contents ?? []).map(({ id, label }) => ({ id, label })),
    // What the office chooses by hand: neither an absence without any reason nor what is a mark of its own (late).
    reasons: (scheme?.excuses ?? []).map(({ id, label, exempts, makeUp, broughtBy }) =>
      ({ id, label, exempts, makeUp, byHand: broughtBy !== 'studyStop' && (exempts || makeUp !== 'no') })),
  };
}
