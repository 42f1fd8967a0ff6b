import { randomUUID } from 'node:crypto';
import { firstBureauName } from '#domain/bureau/beginning.ts';
import type { BureauCard, SampleAccount } from '#server/access/routes.ts';
import { recordFacts } from '#server/facts/record-fact.ts';
import { particularsToRecord } from '#server/people/particulars-reads.ts';
import type { Reaction } from '#server/platform/call.ts';
import type { Clock } from '#server/platform/clock.ts';
import type { Database } from '#server/platform/database.ts';
import type { Bureau, Installation } from '#server/platform/installation.ts';
import { perform } from '#server/platform/perform.ts';
import { sql } from '#server/platform/sql.ts';
import type { Words } from '#server/platform/start-refusal.ts';
import { sampleAccounts } from './accounts.ts';
import { DEMO_CODE, foundDemo } from './found-demo.ts';
import { foundOwn, OWN_CODE } from './found-own.ts';
import { founder } from './founder.ts';

export interface Founding {
  readonly installation: Installation;
  readonly database: Database;
  readonly clock: Clock;
  readonly reactions: readonly Reaction[];
  /** Whether the installation is to have the demo bureau; else it has one of its own. Both can stand side by side. */
  readonly demo: boolean;
  /** Told what takes long. */
  readonly say?: (words: Words) => void;
}

export interface Founded {
  readonly cards: readonly BureauCard[];
  /** Accounts of a bureau founded just now, to be printed once. */
  readonly firstAccounts: readonly SampleAccount[];
}

/** The bureaus of the installation. A first start that was broken off left a bureau without accounts; it is written now. */
export async function makeBureaus({ installation, database, clock, reactions, demo, say }: Founding): Promise<Founded> {
  const code = demo ? DEMO_CODE : OWN_CODE;
  const there = await installation.bureaus();
  if (!there.some((it) => it.code === code)) await installation.createBureau(code, demo ? demoName : firstBureauName, demo ? 'demo' : 'own');
  let firstAccounts: readonly SampleAccount[] = [];
  if (!(await hasAccounts(database, code))) {
    if (demo) {
      say?.({ zh: '正在建立演示单位（两年的虚构数据），约需一分钟 …', en: 'Founding the demo bureau with two invented years, about a minute …' });
      await foundDemo(database, clock, reactions);
    } else firstAccounts = await foundOwn(database, clock);
  }
  const bureaus = await installation.bureaus();
  for (const bureau of bureaus) await completeParticulars(database, clock, bureau.code);
  const cards: BureauCard[] = [];
  for (const bureau of bureaus) cards.push(await cardOf(database, bureau));
  return { cards, firstAccounts };
}

/** Persons whose particulars were written before the log carried them; nobody is left out, and a second start writes nothing. */
const completeParticulars = (database: Database, clock: Clock, bureau: string): Promise<unknown> =>
  perform(database, { bureau, actor: founder, now: clock(), requestId: randomUUID(), reactions: [], operation: 'completeParticulars' }, async (call) =>
    recordFacts(call, (await particularsToRecord(call.tx, null)).begin));

const demoName = { zh: '示例市公安局', en: 'Sample City Public Security Bureau' };

/** A demo that an older release founded lacks the accounts that came later: none is offered that is not there. */
async function cardOf(database: Database, { code, name, kind }: Bureau): Promise<BureauCard> {
  const names = kind === 'demo' ? await database.withBureau(code, {}, (tx) => tx.many<{ name: string }>(sql`SELECT user_name AS name FROM account`)) : [];
  return { bureau: { code, ...name, kind }, samples: sampleAccounts.filter(({ userName }) => names.some((it) => it.name === userName)) };
}

const hasAccounts = (database: Database, code: string): Promise<boolean> =>
  database.withBureau(code, {}, async (tx) => (await tx.many(sql`SELECT 1 FROM account LIMIT 1`)).length > 0);
