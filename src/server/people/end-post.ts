import type { z } from 'zod';
import { demandOpenDay } from '#domain/calendar/open-year.ts';
import { refuse } from '#domain/contracts/common-refusals.ts';
import type { LogEntryOf } from '#domain/facts/fact.ts';
import type { endPost as endContract, withdrawPost as withdrawContract } from '#domain/people/contract.ts';
import { refusePeople } from '#domain/people/refusals.ts';
import { factOf } from '#server/facts/fact-reads.ts';
import { amendFact, withdrawFact } from '#server/facts/record-fact.ts';
import type { Call } from '#server/platform/call.ts';
import { demandAnother, lockPerson } from './person-rights.ts';

async function postToChange(call: Call, factId: string): Promise<LogEntryOf<'post'>> {
  const post = await factOf(call.tx, 'post', factId);
  if (!post) throw refuse('NotFound', {});
  await demandAnother(call, post.state.person);
  await lockPerson(call.tx, post.state.person);
  return post;
}

/** The post ends with a day. */
export async function endPost(call: Call, input: z.output<typeof endContract.input>): Promise<{ id: string; version: number }> {
  const { state } = await postToChange(call, input.post);
  demandOpenDay(input.to, call.today);
  if (state.to !== null) throw refusePeople('PostEnded', { to: state.to });
  if (input.to < state.from) throw refusePeople('PostBackwards', { from: state.from });
  const entry = await amendFact(call, { kind: 'post', factId: input.post, version: input.version, state: { ...state, to: input.to } });
  call.audit({ kind: 'person', id: state.person, organisation: state.organisation, details: { post: state.post, to: input.to } });
  return { id: input.post, version: entry.version };
}

/** The post was never held; it had been entered by mistake. */
export async function withdrawPost(call: Call, input: z.output<typeof withdrawContract.input>): Promise<{ id: string; version: number }> {
  const { state } = await postToChange(call, input.post);
  const entry = await withdrawFact(call, { factId: input.post, version: input.version });
  call.audit({ kind: 'person', id: state.person, organisation: state.organisation, details: { post: state.post } });
  return { id: input.post, version: entry.version };
}
