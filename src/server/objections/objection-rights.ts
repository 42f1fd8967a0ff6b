import type { Actor } from '#domain/access/actor.ts';
import type { ActName } from '#domain/access/acts.ts';
import { may } from '#domain/access/policy.ts';
import { refuse } from '#domain/contracts/common-refusals.ts';
import type { LogEntry } from '#domain/facts/fact.ts';
import { gainingBy, type Involved, type Objection } from '#domain/objections/objection-rules.ts';
import { factOf, versionsOf } from '#server/facts/fact-reads.ts';
import { authorsOf } from '#server/months/statement-reads.ts';
import { homeOf, lineage } from '#server/orgs/organisation-reads.ts';
import type { Call } from '#server/platform/call.ts';
import type { ObjectionEntry } from './objection-reads.ts';

/** The act by which the body that entered the disputed thing answers. */
export const answeringAct = ({ body }: Pick<Objection, 'body'>): ActName => (body === 'branch' ? 'answerObjections' : 'answerOfficeObjections');
/** The act of the body above it, which reviews. */
export const reviewingAct = ({ body }: Pick<Objection, 'body'>): ActName => (body === 'branch' ? 'reviewObjections' : 'reviewOfficeObjections');

export interface SeenObjection {
  readonly entry: ObjectionEntry;
  readonly above: readonly string[];
  /** He raised it, it is about him, or he speaks for the branch whose it is. */
  readonly own: boolean;
}

/** An objection is there for whoever raised it or whom it concerns, and for those who answer or review. @throws NotFound */
export async function seenObjection(call: Call, objection: string): Promise<SeenObjection> {
  const entry = await factOf(call.tx, 'objection', objection);
  if (!entry) throw refuse('NotFound', {});
  if (isAgainst(call.actor, entry.state)) throw refuse('NotFound', {});
  const above = await lineage(call.tx, entry.state.organisation, call.today);
  const { subject } = entry.state;
  const own = isOwn(call.actor, entry.state, subject.kind === 'branch' ? await lineage(call.tx, subject.id, call.today) : above);
  if (!own && ![answeringAct(entry.state), reviewingAct(entry.state)].some((act) => may(call.actor, act, above).allowed)) throw refuse('NotFound', {});
  return { entry, above, own };
}

/** Whoever stands on a notice is not told by whom he was objected to, whatever his office. */
export const isAgainst = ({ person }: Pick<Actor, 'person'>, { about }: Pick<Objection, 'about'>): boolean => about.kind === 'listing' && about.person === person;

function isOwn(actor: Actor, { raisedBy, subject }: Objection, above: readonly string[]): boolean {
  if (actor.person !== null && (actor.person === raisedBy || (subject.kind === 'person' && actor.person === subject.id))) return true;
  return subject.kind === 'branch' && may(actor, 'raiseObjections', above).allowed;
}

/** What the actor has to do with the matter himself. */
export async function involvementOf({ tx, actor, today }: Call, { factId, state }: ObjectionEntry, disputed: LogEntry | null): Promise<Involved> {
  const answered = (await versionsOf(tx, factId)).flatMap(({ kind, state: its, recordedBy }) => (kind === 'objection' && its.stage === 'answered' && recordedBy !== null ? [recordedBy] : []));
  const home = actor.person === null ? undefined : await homeOf(tx, actor.person, today);
  return {
    authors: [...answered, ...(await authorsOf(tx, disputed?.factId ?? null))],
    gaining: disputed === null ? [] : gainingBy(disputed),
    ownBranch: state.subject.kind === 'branch' && home?.organisation === state.subject.id,
  };
}
