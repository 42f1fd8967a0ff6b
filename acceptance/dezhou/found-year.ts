import { randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FactState } from '#domain/facts/contract.ts';
import { reactions } from '#server/app.ts';
import { type DatedFact, recordDated } from '#server/demo/dated-facts.ts';
import { foundDemo } from '#server/demo/found-demo.ts';
import { founder } from '#server/demo/founder.ts';
import { wholeLog } from '#server/facts/fact-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { openDatabase } from '#server/platform/database.ts';
import { openInstallation } from '#server/platform/installation.ts';
import { perform } from '#server/platform/perform.ts';
import { roleUrl } from '#server/platform/roles.ts';
import { sql } from '#server/platform/sql.ts';

/** The clock of acceptance stands still: the year 2025 is over, its appraisals of January 2026 are in. */
export const NOW = '2026-02-10T09:00:00+08:00';
export const YEAR = 2025;
export const BUREAU = 'demo';
const SECRET = 'the secret of acceptance';
const ROLES = 'zhibu_acceptance';

export interface Served {
  readonly ownerUrl: string;
}

/** The bureau as its server has it. */
export const databaseOf = ({ ownerUrl }: Served) => openDatabase(roleUrl(ownerUrl, SECRET, 'app', ROLES), 4);

/** Honours that bring more branches above 90.00 than there are places, and a veto on one that would have had a place. */
async function closeCases({ tx }: Call): Promise<readonly DatedFact[]> {
  const rows = await tx.many<{ id: string; number: string }>(sql`SELECT fact_id AS id, number FROM organisation WHERE number IN ('A104', 'A123', 'A116')`);
  return rows.map(({ id, number }): DatedFact => {
    const veto = number === 'A116';
    const values: FactState<'record'>['values'] = veto ? { ground: 'notHeld', document: '#00000000000000a1' } : { level: 'bureau', document: `#0000000000000${number.slice(1)}`, matter: '#00000000000000b1' };
    return { by: null, on: '2026-01-28', fact: {
      kind: 'record', standing: 'counted', period: `${YEAR}-12`,
      state: { register: veto ? 'branchVeto' : 'collectiveHonour', organisation: id, day: '2026-01-27', until: null, persons: [], values },
    } };
  });
}

/**
 * Founds the sample bureau under the fixed clock, and leaves beside it what the independent reckoning needs: the whole
 * log as lines, and the number of each organisation and person.
 */
export async function foundYear(served: Served, folder: string): Promise<void> {
  const installation = await openInstallation({ ownerUrl: served.ownerUrl, secret: SECRET, rolePrefix: ROLES, losable: true });
  await installation.createBureau(BUREAU, { zh: '示例市公安局', en: 'Sample bureau' }, 'demo');
  const database = databaseOf(served);
  try {
    await foundDemo(database, () => new Date(NOW), reactions, BUREAU);
    await perform(database, {
      bureau: BUREAU, actor: founder, now: new Date(NOW), requestId: randomUUID(), reactions: [], operation: 'foundYear',
    }, async (call) => recordDated(call, await closeCases(call)));
    mkdirSync(folder, { recursive: true });
    await database.withBureau(BUREAU, {}, async (tx) => {
      writeFileSync(join(folder, 'log.jsonl'), (await wholeLog(tx)).map((entry) => `${JSON.stringify(entry)}\n`).join(''));
      const numbers = await tx.many<{ id: string; number: string }>(sql`
        SELECT id, number FROM person UNION ALL SELECT fact_id, number FROM organisation`);
      writeFileSync(join(folder, 'numbers.json'), JSON.stringify(Object.fromEntries(numbers.map(({ id, number }) => [id, number]))));
    });
  } finally {
    await database.end();
  }
}
