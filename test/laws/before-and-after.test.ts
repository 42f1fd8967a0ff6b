import { afterAll, beforeAll, expect, it } from 'vitest';
import { readAuditTrail } from '#domain/audit/contract.ts';
import { isTraced, isWrite } from '#domain/contracts/contract.ts';
import { withConnection } from '#server/platform/connection.ts';
import { testBureau, type TestBureau } from '#test/app.ts';
import { allRequests } from '#test/operations/all-requests.ts';
import { benchOf } from '#test/operations/bench.ts';
import { lastTrace } from '#test/operations/footprint.ts';

/**
 * Whatever changes something that was there before says in the trail from what to what. Which operations do, the database
 * tells: every table that is not derived reports each row that an operation updated, deleted or superseded.
 */

/** What is swept, stamped or rebuilt by the machine in passing, with why nobody asks for its before. */
const MACHINE: Readonly<Record<string, string>> = {
  idempotency: 'kept answers', login_session: 'who is signed in; how many ended is said as a particular', sign_in_tries: 'a count of wrong passwords', second_factor: 'a secret; whether there is one is said of its account', recovery_code: 'marks of codes',
  projection_due: 'an outbox', assessment_due: 'an outbox', job: 'progress of long work', file: 'kept for a while and swept', kept_columns: 'untraced, by a reason of its own', standing: 'sums of the ledger',
};

/** Tables of which the newest row supersedes the one before it. */
const SUPERSEDING = ['bureau_name', 'compliance_change', 'invitation_answer', 'award_step', 'lecture_recommendation'];

/** Operations that change a row and show no before and after, and why. */
const WITHOUT: Readonly<Record<string, string>> = {
  changePassword: 'A password is shown nowhere, neither the old one nor the new one.',
  resetPassword: 'A password is shown nowhere.',
  resetPasswords: 'A password is shown nowhere.',
};

let bureau: TestBureau;
beforeAll(async () => {
  bureau = await testBureau();
  await withConnection(bureau.ownerUrl, async (client) => {
    await client.query('CREATE TABLE public.touched (request_id text, table_name text)');
    await client.query('GRANT INSERT, SELECT ON public.touched TO PUBLIC');
    await client.query(`CREATE FUNCTION public.report_touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      INSERT INTO public.touched VALUES (current_setting('zhibu.request', true), TG_TABLE_NAME); RETURN NULL; END $$`);
    const { rows } = await client.query<{ name: string }>(`SELECT c.relname AS name FROM pg_class c WHERE c.relnamespace = 'bureau_alpha'::regnamespace AND c.relkind = 'r'
      AND EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0) AND c.relname NOT IN ('fact_log', 'audit_entry', 'migration')`);
    const derived = await client.query<{ name: string }>(`SELECT table_name AS name FROM information_schema.columns WHERE table_schema = 'bureau_alpha' AND column_name = 'fact_id'
      UNION SELECT unnest(ARRAY['organisation', 'organisation_placement', 'branch_month', 'branch_item', 'branch_year', 'branch_result', 'fact', 'fact_person'])`);
    for (const { name } of rows) {
      if (name in MACHINE || derived.rows.some((it) => it.name === name)) continue;
      const events = SUPERSEDING.includes(name) ? 'INSERT OR UPDATE OR DELETE' : 'UPDATE OR DELETE';
      await client.query(`CREATE TRIGGER report_touch AFTER ${events} ON bureau_alpha."${name}" FOR EACH ROW EXECUTE FUNCTION public.report_touch()`);
    }
  });
});
afterAll(() => bureau.drop());

interface Said { readonly operation: string; readonly requestId: string; readonly changes: number }

it('each operation that amends something shows before and after in the trail, or stands in the list with its reason', async () => {
  const bench = benchOf(bureau);
  const silent: string[] = [];
  const amending = new Set<string>();
  for (const asked of allRequests.filter((it) => isWrite(it.contract) && isTraced(it.contract))) {
    const { name } = asked.contract;
    const { input, ...options } = await asked.prepare(bench);
    const mark = await lastTrace(bureau);
    const caller = asked.by === 'newcomer' ? (await bench.newAccount()).caller : bench.as(asked.by);
    const answer = await caller.request(asked.contract, input, options);
    expect(`${name} ${answer.status}`).toBe(`${name} 200`);
    const { items } = await bureau.as('shenji').call(readAuditTrail, { operation: name, size: 100 });
    const said = items.filter(({ id }) => id > mark).map(({ operation, requestId, changes }): Said => ({ operation, requestId, changes: changes.length }));
    if (!(await amended(said.map(({ requestId }) => requestId)))) continue;
    amending.add(name);
    if (!(name in WITHOUT) && said.every(({ changes }) => changes === 0)) silent.push(name);
  }
  expect(silent, 'an operation changes what was there and the trail does not say from what to what').toEqual([]);
  expect(amending.size).toBeGreaterThan(60);
  expect(Object.keys(WITHOUT).filter((name) => !amending.has(name)), 'the list names what amends nothing').toEqual([]);
}, 240_000);

/** Whether one of these requests moved a fact on from another version, or changed a row that was there. */
const amended = (requests: readonly string[]): Promise<boolean> => withConnection(bureau.ownerUrl, async (client) => {
  const { rows } = await client.query<{ yes: boolean }>(`SELECT EXISTS (SELECT FROM public.touched WHERE request_id = ANY($1)) OR EXISTS (
    SELECT FROM bureau_alpha.audit_entry e JOIN bureau_alpha.fact_log l ON l.logged_at = e.at AND l.version > 1 WHERE e.request_id = ANY($1)) AS yes`, [[...requests]]);
  return rows[0]?.yes ?? false;
});
