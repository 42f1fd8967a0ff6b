import type { z } from 'zod';
import { isWrite, pathFields, type Contract } from '#domain/contracts/contract.ts';
import { CallRefused, fault, unreachable, unreadable, type CallRefusal } from './call-refused.ts';
import { base } from './place.ts';

export interface CallOptions {
  /** The Idempotency-Key of a write: one for each intention, made when its form opened. */
  readonly key?: string;
  /** The body of a contract that `sends: 'file'`. */
  readonly file?: Blob;
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
 * @throws CallRefused always this, also when the network or the server fails; only an aborted call throws its abortion.
 */
export async function call<I extends z.ZodType, O extends z.ZodType>(
  contract: Contract<I, O>, input: z.input<I>, options: CallOptions = {},
): Promise<z.output<O>> {
  const response = await answered(contract, input, options);
  return await response.json().catch(() => { throw new CallRefused(unreadable); });
}

/** The same for a contract that `returns: 'file'`: its content and the name the server gives it. */
export async function callForFile<I extends z.ZodType>(contract: Contract<I>, input: z.input<I>): Promise<{ name: string; content: Blob }> {
  const response = await answered(contract, input, {});
  const named = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('content-disposition') ?? '')?.[1];
  const content = await response.blob().catch(() => { throw new CallRefused(unreadable); });
  return { name: named === undefined ? contract.name : decodeURIComponent(named), content };
}

async function answered(contract: Contract, input: unknown, options: CallOptions): Promise<Response> {
  const key = options.key ?? crypto.randomUUID();
  const request = (): Promise<Response> => send(contract, input, { ...options, key });
  let response = await request();
  if (response.status === 401 && !contract.open && signInAgain && (await signInAgain())) response = await request();
  if (!response.ok) throw new CallRefused(await refusalOf(response));
  return response;
}

async function send(contract: Contract, input: unknown, { key = '', file, signal }: CallOptions): Promise<Response> {
  const { path, rest } = addressOf(contract, input);
  const inQuery = !isWrite(contract) || contract.sends === 'file';
  try {
    return await fetch(`${base()}/api${path}${inQuery ? queryOf(rest) : ''}`, {
      method: contract.method, credentials: 'same-origin', signal: signal ?? null,
      headers: {
        accept: 'application/json',
        ...(isWrite(contract) ? { 'idempotency-key': key, 'content-type': file ? 'application/octet-stream' : 'application/json' } : {}),
      },
      ...(isWrite(contract) ? { body: file ?? JSON.stringify(rest) } : {}),
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

/** What is null or undefined is not asked for. */
export function queryOf(fields: Record<string, unknown>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) {
    if (value !== null && value !== undefined) query.set(name, String(value));
  }
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}

/** What an answer that is no success says; each is in words, whoever gave it. */
export async function refusalOf(response: Response): Promise<CallRefusal> {
  // The number leads to the log of a fault; a refusal has said all there is to say.
  const requestId = response.status < 500 ? null : response.headers.get('x-request-id');
  const body: Partial<CallRefusal> = await response.json().catch(() => ({}));
  // Without our number it was a gateway that answered, for a server that is away.
  if (!body.name || !body.words) return response.status > 501 && !requestId ? unreachable : { ...fault, status: response.status, requestId };
  return {
    name: body.name, status: response.status, words: body.words,
    places: body.places ?? [], requestId,
  };
}
