import { recordSession } from '#domain/activities/contract.ts';
import * as objections from '#domain/objections/contract.ts';
import { listObjections } from '#domain/objections/list-contract.ts';
import { asking, type Asked, type Bench, recordOf } from './bench.ts';

/** A session of the detention branch at which the member Wen Lan is said to have been absent. */
async function absence(bench: Bench): Promise<{ fact: string; subject: { kind: 'person'; id: string } }> {
  const person = bench.person('wenlan');
  const marks = [{ person, mark: 'absent' as const, reason: null, sitting: 0 }];
  const { session } = await bench.as('jiping').call(recordSession, recordOf(bench.on('detention'), bench.pastDay(), { marks }));
  return { fact: session, subject: { kind: 'person', id: person } };
}
const about = (fact: string) => ({ kind: 'fact' as const, fact, version: 1 });
async function raised(bench: Bench): Promise<{ objection: string; version: number; fact: string }> {
  const { fact, subject } = await absence(bench);
  return { ...(await bench.as('wenlan').call(objections.raiseObjection, { about: about(fact), subject, words: '当日在岗值班' })), fact };
}
const rejected = { verdict: 'rejected' as const, words: '未见值班记录', fact: null, correction: null };
async function answered(bench: Bench): Promise<{ objection: string; version: number; fact: string }> {
  const { objection, version, fact } = await raised(bench);
  return { objection, fact, ...(await bench.as('tangyue').call(objections.replyToObjection, { objection, version, ...rejected }).then((it) => ({ version: it.version }))) };
}
const present = { kind: 'mark' as const, mark: 'present' as const, reason: null };

export const objectionRequests: readonly Asked[] = [
  asking(objections.readObjectionForm, 'wenlan', async (bench) => ({ subject: 'person' as const, of: bench.person('wenlan'), fact: (await absence(bench)).fact })),
  asking(objections.raiseObjection, 'wenlan', async (bench) => {
    const { fact, subject } = await absence(bench);
    return { about: about(fact), subject, words: '当日在岗值班' };
  }),
  asking(objections.replyToObjection, 'tangyue', async (bench) => {
    const { objection, version, fact } = await raised(bench);
    return { objection, version, verdict: 'upheld' as const, words: '签到表上有本人签名', fact, correction: present };
  }),
  asking(objections.requestReview, 'wenlan', async (bench) => {
    const { objection, version } = await answered(bench);
    return { objection, version, words: '附值班表，请复核' };
  }),
  asking(objections.decideReview, 'fangmin', async (bench) => {
    const { objection, version, fact } = await answered(bench);
    const asked = await bench.as('wenlan').call(objections.requestReview, { objection, version, words: '附值班表，请复核' });
    return { objection, version: asked.version, verdict: 'partly' as const, words: '迟到属实，更正为迟到', fact, correction: { ...present, mark: 'late' as const } };
  }),
  asking(objections.withdrawObjection, 'wenlan', async (bench) => {
    const { objection, version } = await raised(bench);
    return { objection, version, words: '已核实，不再坚持' };
  }),
  asking(objections.readObjection, 'wenlan', async (bench) => ({ objection: (await raised(bench)).objection })),
  asking(objections.readCorrectable, 'tangyue', async (bench) => {
    const { objection, fact } = await raised(bench);
    return { objection, fact };
  }),
  asking(objections.previewCorrection, 'tangyue', async (bench) => {
    const { objection, fact } = await raised(bench);
    return { objection, fact, correction: JSON.stringify(present) };
  }),
  asking(listObjections, 'wenlan', () => ({ list: 'own' as const })),
  asking(objections.readObjectionStatistics, 'wenlan', () => ({ year: 2026 })),
];
