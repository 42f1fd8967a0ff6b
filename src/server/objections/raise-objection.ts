import type { z } from 'zod';
import type { ObjectionForm, raiseObjection as contract, readObjectionForm as formContract } from '#domain/objections/contract.ts';
import { demandInTime, type Objection } from '#domain/objections/objection-rules.ts';
import { refuseFact } from '#domain/facts/refusals.ts';
import { refuse } from '#domain/contracts/common-refusals.ts';
import type { AdoptedScheme } from '#domain/schemes/scheme.ts';
import { recordFact } from '#server/facts/record-fact.ts';
import type { Call } from '#server/platform/call.ts';
import { namesOf } from '#server/points/points-reads.ts';
import { adoptedSchemes } from '#server/schemes/scheme-reads.ts';
import type { Correctings } from '#server/facts/correcting.ts';
import { waysFor } from './correction-plan.ts';
import { aboutWords, factWords, schemeOfYear } from './disputed-words.ts';
import { demandMatter, type FoundMatter } from './matter.ts';
import { clockSince } from './objection-reads.ts';

/**
 * 提出异议: by the member to what concerns him, by the secretary to what concerns his branch, in time, once while one is open.
 * The number stays in force meanwhile.
 * @throws NotYourMatter, ObjectionTooLate, ObjectedAlready, FactChanged
 */
export async function raiseObjection(call: Call, { about, subject, words }: z.output<typeof contract.input>): Promise<z.output<typeof contract.output>> {
  const { matter, organisation, body, period, limit, entry, ...found } = await demandMatter(call, subject, about);
  if (about.kind === 'fact' && entry && entry.version !== about.version) throw refuseFact('FactChanged', { read: about.version, current: entry.version });
  demandInTime(limit, call.today);
  const state: Objection = {
    about: found.about, matter, subject, raisedBy: speaker(call), organisation, body, period, stage: 'raised', verdict: null, correction: null,
    raisedOn: call.today, answeredOn: null, appealedOn: null, decidedOn: null,
  };
  const { factId, version } = await recordFact(call, { kind: 'objection', state, text: { words } });
  call.audit({ kind: 'objection', id: factId, organisation, details: { window: period } });
  return { objection: factId, version };
}

function speaker({ actor }: Call): string {
  if (actor.person === null) throw refuse('NotFound', {});
  return actor.person;
}

/** What the form says before anything is written: what it is about, who answers, until when. @throws NotYourMatter, ObjectionTooLate, ObjectedAlready */
export async function readObjectionForm(call: Call, input: z.output<typeof formContract.input>, correctings: Correctings): Promise<ObjectionForm> {
  const subject = { kind: input.subject, id: input.of };
  const schemes = await adoptedSchemes(call.tx);
  const about = askedAbout(input, call.today, schemes);
  const found = await demandMatter(call, subject, about);
  demandInTime(found.limit, call.today);
  const names = await namesOf(call.tx, [subject.id], [subject.id, found.organisation]);
  const label = found.entry ? factWords(schemes, found.entry) : (await aboutWords(call.tx, [draftOf(found, subject)]))(draftOf(found, subject));
  const { answerDays, reviewDays } = (await clockSince(call, call.today)).daysOf(call.today);
  return {
    about: found.about, matter: found.matter, label, subject: { ...subject, name: names[subject.id] ?? '' },
    detail: found.entry ? (await waysFor(call, draftOf(found, subject), found.entry, correctings)).detail : null,
    organisation: { id: found.organisation, name: names[found.organisation] ?? '' }, body: found.body,
    deadline: found.limit?.day ?? null, provisional: found.limit?.provisional ?? false, answerDays, reviewDays,
  };
}

/** Of a branch without an item, the score of the whole year, on which its grade rests. */
function askedAbout({ fact, item, year, subject, selection, listed }: z.output<typeof formContract.input>, today: string, schemes: readonly AdoptedScheme[]): Objection['about'] {
  if (selection !== undefined && listed !== undefined) return { kind: 'listing', selection, person: listed };
  if (fact !== undefined) return { kind: 'fact', fact, version: 1 };
  const of = year ?? Number(today.slice(0, 4));
  const asked = item ?? (subject === 'branch' ? schemeOfYear(schemes, of)?.indicators?.id : undefined);
  return asked === undefined ? { kind: 'missing', period: today.slice(0, 7) } : { kind: 'item', year: of, item: asked };
}

const draftOf = ({ about, matter, organisation, body, period }: FoundMatter, subject: Objection['subject']): Objection => ({
  about, matter, subject, raisedBy: subject.id, organisation, body, period, stage: 'raised', verdict: null, correction: null,
  raisedOn: `${period}-01`, answeredOn: null, appealedOn: null, decidedOn: null,
});
