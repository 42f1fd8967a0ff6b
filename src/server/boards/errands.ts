import { scopesOf } from '#domain/access/policy.ts';
import type { Errand } from '#domain/boards/contract.ts';
import { yearOf } from '#domain/calendar/civil-date.ts';
import { referenceOf } from '#server/evaluations/reference-reads.ts';
import { organisationCards } from '#server/activities/name-reads.ts';
import { complaintsWhere } from '#server/complaints/complaint-reads.ts';
import { subtree } from '#server/orgs/organisation-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { sql } from '#server/platform/sql.ts';
import { unsignedReviews } from '#server/reviews/receipt-reads.ts';
import { isNoticeOver, noticeOf, objectionsToSelection, type Selection, selectionsWhere, struckFrom } from '#server/selections/selection-reads.ts';
import { ownDesks } from './desk-scopes.ts';

/** What waits for me beside sessions and registers, or tells me something: complaints to answer, results of reviews to sign for, selections that wait for me or name me. */
export async function errandsOf(call: Call): Promise<Errand[]> {
  return [...await complaintsToAnswer(call), ...await resultsToSign(call), ...await selectionsForMe(call)];
}

/** Whose clock runs and which I may answer: not my own. The desk shows nothing of what was written. */
async function complaintsToAnswer(call: Call): Promise<Errand[]> {
  const scopes = scopesOf(call.actor, 'answerComplaints');
  if (scopes.length === 0) return [];
  const within = await subtree(call.tx, scopes, call.today);
  const open = await complaintsWhere(call.tx, sql`c.organisation_id = ANY(${[...within]}::uuid[]) AND w.complaint_id IS NULL AND c.account_id <> ${call.actor.account}`);
  const names = new Map((await organisationCards(call.tx, open.map(({ organisation }) => organisation))).map((it) => [it.id, it]));
  return open.map((it) => ({
    kind: 'answerComplaint', subject: it.id, title: '', organisation: names.get(it.organisation) ?? { id: it.organisation, name: '' }, year: yearOf(it.filedOn), since: it.filedOn, until: it.due,
  }));
}

async function resultsToSign(call: Call): Promise<Errand[]> {
  const branches = await ownDesks(call, 'signFeedback');
  const found = branches.length === 0 ? [] : await unsignedReviews(call.tx, branches);
  return found.map(({ review, organisation, name, year, circulatedOn }) => ({
    kind: 'signResult', subject: review, title: '', organisation: { id: organisation, name }, year, since: circulatedOn, until: null,
  }));
}

async function selectionsForMe(call: Call): Promise<Errand[]> {
  const open = await selectionsWhere(call, sql`NOT EXISTS (SELECT 1 FROM award_step decided WHERE decided.selection_id = s.id AND decided.stage = 'decided')`);
  if (open.length === 0) return [];
  const within = async (act: 'runSelections' | 'decideSelections'): Promise<ReadonlySet<string>> => new Set(await subtree(call.tx, scopesOf(call.actor, act), call.today));
  const [running, deciding, branches] = [await within('runSelections'), await within('decideSelections'), await ownDesks(call, 'nominateMembers')];
  const found: Errand[] = [];
  for (const it of open) {
    if (it.stage === 'opened') found.push(...await toPropose(call, it, branches), ...toPost(it, running));
    else found.push(...await toDecide(call, it, deciding), ...listed(call, it));
  }
  const names = new Map((await organisationCards(call.tx, found.map(({ organisation }) => organisation.id))).map((it) => [it.id, it]));
  return found.map((it) => ({ ...it, organisation: names.get(it.organisation.id) ?? it.organisation }));
}

const errand = (kind: Errand['kind'], { selection, title, year, openedOn }: Selection, organisation: string, dates: Partial<Pick<Errand, 'since' | 'until'>> = {}): Errand =>
  ({ kind, subject: selection, title, organisation: { id: organisation, name: '' }, year, since: openedOn, until: null, ...dates });

/** Branches of mine that have proposed nobody although the reference lists somebody; whether anybody is, their committee decides. */
async function toPropose(call: Call, it: Selection, branches: readonly string[]): Promise<Errand[]> {
  const below = new Set(branches.length === 0 ? [] : await subtree(call.tx, [it.organisation], call.today));
  const waiting = branches.filter((branch) => below.has(branch) && !it.nominations.some(({ organisation }) => organisation === branch));
  if (waiting.length === 0) return [];
  const reference = await referenceOf(call.tx, waiting, it.year);
  return reference.branches.filter(({ persons }) => persons.length > 0).map(({ organisation }) => errand('propose', it, organisation));
}

const toPost = (it: Selection, running: ReadonlySet<string>): Errand[] =>
  (running.has(it.organisation) && it.nominations.length > 0 ? [errand('postNotice', it, it.organisation, { since: it.steps.at(-1)?.on ?? it.nominations.map(({ on }) => on).toSorted()[0] ?? it.openedOn })] : []);

/** Once the notice is over and nothing is disputed. */
async function toDecide(call: Call, it: Selection, deciding: ReadonlySet<string>): Promise<Errand[]> {
  const { from, until } = noticeOf(it);
  if (!deciding.has(it.organisation) || !(await isNoticeOver(call, { from, until })) || (await objectionsToSelection(call, it.selection)).length > 0) return [];
  return [errand('decide', it, it.organisation, { since: until })];
}

/** That I stand on the notice; not that somebody objects. */
function listed({ actor: { person } }: Call, it: Selection): Errand[] {
  const { persons, from, until } = noticeOf(it);
  return person !== null && persons.includes(person) && struckFrom(it, [person]).length === 0 ? [errand('listed', it, it.organisation, { since: from, until })] : [];
}
