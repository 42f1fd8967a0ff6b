import { createHash, randomUUID } from 'node:crypto';
import type { CivilDate } from '#domain/calendar/civil-date.ts';
import { evaluate } from '#domain/engine/evaluate.ts';
import type { LogEntry } from '#domain/facts/fact.ts';
import { reactions } from '#server/app.ts';
import { versionsOf, wholeLog } from '#server/facts/fact-reads.ts';
import { appendEntries } from '#server/facts/fact-writes.ts';
import { typedTables } from '#server/facts/typed-rows.ts';
import type { Call } from '#server/platform/call.ts';
import { withConnection } from '#server/platform/connection.ts';
import type { Database } from '#server/platform/database.ts';
import { perform } from '#server/platform/perform.ts';
import { identifier, sql } from '#server/platform/sql.ts';
import { adoptedSchemes } from '#server/schemes/scheme-reads.ts';
import { founder } from '#test/cast.ts';
import type { TestDatabase } from '#test/database.ts';

/** What the ledger holds of one thing, or what the evaluator says of it. */
export interface Net {
  readonly key: string;
  readonly value: number;
}

/** A bureau in the database into which a log is entered as it was told, each entry in one transaction with its posting. */
export interface ToldBureau {
  /** Empties the bureau; these people, and these texts of schemes, are there already. */
  begin(people: readonly string[], texts: readonly string[]): Promise<void>;
  within<T>(work: (call: Call) => Promise<T>): Promise<T>;
  enter(entry: LogEntry): Promise<void>;
  enterAll(entries: readonly LogEntry[]): Promise<void>;
  /** What the ledger holds, sums of zero left out. */
  held(): Promise<Net[]>;
  /** What the evaluator says of the whole log from an empty start. */
  tried(): Promise<Net[]>;
  /** Every table that follows from the log, row by row. */
  derived(): Promise<Record<string, unknown[]>>;
  /** Standings that are not the sum of their rows of the ledger, and sums without a standing. */
  astray(): Promise<unknown[]>;
}

export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** @param today until when the bureau knows of anything. */
export function toldBureau(source: TestDatabase, today: CivilDate, database: Database = source.database): ToldBureau {
  const within: ToldBureau['within'] = (work) => perform(database, {
    bureau: 'alpha', actor: founder, now: new Date(`${today}T20:00:00+08:00`), requestId: randomUUID(), reactions, operation: 'test',
  }, work);
  const enter: ToldBureau['enter'] = (entry) => within(async (call) => {
    const before = entry.version > 1 ? (await versionsOf(call.tx, entry.factId)).at(-1) : undefined;
    const logged = await appendEntries(call, [{ entry, text: undefined }]);
    for (const react of call.reactions) await react(call, logged.map((it) => ({ entry: it, before })));
  });
  return {
    within, enter,
    enterAll: async (entries) => {
      for (const entry of entries) await enter(entry);
    },
    begin: async (people, texts) => {
      await withConnection(source.ownerUrl, emptied);
      await within(async ({ tx }) => {
        await tx.run(sql`INSERT INTO person (id, number, name, name_key) SELECT it, it::text, it::text, it::text FROM unnest(${[...people]}::uuid[]) AS it`);
        for (const text of texts) await tx.run(sql`INSERT INTO scheme_text (hash, text) VALUES (${hashOf(text)}, ${text})`);
      });
    },
    held: () => within(async ({ tx }) => sorted(await tx.many<Net>(sql`
      SELECT person_id || ' ' || kind || ' ' || of || ' ' || part || ' ' || window_key || ' ' || coalesce(fact_id::text, '') AS key, sum(value)::int AS value
      FROM ledger_entry GROUP BY 1 HAVING sum(value) <> 0`))),
    tried: () => within(async ({ tx }) => {
      const { values } = evaluate({ schemes: await adoptedSchemes(tx), log: await wholeLog(tx), upTo: { seq: Number.MAX_SAFE_INTEGER, date: today } });
      return sorted(values.map((it) => ({ key: [it.person, it.kind, it.of, it.part, it.window, it.fact ?? ''].join(' '), value: it.value })));
    }),
    derived: () => within(async ({ tx }) => {
      const tables: [string, unknown[]][] = [];
      for (const table of [...new Set(typedTables), 'fact', 'fact_person', 'standing']) {
        const rows = await tx.many<{ row: unknown }>(sql`SELECT to_jsonb(t) AS row FROM ${identifier(table)} t ORDER BY t::text`);
        tables.push([table, rows.map((it) => it.row)]);
      }
      return Object.fromEntries(tables);
    }),
    astray: () => within(({ tx }) => tx.many(sql`
      SELECT person_id, part, year, summed.value AS summed, standing.value AS standing
      FROM standing FULL JOIN (
        SELECT person_id, part, left(window_key, 4)::int AS year, sum(value)::int AS value FROM ledger_entry GROUP BY 1, 2, 3) summed
        USING (person_id, part, year)
      WHERE coalesce(standing.value, 0) <> coalesce(summed.value, 0)`)),
  };
}

const sorted = (nets: readonly Net[]): Net[] => nets.toSorted((left, right) => (left.key < right.key ? -1 : 1));

const emptied = (owner: { query(text: string): Promise<unknown> }): Promise<unknown> => owner.query(`
  DO $$ DECLARE t text; BEGIN
    SET LOCAL search_path = bureau_alpha;
    FOR t IN SELECT tablename FROM pg_tables WHERE schemaname = 'bureau_alpha' AND tablename <> 'migration' LOOP
      EXECUTE format('TRUNCATE %I CASCADE', t);
    END LOOP; END $$`);
