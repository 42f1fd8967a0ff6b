import { appendFileSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Database, Tx } from '#server/platform/database.ts';
import type { Sql } from '#server/platform/sql.ts';

/** Where a run leaves the statements that it was answered, for another version to prepare; empty keeps none. */
const into = process.env['ZHIBU_HEAR'] ?? '';

/** A statement in the schema of a bureau, or in the one that all bureaus share. */
export interface Heard {
  readonly shared: boolean;
  readonly text: string;
}

const known = new Set<string>();

function keep(heard: Heard): void {
  const line = JSON.stringify(heard);
  if (known.has(line)) return;
  known.add(line);
  appendFileSync(join(into, `${process.pid}.jsonl`), `${line}\n`);
}

/** The same database; what it was asked and answered is kept where somebody wants it. */
export function hearing(database: Database): Database {
  if (into === '') return database;
  const listening = (tx: Tx, shared: boolean): Tx => {
    const heard = async <T>(statement: Sql, answer: Promise<T>): Promise<T> => {
      const answered = await answer;
      keep({ shared, text: statement.text });
      return answered;
    };
    return {
      ...tx,
      many: (statement) => heard(statement, tx.many(statement)),
      one: (statement) => heard(statement, tx.one(statement)),
      run: (statement) => heard(statement, tx.run(statement)),
    };
  };
  return {
    ...database,
    withBureau: (code, acting, work) => database.withBureau(code, acting, (tx) => work(listening(tx, false))),
    beside: (code, acting, work) => database.beside(code, acting, (tx) => work(listening(tx, false))),
    withInstallation: (work) => database.withInstallation((tx) => work(listening(tx, true))),
  };
}

/** Every statement that an earlier run was answered, once. */
export const heardIn = (folder: string): readonly Heard[] => [...new Set(
  readdirSync(folder).flatMap((name) => readFileSync(join(folder, name), 'utf8').trimEnd().split('\n')),
)].map((line) => JSON.parse(line) as Heard);
