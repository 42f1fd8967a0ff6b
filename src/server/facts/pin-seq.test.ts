import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Call } from '#server/platform/call.ts';
import { withConnection } from '#server/platform/connection.ts';
import { testBureau, type TestBureau } from '#test/app.ts';
import { wholeLog } from './fact-reads.ts';
import { pinSeq } from './pin-seq.ts';
import { recordFact } from './record-fact.ts';

let bureau: TestBureau;
beforeAll(async () => void (bureau = await testBureau()));
afterAll(() => bureau.drop());

const leave = (call: Call, day: string, text?: { note: string }): ReturnType<typeof recordFact> => recordFact(call, {
  kind: 'leave', state: { person: bureau.cast.person.wenlan, reason: 'sickLeave', from: day, to: day }, text });
const seqsUpTo = async (call: Call, seq: number): Promise<number[]> => (await wholeLog(call.tx, seq)).map((it) => it.seq);
const pinned = () => bureau.within(async (call) => {
  const seq = await pinSeq(call.tx);
  return { seq, seen: await seqsUpTo(call, seq) };
});

describe('the number up to which the log is complete', () => {
  it('is the last one when nobody is recording', async () => {
    const { seq } = await bureau.within((call) => leave(call, '2026-11-02'));
    expect((await pinned()).seq).toBe(seq);
  });

  it('waits for whoever has a lower number and has not committed', async () => {
    await withConnection(bureau.ownerUrl, async (owner) => {
      const waiting = async (relation: string): Promise<boolean> => (await owner.query(`
        SELECT FROM pg_locks l JOIN pg_class c ON c.oid = l.relation JOIN pg_database d ON d.oid = l.database
        WHERE d.datname = current_database() AND NOT l.granted AND c.relname = '${relation}'`)).rowCount !== 0;
      const until = async (there: () => Promise<boolean>): Promise<void> => { while (!(await there())); };
      await owner.query('BEGIN; LOCK TABLE bureau_alpha.fact_text IN ACCESS EXCLUSIVE MODE');
      // The first has his number and cannot go on, because his text waits; the second comes after him and is done.
      const first = bureau.within((call) => leave(call, '2026-11-03', { note: '材料后补' }));
      await until(() => waiting('fact_text'));
      const second = await bureau.within((call) => leave(call, '2026-11-04'));
      let ended = false;
      const pinning = pinned().finally(() => (ended = true));
      await until(async () => ended || (await waiting('fact')));
      await owner.query('COMMIT');
      const { seq, seen } = await pinning;
      expect((await first).seq).toBeLessThan(second.seq);
      expect(seq).toBe(second.seq);
      expect(await bureau.within((call) => seqsUpTo(call, seq)), 'A-3: the log grew below a pinned number').toEqual(seen);
    });
  });

  it('lets nobody have a number meanwhile, and lets him go on afterwards', async () => {
    let give = (): void => {};
    const commit = new Promise<void>((done) => (give = done));
    let holds = (): void => {};
    const held = new Promise<void>((done) => (holds = done));
    const pinning = bureau.within(async ({ tx }) => {
      const seq = await pinSeq(tx);
      holds();
      await commit;
      return seq;
    });
    await held;
    const following = bureau.within((call) => leave(call, '2026-11-05'));
    give();
    expect((await following).seq).toBeGreaterThan(await pinning);
  });
});
