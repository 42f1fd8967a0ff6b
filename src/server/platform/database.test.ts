import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase, type TestDatabase } from '#test/database.ts';
import { openDatabase, type Database, type Tx } from './database.ts';
import { withConnection } from './connection.ts';
import { rawSql, sql } from './sql.ts';

let source: TestDatabase;
let database: Database;

beforeAll(async () => {
  source = await testDatabase();
  database = openDatabase(source.urlAs('app'), 1);
});
afterAll(async () => {
  await database.end();
  await source.drop();
});

const alive = (tx: Tx): Promise<{ one: number } | undefined> => tx.one<{ one: number }>(sql`SELECT 1 AS one`);

describe('a transaction in a bureau', () => {
  it('takes no connection before its first statement', async () => {
    await database.withBureau('alpha', {}, async () => {
      await database.withBureau('alpha', {}, alive);
    });
  });

  it('can have another beside it while it holds the last connection', async () => {
    await database.withBureau('alpha', {}, async (tx) => {
      await alive(tx);
      await database.beside('alpha', {}, alive);
    });
  });

  it('refuses a statement that comes after its end', async () => {
    const kept: Tx[] = [];
    await database.withBureau('alpha', {}, async (tx) => void kept.push(tx));
    await expect(kept[0] && alive(kept[0])).rejects.toThrow('ended');
  });

  it('gives its connection back when it fails, when it is committed, and when the bureau does not exist', async () => {
    await expect(database.withBureau('alpha', {}, (tx) => tx.run(sql`SELECT nonsense`))).rejects.toThrow('nonsense');
    await expect(database.withBureau('alpha', {}, async (tx) => { await alive(tx); throw new Error('ours'); })).rejects.toThrow('ours');
    await expect(database.withBureau('nowhere', {}, (tx) => tx.run(sql`SELECT * FROM account`))).rejects.toThrow('account');
    expect(await database.withBureau('alpha', {}, alive)).toEqual({ one: 1 });
  });

  it('runs what waits for the commit after it, and never after a failure', async () => {
    const heard: string[] = [];
    await database.withBureau('alpha', {}, async (tx) => tx.afterCommit(() => heard.push('committed')));
    await database.withBureau('alpha', {}, async (tx) => { tx.afterCommit(() => heard.push('failed')); throw new Error('ours'); }).catch(() => {});
    expect(heard).toEqual(['committed']);
  });
});

describe('a statement that its connection has planned', () => {
  /** More often than PostgreSQL plans anew before it settles on one plan for all values. */
  const TURNS = 8;
  const tries = (tx: Tx): Promise<{ name_hash: string; tries: number }[]> => tx.many(sql`SELECT name_hash, tries FROM sign_in_tries ORDER BY name_hash`);
  const counted = (name: string) => (tx: Tx): Promise<number> => tx.run(sql`INSERT INTO sign_in_tries (name_hash, tries, last_at) VALUES (${name}, 1, now())`);

  it('reads and writes the bureau of its transaction, however often two take turns on one connection', async () => {
    for (let turn = 0; turn < TURNS; turn += 1) {
      for (const bureau of ['alpha', 'beta']) await database.withBureau(bureau, {}, counted(`${bureau} ${turn}`));
      for (const bureau of ['alpha', 'beta']) {
        const names = (await database.withBureau(bureau, {}, tries)).map((it) => it.name_hash);
        expect(names).toEqual(Array.from({ length: turn + 1 }, (_, at) => `${bureau} ${at}`));
      }
    }
  });

  it('is answered after a migration gave its columns another type', async () => {
    await database.withBureau('alpha', {}, tries);
    await withConnection(source.ownerUrl, (owner) => owner.query('ALTER TABLE bureau_alpha.sign_in_tries ALTER tries TYPE bigint'));
    expect((await database.withBureau('alpha', {}, tries)).every((it) => it.tries === 1)).toBe(true);
  });

  it('is answered when somebody between us and the server has thrown the plans away', async () => {
    await database.withBureau('alpha', {}, tries);
    await database.withBureau('alpha', {}, (tx) => tx.run(rawSql('DEALLOCATE ALL')));
    expect(await database.withBureau('alpha', {}, tries)).toHaveLength(TURNS);
  });

  it('is one of at most five hundred, and those beyond are answered all the same', async () => {
    const many = Array.from({ length: 600 }, (_, at) => at);
    await database.withBureau('alpha', {}, async (tx) => {
      for (const at of many) expect(await tx.one(rawSql(`SELECT ${at} AS at`))).toEqual({ at });
      const kept = await tx.one<{ plans: number }>(sql`SELECT count(*) AS plans FROM pg_prepared_statements`);
      expect(kept?.plans).toBeLessThanOrEqual(500);
    });
  });
});
