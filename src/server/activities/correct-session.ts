import { withMark } from '#domain/activities/corrected-mark.ts';
import { lexicon } from '#domain/activities/lexicon.ts';
import { refuseActivity } from '#domain/activities/refusals.ts';
import { may } from '#domain/access/policy.ts';
import type { LogEntryOf } from '#domain/facts/fact.ts';
import { markedAs } from '#domain/objections/fact-words.ts';
import { refuseObjection } from '#domain/objections/refusals.ts';
import type { Scheme } from '#domain/schemes/scheme.ts';
import { type Correcting, noWays, type Ways } from '#server/facts/correcting.ts';
import { lineage } from '#server/orgs/organisation-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { adoptedSchemes } from '#server/schemes/scheme-reads.ts';
import { personCards } from './name-reads.ts';

/** A session is put right in the mark of one member; for a branch it may be taken back as a whole. */
export const sessionCorrecting: Correcting<'session'> = {
  ways: async (call, entry, whose) => {
    if (entry.state.stage !== 'held') return noWays;
    if (whose.kind === 'branch') return { ...noWays, ways: ['withdraw'] };
    const scheme = await schemeOf(call, entry.day);
    const reasons = (scheme?.excuses ?? []).map(({ id, label }) => ({ id, label }));
    return { ...noWays, ways: ['mark'], reasons, ...(await markNow(call, entry, whose.id, scheme)) };
  },

  corrected: async (call, entry, correction, whose) => {
    if (correction.kind !== 'mark' || whose.kind !== 'person') throw refuseObjection('CorrectionNotAllowed', {});
    const { mark, reason } = correction;
    if (mark === 'excused' && reason === null) {
      throw refuseActivity('ReasonMissing', { names: [(await personCards(call.tx, [whose.id])).get(whose.id)?.name ?? ''] });
    }
    const scheme = await schemeOf(call, entry.day);
    if (reason !== null && !scheme?.excuses.some(({ id }) => id === reason)) throw refuseActivity('ReasonUnknown', { word: reason });
    return { state: withMark(entry.state, whose.id, { mark, reason }), period: entry.period };
  },
};

/** The reason of an absence is read by those who keep the register of the branch, and by the member himself. */
async function markNow(call: Call, { state, day }: LogEntryOf<'session'>, person: string, scheme: Scheme | null): Promise<Pick<Ways, 'mark' | 'detail'>> {
  const found = state.marks.find((it) => it.person === person);
  if (!found) return { mark: null, detail: null };
  const seen = call.actor.person === person || may(call.actor, 'readReasons', await lineage(call.tx, state.organisation, day)).allowed;
  const reason = seen ? found.reason : null;
  return { mark: { mark: found.mark, reason }, detail: markedAs(found.mark, scheme?.excuses.find(({ id }) => id === reason)?.label ?? null) };
}

const schemeOf = async ({ tx }: Call, day: string): Promise<Scheme | null> => lexicon(await adoptedSchemes(tx)).schemeOn(day);
