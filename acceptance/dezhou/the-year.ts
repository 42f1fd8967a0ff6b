import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { explain } from '#domain/engine/explain.ts';
import type { Grounds } from '#domain/engine/evaluation.ts';
import { read, type Reading } from '#domain/engine/reading.ts';
import { branch, member } from '#domain/engine/subject.ts';
import type { LogEntry } from '#domain/facts/fact.ts';
import type { Scheme } from '#domain/schemes/scheme.ts';
import { readScheme } from '#server/schemes/read-scheme.ts';
import { NOW, YEAR } from './found-year.ts';
import type { Asked } from './ask-by-api.ts';
import type { Reckoned } from './reckon.ts';

/** Where `npm run acceptance` has put the log of the year and what it must come to. */
const folder = process.env['ZHIBU_ACCEPTANCE'] ?? '';
const text = (name: string): string => readFileSync(join(folder, name), 'utf8');

function sampleScheme(): Scheme {
  const found = readScheme(readFileSync('schemes/dezhou.yaml', 'utf8').replace(/^takesEffect: .*$/m, `takesEffect: ${YEAR}-01-01`));
  if (!('scheme' in found)) throw new Error('the sample scheme has problems');
  return found.scheme;
}

export const scheme = sampleScheme();
export const expected = JSON.parse(text('expected.json')) as Reckoned;
export const asked = JSON.parse(text('asked.json')) as Asked;
/** By id; the numbers are what people know. */
export const numbers = JSON.parse(text('numbers.json')) as Readonly<Record<string, string>>;

/** The year as the evaluator sees it: by the exported log, as `zhibu scheme try` does. */
export const reading: Reading = read({
  schemes: [{ scheme, from: `${YEAR}-01-01` }],
  log: text('log.jsonl').trim().split('\n').map((line) => JSON.parse(line) as LogEntry),
  upTo: { seq: Number.MAX_SAFE_INTEGER, date: NOW.slice(0, 10) },
});

const explained = new Map<string, Grounds>();

/** The grounds of a member's or a branch's year. */
export function groundsOf(kind: 'member' | 'branch', id: string): Grounds {
  const known = explained.get(id) ?? explain(reading, kind === 'member' ? member(id) : branch(id), YEAR);
  if (!known) throw new Error(`${numbers[id] ?? id} has no grounds in ${YEAR}`);
  explained.set(id, known);
  return known;
}

/** What stands in the grounds under an id; a rule that never came up stands there with nothing. */
export function valueIn(grounds: Grounds, id: string): number | null {
  return below(grounds, id)?.value ?? null;
}

function below(grounds: Grounds, id: string): Grounds | null {
  if (grounds.id === id) return grounds;
  return grounds.children.reduce<Grounds | null>((found, child) => found ?? below(child, id), null);
}
