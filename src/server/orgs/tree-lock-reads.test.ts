import { afterAll, beforeAll, expect, it } from 'vitest';
import { amendFact } from '#server/facts/record-fact.ts';
import { factOf } from '#server/facts/fact-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { withConnection } from '#server/platform/connection.ts';
import { testBureau, type TestBureau } from '#test/app.ts';
import { lockedStructure } from './tree-lock-reads.ts';

let bureau: TestBureau;
beforeAll(async () => void (bureau = await testBureau()));
afterAll(() => bureau.drop());

interface Holder {
  readonly held: () => boolean;
  readonly letGo: () => Promise<void>;
}

/** Somebody who holds the tree until he is told to let go. */
async function holder(then: (call: Call) => Promise<unknown> = async () => {}): Promise<Holder> {
  let held = false;
  let go = (): void => {};
  const released = new Promise<void>((done) => (go = done));
  const work = bureau.within(async (call) => {
    await lockedStructure(call.tx);
    await then(call);
    held = true;
    await released;
  });
  await settled(() => held);
  return { held: () => held, letGo: async () => { go(); await work; } };
}

/** Until the newest of them holds the tree or waits for it, as the database says. */
const settled = (held: () => boolean): Promise<void> => withConnection(bureau.ownerUrl, async (owner) => {
  const waits = 'SELECT 1 FROM pg_locks JOIN pg_stat_activity USING (pid) WHERE datname = current_database() AND NOT granted';
  while (!held() && (await owner.query(waits)).rowCount === 0);
});

it('one at a time holds the tree, also when the root itself was changed by the one before', async () => {
  const root = bureau.cast.organisation.bureau;
  const holders: Holder[] = [];
  const another = async (then?: (call: Call) => Promise<unknown>): Promise<Holder> => {
    const made = await holder(then);
    holders.push(made);
    return made;
  };
  try {
    const first = await another(async (call) => {
      const entry = await factOf(call.tx, 'organisation', root);
      if (entry) await amendFact(call, { kind: 'organisation', factId: root, version: entry.version, state: { ...entry.state, shortName: '局委' } });
    });
    const second = await another();
    expect([first.held(), second.held()]).toEqual([true, false]);
    await first.letGo();
    await settled(second.held);
    expect((await another()).held(), 'two hold the tree at one moment').toBe(false);
  } finally {
    for (const it of holders) await it.letGo();
  }
});
