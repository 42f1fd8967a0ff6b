import type { Words } from '#domain/words/words.ts';

/**
 * A refusal is an expected answer: the request was understood and is not carried out, nothing was written. It says in
 * words of both languages what is wrong and what helps. A fault is something else: a surprise, with a request id only.
 */
export interface Refusal {
  readonly name: string;
  readonly status: RefusalStatus;
  readonly words: Words;
  /** Where it is: a field of the input, a row of a file, a line of a scheme. */
  readonly places: readonly RefusalPlace[];
}

export type RefusalStatus = 400 | 401 | 403 | 404 | 409 | 413 | 415 | 422 | 429 | 503;

export interface RefusalPlace {
  readonly at: string;
  readonly words: Words;
}

/** How a room declares a refusal: its status and the sentence, made from the particulars. */
export interface RefusalKind<P> {
  readonly status: RefusalStatus;
  readonly say: (particulars: P) => Words;
}

export class Refused extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(`${refusal.name}: ${refusal.words.en}`);
    this.name = 'Refused';
    this.refusal = refusal;
  }
}

/** A room's refusals, keyed by name: the keys are what contracts list. */
export type RefusalKinds = Readonly<Record<string, RefusalKind<never>>>;

/** Makes `refuse('FactChanged', {…})` for a room out of its table of refusals. */
export function refusing<T extends RefusalKinds>(kinds: T) {
  return <N extends keyof T & string>(
    name: N,
    particulars: T[N] extends RefusalKind<infer P> ? P : never,
    places: readonly RefusalPlace[] = [],
  ): Refused => {
    const kind = kinds[name];
    if (!kind) throw new Error(`no refusal named ${name}`);
    return new Refused({ name, status: kind.status, words: kind.say(particulars as never), places });
  };
}
