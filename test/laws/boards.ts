import { expect } from 'vitest';
import { projectDue, projectNext, rebuildBoards } from '#server/boards/project-months.ts';
import { sql } from '#server/platform/sql.ts';
import type { TestDatabase } from '#test/database.ts';
import type { ToldBureau } from '#test/told-bureau.ts';

/** The boards of a told bureau, and what may become of them. */
export interface Boards {
  rows(): Promise<object[]>;
  /** Brings them up to date. */
  project(): Promise<void>;
  /** One step of it, and no more. */
  step(): Promise<unknown>;
  /** The projector is killed before its transaction ends: nothing of it stays, and what was due is still due. */
  kill(): Promise<void>;
  /** Drops them and makes them anew. */
  rebuilt(): Promise<object[]>;
}

export function boardsOf({ database }: TestDatabase, bureau: ToldBureau): Boards {
  const rows: Boards['rows'] = () => bureau.within(async ({ tx }) =>
    (await tx.many<{ row: object }>(sql`SELECT to_jsonb(m) AS row FROM branch_month m ORDER BY organisation_id, period, activity`)).map(({ row }) => row));
  return {
    rows,
    project: () => projectDue(database, 'alpha'),
    step: () => database.withBureau('alpha', {}, projectNext),
    kill: () => expect(database.withBureau('alpha', {}, async (tx) => {
      await projectNext(tx);
      throw new Error('killed');
    })).rejects.toThrow('killed'),
    rebuilt: async () => {
      await bureau.within(({ tx }) => rebuildBoards(tx));
      return rows();
    },
  };
}
