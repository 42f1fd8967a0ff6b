import type { z } from 'zod';
import type { Words } from '#domain/words/words.ts';

/**
 * One operation of the system, on one page, for both sides: what goes in, what comes out, which refusals to expect.
 * The input is one flat object; fields named in the path (`/sessions/:session`) travel there, the others in the query
 * of a GET or in the JSON body of a write.
 */
export interface Contract<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  readonly name: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: `/${string}`;
  readonly summary: Words;
  readonly input: I;
  readonly output: O;
  /** Names of the refusals a caller must expect besides the common ones. */
  readonly refusals: readonly string[];
  /** Answers without a session (log-in, health, the list of bureaus). */
  readonly open?: true;
  /** Answers while the first password has not been changed. */
  readonly beforePasswordChange?: true;
  /** Answers while a second factor is demanded and not enrolled; so does everything that answers before a password change. */
  readonly beforeSecondFactor?: true;
  /** A write that needs no key because doing it twice is doing it once (sign in, sign out). */
  readonly idempotent?: 'byNature';
  /** A write that leaves no entry in the audit trail, and why: the trail is read for what was done, and each entry of this kind would hide one that matters. */
  readonly untraced?: string;
  /** The body of the write is a file, the input travels in the query. */
  readonly sends?: 'file';
  /** The largest body in megabytes, where the two of every write are too few. */
  readonly bodyMegabytes?: number;
  /** The answer is a file to save; `output` is then `z.void()`. */
  readonly returns?: 'file';
}

export const contract = <I extends z.ZodType, O extends z.ZodType>(it: Contract<I, O>): Contract<I, O> => it;

export const isWrite = (it: Contract): boolean => it.method !== 'GET';

/** What is done, and what leaves as a file, stands in the audit trail. */
export const isTraced = (it: Contract): boolean => (isWrite(it) || it.returns === 'file') && it.untraced === undefined;

/** Names of the path's parameters: `/a/:b/c/:d` → ['b', 'd']. */
export const pathFields = (path: string): readonly string[] => [...path.matchAll(/:(\w+)/g)].map(([, name]) => name ?? '');
