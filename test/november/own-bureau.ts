import pino from 'pino';
import { signIn, changePassword } from '#domain/access/contract.ts';
import { accountActs } from '#server/access/access-reads.ts';
import { createApp, jobKinds, reactions } from '#server/app.ts';
import { foundOwn } from '#server/demo/found-own.ts';
import { openJobRunner } from '#server/platform/job-runner.ts';
import { callerOf, type Caller } from '#test/app.ts';
import { testDatabase } from '#test/database.ts';

const OWN_WORDS = '周一集中学习19点整';

/** An empty bureau of one's own, as `ZHIBU_DEMO=0` founds it, used over HTTP by people who sign in with their passwords. */
export interface OwnBureau {
  /** Whoever has this user name, signed in today. */
  as(userName: string): Promise<Caller>;
  /** Somebody comes in with the first password he was handed and takes one of his own. */
  begin(userName: string, password: string): Promise<void>;
  setNow(instant: string): void;
  today(): string;
  runJobs(): Promise<void>;
  drop(): Promise<void>;
}

export async function ownBureau(begun: string): Promise<OwnBureau> {
  const source = await testDatabase();
  let now = new Date(begun);
  const clock = (): Date => now;
  const log = pino({ level: 'silent' });
  const first = await foundOwn(source.database, clock, 'alpha');
  const bureau = { code: 'alpha', zh: '清源市公安局', en: 'Qingyuan Public Security Bureau', kind: 'own' as const };
  const app = createApp({ database: source.database, bureaus: [{ bureau, samples: [] }], clock, log, secret: 'test', secureCookies: false, webFolder: null });
  const jobs = openJobRunner({ database: source.database, bureaus: ['alpha'], kinds: jobKinds, clock, log, reactions, accountActs });
  const signedIn = new Map<string, Caller>();

  async function enter(userName: string, password: string): Promise<Caller> {
    const answer = await callerOf(app, undefined).request(signIn, { userName, password });
    const token = /zhibu-alpha=([^;]+)/.exec(answer.headers.get('set-cookie') ?? '')?.[1];
    if (token === undefined) throw new Error(`${userName}: ${await answer.text()}`);
    return callerOf(app, token);
  }
  const begin = async (userName: string, password: string): Promise<void> => {
    await (await enter(userName, password)).call(changePassword, { current: password, next: OWN_WORDS });
  };
  for (const { userName, password } of first) if (userName === 'dangwu' || userName === 'anquan') await begin(userName, password);
  return {
    begin, setNow: (instant) => { now = new Date(instant); signedIn.clear(); }, today: () => now.toISOString().slice(0, 10), runJobs: () => jobs.runWaiting(), drop: () => source.drop(),
    as: async (userName) => {
      const known = signedIn.get(userName) ?? await enter(userName, OWN_WORDS);
      signedIn.set(userName, known);
      return known;
    },
  };
}
