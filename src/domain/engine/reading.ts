import type { LogEntry } from '#domain/facts/fact.ts';
import type { AdoptedScheme } from '#domain/schemes/scheme.ts';
import type { UpTo } from './evaluation.ts';
import { type SchemeBook, schemeBook } from './scheme-book.ts';
import { type World, worldOf } from './world.ts';

/** Everything an evaluation rests on, and nothing else. */
export interface EvaluationInput {
  readonly schemes: readonly AdoptedScheme[];
  readonly log: readonly LogEntry[];
  readonly upTo: UpTo;
}

/** The log up to a point, read under the schemes in force: indexed once, asked many times. */
export interface Reading {
  readonly world: World;
  readonly book: SchemeBook;
}

export function read({ schemes, log, upTo }: EvaluationInput): Reading {
  return { world: worldOf(log, upTo), book: schemeBook(schemes) };
}
