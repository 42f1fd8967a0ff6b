import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { civilDay, type Clock } from '#server/platform/clock.ts';
import { checkoutFolder } from '#server/platform/data-folder.ts';
import type { Database } from '#server/platform/database.ts';
import type { Call, Reaction } from '#server/platform/call.ts';
import { perform } from '#server/platform/perform.ts';
import { putIntoForce } from '#server/schemes/put-into-force.ts';
import { readScheme } from '#server/schemes/read-scheme.ts';
import { writeAccounts } from './accounts.ts';
import { calendarFacts } from './calendar-facts.ts';
import { recordDated } from './dated-facts.ts';
import { writeEvaluations } from './evaluation-facts.ts';
import { founder } from './founder.ts';
import { writeChecks } from './checks.ts';
import { writeYear } from './history.ts';
import { writeMonths } from './month-facts.ts';
import { writeObjections } from './objection-facts.ts';
import { writeReview } from './review-facts.ts';
import { writeInvitations } from './invitation-acts.ts';
import { writePastGrades, writeReceipts } from './receipt-acts.ts';
import { writeSelections } from './selection-acts.ts';
import { writeStaff } from './staff.ts';
import { lectureFacts, studyGroupFacts } from './study-group-facts.ts';
import type { DemoYear } from './writer.ts';

export const DEMO_CODE = 'demo';

/**
 * Writes the demo bureau: organisations, people, shifts, the whole of last year and this one so far, so that there is a
 * finished year on whatever day somebody starts. One transaction: either the whole demo is there or none. Points are
 * posted once at the end, when the scheme is adopted, instead of with each of thousands of sessions.
 */
export async function foundDemo(database: Database, clock: Clock, reactions: readonly Reaction[], code = DEMO_CODE): Promise<void> {
  const now = clock();
  const today = civilDay(now);
  const first = `${Number(today.slice(0, 4)) - 1}-01-01`;
  const text = readFileSync(join(checkoutFolder(), 'schemes', 'dezhou.yaml'), 'utf8').replace(/^takesEffect: .*$/m, `takesEffect: ${first}`);
  const read = readScheme(text);
  if (!('scheme' in read)) throw new Error('the sample scheme has problems');
  const year: DemoYear = { first, today, behind: ['A118', 'A103', 'A117'] };
  const about = { bureau: code, actor: founder, now, requestId: randomUUID(), operation: 'foundDemo' };
  await perform(database, { ...about, reactions: [] }, async (call) => {
    const staff = await writeStaff(call, first);
    await recordDated(call, calendarFacts(staff, first));
    await writeYear(call, staff, [{ scheme: read.scheme, from: first }], year);
    await recordDated(call, [...studyGroupFacts(staff, year), ...lectureFacts(staff, year)]);
    await writeObjections(call, staff, year);
    await writeAccounts(call, staff, first);
    const posting: Call = { ...call, reactions };
    await putIntoForce(posting, { text, from: first });
    await writeMonths(call, staff, read.scheme, year);
    await writeChecks(call, staff, year);
    await writeReview(call, staff, year);
    await writeReceipts({ call, staff }, year);
    await writePastGrades({ call, staff }, year);
    await writeEvaluations(call, staff, read.scheme, year);
    await writeSelections({ call, staff }, year);
    await writeInvitations({ call, staff }, year);
  });
}
