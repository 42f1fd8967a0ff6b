import type { z } from 'zod';
import { isWrite, pathFields, type Contract } from '#domain/contracts/contract.ts';
import type { RefusalPlace } from '#domain/contracts/refusal.ts';
import type { Words } from '#domain/words/words.ts';
import { base } from './place.ts';

/** Why a call did not come back with its output, in words that help. `status` 0: no answer came at all. */
export interface CallRefusal {
  readonly name: string;
  readonly status: number;
  readonly words: Words;
  readonly places: readonly RefusalPlace[];
  /** To be named to whoever looks after the server. */
  readonly requestId: string | null;
}

export class CallRefused extends Error {
  readonly refusal: CallRefusal;

  constructor(refusal: CallRefusal) {
    super(`${refusal.name}: ${refusal.words.en}`);
    this.name = 'CallRefused';
    this.refusal = refusal;
  }
}

export interface CallOptions {
  /** The Idempotency-Key of a write: one for each intention, made when its form opened. */
  readonly key?: string;
  readonly signal?: AbortSignal;
}

/** Asks for the password again and says whether the same person is back. The session gate puts it here. */
export type SignInAgain = () => Promise<boolean>;
let signInAgain: SignInAgain | null = null;
export const onSignedOut = (ask: SignInAgain | null): void => {
  signInAgain = ask;
};

/**
 * Carries out one operation. A session that has ended asks for the password and goes on with the same call, so that
 * nothing typed is lost; the unchanged key keeps a write single.
 * @throws CallRefused always this, also when the network or the server fails.
 */
export async function call<I extends z.ZodType, O extends z.ZodType>(
  contract: Contract<I, O>, input: z.input<I>, options: CallOptions = {},
): Promise<z.output<O>> {
  const request = (): Promise<Response> => send(contract, input, options);
  let response = await request();
  if (response.status === 401 && !contract.open && signInAgain && (await signInAgain())) response = await request();
  if (!response.ok) throw new CallRefused(await refusalOf(response));
  return await response.json().catch(() => { throw new CallRefused(unreadable); });
}

async function send(contract: Contract, input: unknown, { key, signal }: CallOptions): Promise<Response> {
  const { path, rest } = addressOf(contract, input);
  const write = isWrite(contract);
  const headers: Record<string, string> = { accept: 'application/json' };
  if (write) {
    headers['content-type'] = 'application/json';
    headers['idempotency-key'] = key ?? crypto.randomUUID();
  }
  const query = write ? '' : queryOf(rest);
  try {
    return await fetch(`${base()}/api${path}${query}`, {
      method: contract.method, headers, credentials: 'same-origin', signal: signal ?? null,
      ...(write ? { body: JSON.stringify(rest) } : {}),
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new CallRefused(unreachable);
  }
}

/** The input's fields split between the path and the rest: `/a/:b` with {b: 'x', c: 1} → '/a/x' and {c: 1}. */
export function addressOf(contract: Pick<Contract, 'path'>, input: unknown): { path: string; rest: Record<string, unknown> } {
  const rest: Record<string, unknown> = { ...(typeof input === 'object' ? input : {}) };
  let path: string = contract.path;
  for (const field of pathFields(contract.path)) {
    path = path.replace(`:${field}`, encodeURIComponent(String(rest[field])));
    delete rest[field];
  }
  return { path, rest };
}

/** A list repeats its name; what is null or undefined is not asked for. */
export function queryOf(fields: Record<string, unknown>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== null && one !== undefined) query.append(name, String(one));
    }
  }
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}

async function refusalOf(response: Response): Promise<CallRefusal> {
  const requestId = response.headers.get('x-request-id');
  const body: Partial<CallRefusal> = await response.json().catch(() => ({}));
  if (!body.name || !body.words) return { ...fault, status: response.status, requestId };
  return {
    name: body.name, status: response.status, words: body.words,
    places: body.places ?? [], requestId: body.requestId ?? requestId,
  };
}

/** Whatever was thrown while a page was fetched or drawn, in words. */
export const faultOf = (error: unknown): CallRefusal => {
  if (error instanceof CallRefused) return error.refusal;
  console.error(error);
  return navigator.onLine ? broken : unreachable;
};

const unreachable: CallRefusal = {
  name: 'Unreachable', status: 0, places: [], requestId: null,
  words: {
    zh: '连不上服务器。请检查网络后再试；已填写的内容还在本页。',
    en: 'The server cannot be reached. Check the network and try again; what you typed is still on this page.',
  },
};

const unreadable: CallRefusal = {
  name: 'Unreadable', status: 0, places: [], requestId: null,
  words: {
    zh: '服务器的答复不完整，不能确定是否已保存。请再提交一次，不会重复记录。',
    en: 'The answer was cut short, so it is not certain that it was saved. Submit again; it will not be recorded twice.',
  },
};

const fault: CallRefusal = {
  name: 'Fault', status: 500, places: [], requestId: null,
  words: {
    zh: '服务器出错，未能办理。请稍后再试；仍不行，请把编号告诉系统管理员。',
    en: 'The server failed. Try again shortly; if it persists, give the number to the system administrator.',
  },
};

const broken: CallRefusal = {
  name: 'PageBroken', status: 0, places: [], requestId: null,
  words: {
    zh: '本页未能显示。系统可能刚刚升级，请重新载入。',
    en: 'This page could not be shown. The system may just have been upgraded; load it again.',
  },
};
