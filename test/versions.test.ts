import { expect, it } from 'vitest';
import { withConnection } from '#server/platform/connection.ts';
import { bureauSchema, INSTALLATION_SCHEMA } from '#server/platform/database.ts';
import { identifier } from '#server/platform/sql.ts';
import { testDatabase } from '#test/database.ts';
import { heardIn } from '#test/heard.ts';

/** The others take locks or settings, and run in the tests that are repeated on every version. */
const HAS_A_PLAN = /^\s*(WITH|SELECT|INSERT|UPDATE|DELETE|VALUES)\b/i;

it('every statement that the tests of another version were answered is understood by this one', async () => {
  const heard = heardIn(process.env['ZHIBU_HEARD'] ?? '');
  expect(heard.length, 'the database tests were not heard').toBeGreaterThan(500);
  const mine = await testDatabase();
  const refused = await withConnection(mine.ownerUrl, async (owner) => {
    const said: string[] = [];
    for (const { shared, text } of heard.filter((it) => HAS_A_PLAN.test(it.text))) {
      await owner.query(`SET search_path = ${identifier(shared ? INSTALLATION_SCHEMA : bureauSchema('alpha')).text}, pg_temp`);
      await owner.query(`PREPARE heard AS ${text}`).then(() => owner.query('DEALLOCATE heard'), (fault: Error) => said.push(`${fault.message}: ${text}`));
    }
    return said;
  });
  await mine.drop();
  expect(refused).toEqual([]);
});
