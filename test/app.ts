import { randomUUID } from 'node:crypto';
import type { Hono } from 'hono';
import pino from 'pino';
import type { z } from 'zod';
import { isWrite, pathFields, type Contract } from '#domain/contracts/contract.ts';
import type { Refusal } from '#domain/contracts/refusal.ts';
import { createApp, reactions } from '#server/app.ts';
import type { Call } from '#server/platform/call.ts';
import { perform } from '#server/platform/perform.ts';
import type { TicketDoor } from '#server/platform/ticket-door.ts';
import { founder, type Cast, type CastName } from './cast.ts';
import type { TestDatabase } from './database.ts';
import { doorOf } from './portal.ts';
import { furnishedDatabase, type Furnishing } from './furnished.ts';

/** An answer that was not the expected one, as the page would see it. */
export class Answered extends Error {
  readonly status: number;
  readonly refusal: Refusal;

  constructor(status: number, refusal: Refusal) {
    super(`${status} ${refusal.name}: ${refusal.words.en} ${JSON.stringify(refusal.places)}`);
    this.status = status;
    this.refusal = refusal;
  }
}

export interface Caller {
  /** The output of the contract, or {@link Answered} thrown. */
  call<I extends z.ZodType, O extends z.ZodType>(contract: Contract<I, O>, input: z.input<I>, options?: { key?: string; file?: Uint8Array }): Promise<z.output<O>>;
  /** The raw answer, for headers and bytes. */
  request(contract: Contract, input: Record<string, unknown>, options?: { key?: string | null; file?: Uint8Array; headers?: Record<string, string> }): Promise<Response>;
  /** The name of the refusal that the call meets; a call that is carried out fails the test. */
  refusal<I extends z.ZodType>(contract: Contract<I>, input: z.input<I>): Promise<string>;
}

export interface TestBureau extends TestDatabase {
  readonly app: Hono;
  readonly cast: Cast;
  as(name: CastName | 'nobody'): Caller;
  /** Whoever holds the token of a session, by whatever way his requests travel. */
  withToken(token: string | undefined, way?: Way): Caller;
  /** Sets the clock of the server: `2026-11-16T21:05+08:00`. */
  setNow(instant: string): void;
  /** What that clock says, for a server of a test's own. */
  clock(): Date;
  now(): Date;
  /** A use case without HTTP, as nobody in particular. */
  within<T>(work: (call: Call) => Promise<T>, now?: string): Promise<T>;
  drop(): Promise<void>;
}

/** Tuesday morning after a Monday study. */
export const NOW = '2026-11-17T09:00:00+08:00';

/** The real app over a database of its own: bureau `alpha` with the cast and, unless told otherwise, the sample scheme in force since January. */
export async function testBureau(webFolder: string | null = null, scheme: Furnishing = 'sample', tickets: TicketDoor | null = doorOf()): Promise<TestBureau> {
  const { source, cast } = await furnishedDatabase(scheme);
  let now = new Date(NOW);
  const bureau = { code: 'alpha', zh: '示例市公安局', en: 'Sample bureau', kind: 'own' as const };
  const app = createApp({
    database: source.database, bureaus: [{ bureau, samples: [] }], clock: () => now, log: pino({ level: 'silent' }),
    secret: 'test', secureCookies: false, webFolder, tickets,
  });
  const within = <T>(work: (call: Call) => Promise<T>, at?: string): Promise<T> => perform(source.database, {
    bureau: 'alpha', actor: founder, now: at ? new Date(at) : now, requestId: randomUUID(), reactions, operation: 'test',
  }, work);
  return {
    ...source, app, cast, within,
    as: (name) => callerOf(app, name === 'nobody' ? undefined : cast.token[name]),
    withToken: (token, way = app) => callerOf(way, token),
    setNow: (instant) => void (now = new Date(instant)),
    clock: () => now,
    now: () => now,
  };
}

/** How a request travels: in the process, or over a wire that a test may cut. */
export interface Way {
  request(path: string, init: { method: string; headers: Record<string, string>; body?: string | Uint8Array<ArrayBuffer> }): Response | Promise<Response>;
}

/** Whoever holds the token of a session, or nobody. */
export function callerOf(app: Way, token: string | undefined): Caller {
  const request: Caller['request'] = async (contract, input, options = {}) => {
    const fields = pathFields(contract.path);
    const path = fields.reduce((text, name) => text.replace(`:${name}`, encodeURIComponent(String(input[name]))), contract.path as string);
    const rest = Object.fromEntries(Object.entries(input).filter(([name, value]) => !fields.includes(name) && value !== undefined));
    const inQuery = !isWrite(contract) || contract.sends === 'file';
    const query = inQuery ? `?${new URLSearchParams(Object.entries(rest).map(([name, value]): [string, string] => [name, String(value)]))}` : '';
    const headers: Record<string, string> = { ...(token ? { cookie: `zhibu-alpha=${token}` } : {}), ...options.headers };
    if (isWrite(contract) && options.key !== null) headers['idempotency-key'] = options.key ?? randomUUID();
    const body = contract.sends === 'file' ? new Uint8Array(options.file ?? []) : isWrite(contract) ? JSON.stringify(rest) : undefined;
    return app.request(`/api${path}${query}`, { method: contract.method, headers, ...(body === undefined ? {} : { body }) });
  };
  const call: Caller['call'] = async (contract, input, options) => {
    const answer = await request(contract, input as Record<string, unknown>, options);
    if (!answer.ok) throw new Answered(answer.status, (await answer.json()) as Refusal);
    return (contract.returns === 'file' ? new Uint8Array(await answer.arrayBuffer()) : await answer.json()) as never;
  };
  return {
    call, request,
    refusal: async (contract, input) => {
      const answer = await request(contract, input as Record<string, unknown>);
      if (answer.ok) throw new Error(`${contract.name} was carried out`);
      return ((await answer.json()) as Refusal).name;
    },
  };
}
