import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isWrite } from '#domain/contracts/contract.ts';
import { createApp, reactions } from '#server/app.ts';
import { withConnection } from '#server/platform/connection.ts';
import { perform } from '#server/platform/perform.ts';
import { sql } from '#server/platform/sql.ts';
import { NOW, testBureau, type Caller, type TestBureau, type Way } from '#test/app.ts';
import { founder, writeCast, type Cast } from '#test/cast.ts';
import { doorOf } from '#test/portal.ts';
import { allRequests } from '#test/operations/all-requests.ts';
import { benchOf, type Asked, type Prepared } from '#test/operations/bench.ts';
import { footprint } from '#test/operations/footprint.ts';

/** One installation with two bureaus: whatever is asked of the one, nothing of the other is seen or touched. */
let bureau: TestBureau;
let ways: Record<'alpha' | 'beta', Way>;

/** Everything the server can be asked, ready to be sent, with the token of whoever asks in `alpha`. */
interface Ready extends Prepared {
  readonly asked: Asked;
  readonly token: string;
}
let ready: readonly Ready[];

async function twoBureaus(): Promise<void> {
  bureau = await testBureau();
  const card = (code: string) => ({ bureau: { code, zh: code, en: code, kind: 'own' as const }, samples: [] });
  const app = createApp({
    database: bureau.database, bureaus: [card('alpha'), card('beta')], clock: bureau.clock, log: pino({ level: 'silent' }),
    secret: 'test', secureCookies: false, webFolder: null, tickets: doorOf(),
  });
  // Testers' callers know the bureau `alpha`; on the way the request turns to the one meant.
  const into = (code: string): Way => ({
    request: (path, init) => app.request(`/${code}${path}`, { ...init, headers: { ...init.headers, cookie: (init.headers['cookie'] ?? '').replace('zhibu-alpha', `zhibu-${code}`) } }),
  });
  ways = { alpha: into('alpha'), beta: into('beta') };
  const bench = benchOf(bureau);
  const made: Ready[] = [];
  for (const asked of allRequests) {
    const prepared = await asked.prepare(bench);
    made.push({ asked, ...prepared, token: asked.by === 'newcomer' ? (await bench.newAccount()).token : bureau.cast.token[asked.by] });
  }
  ready = made;
}

const reads = (): readonly Ready[] => ready.filter((it) => !isWrite(it.asked.contract));
const writes = (): readonly Ready[] => ready.filter((it) => isWrite(it.asked.contract));

const send = (code: 'alpha' | 'beta', { asked, input, asked: _, token, ...options }: Ready, as = token): Promise<Response> => {
  const caller: Caller = bureau.withToken(as, ways[code]);
  bureau.setNow(asked.at ?? NOW);
  return caller.request(asked.contract, input, options);
};

/** Ids of everything that stands in a bureau. */
const idsIn = async (code: string): Promise<readonly string[]> => bureau.database.withBureau(code, {}, async (tx) => (await tx.many<{ id: string }>(sql`
  SELECT id::text FROM person UNION SELECT fact_id::text FROM fact UNION SELECT id::text FROM account UNION SELECT id::text FROM role_grant
  UNION SELECT id::text FROM job UNION SELECT id::text FROM file`)).map((it) => it.id));

describe('with ids of the one, asked of the other', () => {
  let cast: Cast;
  let foreign: readonly string[];
  beforeAll(async () => {
    await twoBureaus();
    cast = await perform(bureau.database, { bureau: 'beta', actor: founder, now: new Date(NOW), requestId: 'founding', reactions, operation: 'test' }, writeCast);
    foreign = await idsIn('alpha');
  }, 120_000);
  afterAll(() => bureau.drop());

  const asOther = ({ asked }: Ready): string => cast.token[asked.by === 'newcomer' ? 'wenlan' : asked.by];

  it('no answer holds anything of the first', async () => {
    const answered: string[] = [];
    for (const it of reads()) {
      const answer = await send('beta', it, asOther(it));
      const body = await answer.text();
      const { name } = it.asked.contract;
      expect(answer.status, `${name}: ${body}`).toBeLessThan(500);
      // A refusal names nothing, and an answer names only what is there.
      const known = foreign.filter((id) => body.includes(id));
      const sent = JSON.stringify(it.input);
      expect(known.filter((id) => answer.ok || !sent.includes(id)), `${name} shows what belongs to the other bureau`).toEqual([]);
      if (answer.ok) answered.push(name);
    }
    expect(answered.length).toBeGreaterThan(8);
  });

  it('no write reaches the first', async () => {
    const before = await footprint(bureau);
    for (const it of writes()) {
      const answer = await send('beta', it, asOther(it));
      expect(answer.status, it.asked.contract.name).toBeLessThan(500);
    }
    expect(await footprint(bureau), 'a write of one bureau touched the other').toEqual(before);
  });

  it('the session of the one opens nothing in the other', async () => {
    for (const it of reads().filter(({ asked }) => !asked.contract.open)) expect([it.asked.contract.name, (await send('beta', it)).status]).toEqual([it.asked.contract.name, 401]);
  });
});

/** All were prepared before any was sent: of those on one and the same fact only the last still meets what it read, and an import may be built on. */
const OVERTAKEN = ['FactChanged', 'ResultSettled', 'ImportBuiltOn'];
const MARK = { alpha: '㉑', beta: '㉒' } as const;

/** Copies every row of `alpha` into `beta`, ids and sessions too, and then marks whatever is written in Chinese in both. */
const copied = (): Promise<void> => withConnection(bureau.ownerUrl, async (owner) => {
  const { rows } = await owner.query<{ name: string }>("SELECT tablename AS name FROM pg_tables WHERE schemaname = 'bureau_alpha' AND tablename <> 'migration'");
  let left = rows.map((it) => it.name);
  while (left.length > 0) {
    const waiting: string[] = [];
    for (const table of left) {
      const copy = `INSERT INTO bureau_beta."${table}" OVERRIDING SYSTEM VALUE SELECT * FROM bureau_alpha."${table}"`;
      await owner.query(copy).catch(() => void waiting.push(table));
    }
    if (waiting.length === left.length) throw new Error(`cannot be copied: ${waiting.join(', ')}`);
    left = waiting;
  }
  const counted = await owner.query<{ table: string; column: string }>(`
    SELECT table_name AS table, column_name AS column FROM information_schema.columns WHERE table_schema = 'bureau_beta' AND is_identity = 'YES'`);
  for (const { table, column } of counted.rows) {
    await owner.query(`SELECT setval(pg_get_serial_sequence('bureau_beta.${table}', '${column}'), coalesce(max(${column}), 1)) FROM bureau_beta."${table}"`);
  }
  const written = await owner.query<{ table: string; column: string; type: string; schema: string }>(`
    SELECT table_schema AS schema, table_name AS table, column_name AS column, data_type AS type FROM information_schema.columns
    WHERE table_schema IN ('bureau_alpha', 'bureau_beta') AND data_type IN ('text', 'jsonb') AND table_name NOT IN ('scheme_text', 'migration')`);
  for (const { schema, table, column, type } of written.rows) {
    const mark = schema === 'bureau_alpha' ? MARK.alpha : MARK.beta;
    await owner.query(`UPDATE "${schema}"."${table}" SET "${column}" = regexp_replace("${column}"::text, '([\\u4e00-\\u9fff]+)', '${mark}\\1', 'g')::${type}
      WHERE "${column}"::text ~ '[\\u4e00-\\u9fff]'`);
  }
});

describe('with the same ids in both', () => {
  beforeAll(async () => {
    await twoBureaus();
    await copied();
  }, 120_000);
  afterAll(() => bureau.drop());

  it('each answers with its own rows and with none of the other', async () => {
    const marked = { alpha: 0, beta: 0 };
    for (const it of reads()) {
      for (const [code, other] of [['alpha', 'beta'], ['beta', 'alpha']] as const) {
        const answer = await send(code, it);
        const body = await answer.text();
        expect(answer.status, `${it.asked.contract.name} in ${code}: ${body.slice(0, 300)}`).toBeLessThan(500);
        expect(body.includes(MARK[other]), `${it.asked.contract.name} in ${code} shows rows of ${other}`).toBe(false);
        if (body.includes(MARK[code])) marked[code] += 1;
      }
    }
    expect(marked.alpha).toBeGreaterThan(15);
    expect(marked.beta).toBe(marked.alpha);
  });

  it('each write changes its own rows and none of the other', async () => {
    const before = await footprint(bureau);
    const refused: string[] = [];
    // A ticket says for which bureau it is.
    const forTheOther: string[] = [];
    let overtaken = 0;
    for (const it of writes()) {
      const answer = await send('beta', it);
      const said = answer.ok ? '' : await answer.text();
      if (OVERTAKEN.some((name) => said.includes(`"${name}"`))) overtaken += 1;
      else if (said.includes('"TicketForAnother"')) forTheOther.push(it.asked.contract.name);
      else if (!answer.ok) refused.push(`${it.asked.contract.name}: ${said}`);
    }
    expect(refused).toEqual([]);
    expect(forTheOther).toEqual(['signInByTicket']);
    expect(overtaken).toBeLessThan(writes().length / 8);
    expect(await footprint(bureau), 'a write of one bureau touched the other').toEqual(before);
  });
});
