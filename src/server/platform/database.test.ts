import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase, type TestDatabase } from '#test/database.ts';
import { openDatabase, type Database, type Tx } from './database.ts';
import { sql } from './sql.ts';

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
