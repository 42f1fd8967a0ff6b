import type { z } from 'zod';
import type { Actor } from '#domain/access/actor.ts';
import type { CivilDate } from '#domain/calendar/civil-date.ts';
import type { LogEntry } from '#domain/facts/fact.ts';
import type { Contract } from '#domain/contracts/contract.ts';
import type { Tx } from './database.ts';

/**
 * What a use case is given: the one transaction, who acts, and what day it is. Use cases take it as their first
 * argument; a job or the command line can make one too, so no rule is bound to HTTP.
 */
export interface Call {
  readonly tx: Tx;
  readonly actor: Actor;
  readonly now: Date;
  /** Civil day in Asia/Shanghai. */
  readonly today: CivilDate;
  readonly requestId: string;
  /** Names what the write concerned, for the audit row of this request; ids and plain words only, never names. */
  audit(subject: AuditSubject): void;
  /** A transaction of its own, for what must stay even if this request is refused (a failed sign-in is counted). */
  apart<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** The file that came as the body, for contracts that send one. */
  readonly file: Uint8Array | null;
  /** What kind of device it came from, where that is known. */
  readonly device: string | null;
  /** Cookies and headers of the answer. */
  readonly answer: AnswerHeaders;
  /** What other rooms do in this transaction when facts have moved; they may veto by a refusal. */
  readonly reactions: readonly Reaction[];
}

/** A fact that moved: its new entry of the log and the one before, if there was one. */
export interface Moved {
  readonly entry: LogEntry;
  readonly before: LogEntry | undefined;
}

/** Runs in the transaction that recorded the facts (a projection, by contrast, runs after it). */
export type Reaction = (call: Call, moved: readonly Moved[]) => Promise<void>;

export interface AuditSubject {
  readonly kind: string;
  readonly id: string;
  readonly organisation?: string | undefined;
  readonly details?: Readonly<Record<string, string | number | boolean | null>> | undefined;
  /** What some of the particulars were before; by it the trail says from what to what. */
  readonly before?: AuditSubject['details'];
}

export interface AnswerHeaders {
  /** The opaque session token to hand to the browser, or null to take it back; untouched if never set. */
  sessionToken?: string | null;
}

/** A file as an answer. */
export interface FileAnswer {
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** A contract and the use case that carries it out. */
export interface Route {
  readonly contract: Contract;
  readonly handle: (call: Call, input: never) => Promise<unknown>;
}

export function route<I extends z.ZodType, O extends z.ZodType>(
  contract: Contract<I, O>,
  handle: (call: Call, input: z.output<I>) => Promise<z.output<O> | (O extends z.ZodVoid ? FileAnswer : never)>,
): Route {
  return { contract, handle };
}
