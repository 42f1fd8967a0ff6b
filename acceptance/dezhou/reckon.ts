import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { urlOfDatabase, withConnection } from '#server/platform/connection.ts';
import { NOW, YEAR, type Served } from './found-year.ts';

/** A figure that the year must come to, of a member or a branch; `value` in hundredths. */
export interface Expected {
  readonly subject: string;
  readonly figure: string;
  readonly value: number;
}

export interface Reckoned {
  readonly members: readonly Expected[];
  readonly branches: readonly Expected[];
  readonly grades: readonly { readonly subject: string; readonly grade: string }[];
}

const HERE = import.meta.dirname;
const SCRIPTS = ['facts.sql', 'members.sql', 'branches.sql'] as const;
const sqlOf = (name: string): string => readFileSync(join(HERE, name), 'utf8');

/** What the year comes to by SQL over the exported log: the scripts know the regulation, and nothing of the product. */
export async function reckonYear({ ownerUrl }: Served, log: string): Promise<Reckoned> {
  return withConnection(urlOfDatabase(ownerUrl, 'postgres'), async (client) => {
    const rows = async <T extends object>(text: string): Promise<readonly T[]> => (await client.query<T>(text)).rows;
    await client.query(`CREATE TEMP TABLE setting AS SELECT '${YEAR}' AS year, date '${NOW.slice(0, 10)}' AS today, date '${YEAR}-12-31' AS last`);
    await client.query('CREATE TEMP TABLE line (entry jsonb)');
    await client.query('INSERT INTO line SELECT jsonb_array_elements($1::jsonb)', [`[${log.trim().split('\n').join(',')}]`]);
    for (const script of SCRIPTS) await client.query(sqlOf(script));
    return {
      members: await rows<Expected>('SELECT person AS subject, figure, round(value * 100)::int AS value FROM expected_member ORDER BY figure, person'),
      branches: await rows<Expected>('SELECT branch AS subject, figure, round(value * 100)::int AS value FROM expected_branch ORDER BY figure, branch'),
      grades: await rows('SELECT branch AS subject, grade FROM expected_grade ORDER BY branch'),
    };
  });
}
