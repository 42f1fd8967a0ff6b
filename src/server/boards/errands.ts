import type { Errand } from '#domain/boards/contract.ts';
import type { Call } from '#server/platform/call.ts';
import { unsignedReviews } from '#server/reviews/receipt-reads.ts';
import { ownDesks } from './desk-scopes.ts';

/** What steps of the year ask of me: results of reviews to sign for. */
export async function errandsOf(call: Call): Promise<Errand[]> {
  return resultsToSign(call);
}

async function resultsToSign(call: Call): Promise<Errand[]> {
  const branches = await ownDesks(call, 'signFeedback');
  const found = branches.length === 0 ? [] : await unsignedReviews(call.tx, branches);
  return found.map(({ review, organisation, name, year, circulatedOn }) => ({
    kind: 'signResult', subject: review, title: '', organisation: { id: organisation, name }, year, since: circulatedOn, until: null,
  }));
}
