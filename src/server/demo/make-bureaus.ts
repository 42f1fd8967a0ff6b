import { sampleAccounts } from './accounts.ts';
import { DEMO_CODE, foundDemo } from './found-demo.ts';
import type { BureauCard } from '#server/access/routes.ts';
import type { Reaction } from '#server/platform/call.ts';
import type { Clock } from '#server/platform/clock.ts';
import type { Database } from '#server/platform/database.ts';
import { sql } from '#server/platform/sql.ts';
import type { Bureau, Installation } from '#server/platform/installation.ts';

export interface Founding {
  readonly installation: Installation;
  readonly database: Database;
  readonly clock: Clock;
  readonly reactions: readonly Reaction[];
  /** Whether the installation is to have the demo bureau. */
  readonly demo: boolean;
}

/** The bureaus of the installation; on the first start the demo bureau or an empty one is founded. */
export async function makeBureaus(founding: Founding): Promise<readonly BureauCard[]> {
  const { installation, demo } = founding;
  const there = await installation.bureaus();
  if (demo && !there.some((it) => it.kind === 'demo')) {
    await installation.createBureau(DEMO_CODE, { zh: '示例市公安局', en: 'Sample City Public Security Bureau' }, 'demo');
  }
  if (demo && !(await hasPeople(founding.database, DEMO_CODE))) await foundDemo(founding.database, founding.clock, founding.reactions);
  if (!demo && !there.some((it) => it.kind === 'own')) {
    await installation.createBureau('own', { zh: '本单位', en: 'Our bureau' }, 'own');
  }
  return (await installation.bureaus()).map(cardOf);
}

const cardOf = (it: Bureau): BureauCard => ({ bureau: { code: it.code, ...it.name, kind: it.kind }, samples: it.kind === 'demo' ? sampleAccounts : [] });

/** A first start that was broken off left the bureau without its people; it is written then. */
const hasPeople = (database: Database, code: string): Promise<boolean> =>
  database.withBureau(code, {}, async (tx) => (await tx.many(sql`SELECT 1 FROM account LIMIT 1`)).length > 0);
