import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isWrite } from '#domain/contracts/contract.ts';
import { detailWords, subjectWords } from '#domain/audit/words.ts';
import { sql } from '#server/platform/sql.ts';
import { testBureau, type Caller, type TestBureau } from '#test/app.ts';
import { allRequests, withoutRow } from '#test/operations/all-requests.ts';
import { benchOf, type Asked, type Bench, type Prepared } from '#test/operations/bench.ts';
import { footprint, lastTrace, tracesSince } from '#test/operations/footprint.ts';

/** T5: every write of the server, whatever it does, is carried out once for one key. */
let bureau: TestBureau;
let bench: Bench;
beforeAll(async () => {
  bureau = await testBureau();
  bench = benchOf(bureau);
});
afterAll(() => bureau.drop());

const writes = allRequests.filter((it) => isWrite(it.contract) && it.contract.idempotent !== 'byNature');

const ready = async (asked: Asked): Promise<Prepared & { caller: Caller }> => ({
  ...(await asked.prepare(bench)), caller: asked.by === 'newcomer' ? (await bench.newAccount()).caller : bench.as(asked.by),
});
const bodyOf = async (answer: Response): Promise<string> => `${answer.status} ${await answer.text()}`;
const nameOf = async (answer: Response): Promise<string> => ((await answer.json()) as { name: string }).name;

/** The cookie of a new session where the answer brought one: a password changed. */
const following = (answer: Response, caller: Caller): Caller => {
  const token = /zhibu-alpha=([^;]+)/.exec(answer.headers.get('set-cookie') ?? '')?.[1];
  return token ? bureau.withToken(token) : caller;
};

/** The same kind of request with something else in it: another id, or another day, or another word. */
function otherInput(input: Record<string, unknown>): Record<string, unknown> {
  const texts = Object.entries(input).filter((it): it is [string, string] => typeof it[1] === 'string');
  const id = texts.find(([, it]) => /^[0-9a-f-]{36}$/.test(it));
  if (id) return { ...input, [id[0]]: randomUUID() };
  const day = texts.find(([, it]) => /^\d{4}-\d\d-\d\d$/.test(it));
  if (day) return { ...input, [day[0]]: '2026-03-03' };
  const month = texts.find(([, it]) => /^\d{4}-\d\d$/.test(it));
  if (month) return { ...input, [month[0]]: '2026-03' };
  const word = texts[0];
  if (word) return { ...input, [word[0]]: `${word[1]}a` };
  const list = Object.entries(input).find((it): it is [string, Record<string, unknown>[]] => Array.isArray(it[1]) && typeof it[1][0] === 'object');
  if (list) return { ...input, [list[0]]: list[1].map(otherInput) };
  const names = Object.entries(input).find((it): it is [string, unknown[]] => Array.isArray(it[1]) && it[1].length > 0);
  if (names) return { ...input, [names[0]]: names[1].slice(1) };
  return { ...input, session: 'f'.repeat(64) };
}

/** Whose sessions all end with it, so that a repeat under the old token may find nobody; with the new one it is answered. */
const ENDS_SESSION = 'changePassword';

describe('every operation', () => {
  it('has a row that says how it is asked for', () => expect(withoutRow()).toEqual([]));
});

describe.each(writes.map((it) => [it.contract.name, it] as const))('%s', (_, asked) => {
  it('three times with one key is one effect and the same answer to the byte, and nothing goes with a key for something else or without one', async () => {
    const { caller, input, ...rest } = await ready(asked);
    const options = { ...rest, key: randomUUID() };
    const before = await footprint(bureau);
    const first = await caller.request(asked.contract, input, options);
    const after = await footprint(bureau);
    const answer = await bodyOf(first);
    expect(answer).toMatch(/^200 /);
    expect(after).not.toEqual(before);
    const then = following(first, caller);
    for (const again of [1, 2]) expect([again, await bodyOf(await then.request(asked.contract, input, options))]).toEqual([again, answer]);
    expect(await footprint(bureau), 'T5: a repeat was carried out again').toEqual(after);
    expect(await nameOf(await then.request(asked.contract, otherInput(input), options)), 'T5: one key for two things').toBe('KeyReused');
    for (const wrong of [null, 'short', 'x'.repeat(65), 'sixteen characters']) {
      expect([wrong, await nameOf(await then.request(asked.contract, input, { ...rest, key: wrong }))], 'T5: a write without a key').toEqual([wrong, 'KeyMissing']);
    }
    expect(await footprint(bureau)).toEqual(after);
  });

  it('ten at once with one key are one effect and one answer', async () => {
    const { caller, input, ...rest } = await ready(asked);
    const options = { ...rest, key: randomUUID() };
    const mark = await lastTrace(bureau);
    const answers = await Promise.all((await Promise.all(Array.from({ length: 10 }, () => caller.request(asked.contract, input, options)))).map(bodyOf));
    const signedOut = answers.filter((it) => it.startsWith('401 ') && asked.contract.name === ENDS_SESSION);
    expect([...new Set(answers.filter((it) => !signedOut.includes(it)))]).toEqual([expect.stringMatching(/^200 /)]);
    expect(await tracesSince(bureau, mark)).toBe(1);
  });
});

describe('the trail of all of this', () => {
  it('has a word for every kind of thing and every particular that was written', async () => {
    const met = await bureau.within((call) => call.tx.many<{ kind: string | null; detail: string | null }>(sql`
      SELECT DISTINCT e.subject_kind AS kind, it.name AS detail FROM audit_entry e LEFT JOIN LATERAL jsonb_object_keys(e.details) AS it(name) ON true`));
    expect(met.flatMap((it) => (it.kind === null || it.kind in subjectWords ? [] : [`kind ${it.kind}`]))).toEqual([]);
    expect(met.flatMap((it) => (it.detail === null || it.detail in detailWords ? [] : [`particular ${it.detail}`]))).toEqual([]);
  });
});
