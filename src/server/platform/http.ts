import { createHmac, randomUUID } from 'node:crypto';
import { Hono, type Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { Logger } from 'pino';
import type { z } from 'zod';
import type { Actor } from '#domain/access/actor.ts';
import { deviceOf } from '#domain/access/device.ts';
import { refuse } from '#domain/contracts/common-refusals.ts';
import { isTraced, isWrite, type Contract } from '#domain/contracts/contract.ts';
import { Refused } from '#domain/contracts/refusal.ts';
import type { AnswerHeaders, FileAnswer, Reaction, Route } from './call.ts';
import type { Clock } from './clock.ts';
import type { Database, Tx } from './database.ts';
import { keptAnswer, keepAnswer, writeAudit } from './once.ts';
import { openApi } from './open-api.ts';
import { callIn } from './perform.ts';
import { problem, refusalOfFault } from './problem.ts';
import { checked, readInput } from './read-input.ts';
import { refuseCrossSite } from './same-site.ts';

export interface HttpOptions {
  readonly database: Database;
  readonly routes: readonly Route[];
  readonly clock: Clock;
  readonly log: Logger;
  /** Keys the fingerprints of requests, so that a stored fingerprint tells nothing of a password in it. */
  readonly secret: string;
  /** The bureau that a path belongs to when it names none; null when there are several. */
  readonly bureauOf: (segment: string | undefined) => string | undefined;
  /** Who stands behind a session token now; undefined when nobody does. */
  readonly whoActs: (tx: Tx, token: string, now: Date) => Promise<Actor | undefined>;
  readonly reactions: readonly Reaction[];
  /** Whether cookies may demand https. */
  readonly secureCookies: boolean;
  /** Told of every answer, by the name of its operation. */
  readonly answered?: (operation: string, status: number, seconds: number) => void;
}

/** Makes the API of a list of routes: `/api/…`, or `/<bureau>/api/…` where an installation holds several bureaus. */
export function api(options: HttpOptions): Hono {
  const app = new Hono();
  // Made when it is asked for: few ever ask, and making it takes twenty megabytes and a part of the start.
  let document: ReturnType<typeof openApi> | undefined;
  for (const prefix of ['/api', '/:bureau/api']) {
    app.get(`${prefix}/openapi.json`, (context) => context.json(document ??= openApi(options.routes.map((it) => it.contract))));
    for (const route of options.routes) {
      app.on(route.contract.method, `${prefix}${route.contract.path}`, (context) => answer(options, route, context));
    }
    app.all(`${prefix}/*`, (context) => problem(context, refuse('NotFound', {}).refusal, randomUUID()));
  }
  return app;
}

async function answer(options: HttpOptions, route: Route, context: Context): Promise<Response> {
  const requestId = randomUUID();
  const { contract } = route;
  const headers: AnswerHeaders = {};
  const started = performance.now();
  let status = 500;
  try {
    const bureau = options.bureauOf(context.req.param('bureau'));
    if (!bureau) throw refuse('NotFound', {});
    if (isWrite(contract)) refuseCrossSite(context);
    const raw = await readInput(context, contract);
    const request = { ...raw, bureau, requestId, device: deviceOf(context.req.header('user-agent') ?? ''), token: getCookie(context, cookieName(options, bureau)) };
    const result = await carryOut(options, route, request, headers, context.req.header('idempotency-key'));
    if (headers.sessionToken !== undefined) setSession(options, context, bureau, headers.sessionToken);
    context.header('cache-control', 'no-store');
    status = 200;
    return respond(context, result);
  } catch (fault) {
    const refusal = fault instanceof Refused ? fault.refusal : refusalOfFault(fault);
    if (refusal) status = refusal.status;
    // The reader cannot mend a database that is away or has no room; who runs the server finds it in the log.
    if (!(fault instanceof Refused)) options.log.error({ requestId, operation: contract.name, err: fault }, refusal ? refusal.name : 'fault');
    return problem(context, refusal, requestId);
  } finally {
    const ms = performance.now() - started;
    options.answered?.(contract.name, status, ms / 1000);
    options.log.info({ requestId, operation: contract.name, status, ms: Math.round(ms) }, 'answered');
  }
}

interface Request {
  readonly bureau: string;
  readonly requestId: string;
  readonly token: string | undefined;
  readonly device: string | null;
  readonly input: unknown;
  readonly file: Uint8Array | null;
  /** The bytes that make this request what it is. */
  readonly essence: string;
}

type Result = { readonly json: string } | { readonly file: FileAnswer };

/** One transaction from "who is it" to the stored answer; a refusal rolls all of it back. */
async function carryOut(options: HttpOptions, route: Route, request: Request, headers: AnswerHeaders, key: string | undefined): Promise<Result> {
  const { contract } = route;
  const now = options.clock();
  const acting = { requestId: request.requestId, operation: contract.name };
  return options.database.withBureau(request.bureau, acting, async (tx) => {
    const actor = await requireActor(options, contract, tx, request.token, now);
    const input = checked(contract.input, request.input);
    const once = isWrite(contract) && contract.idempotent !== 'byNature' ? { key, account: actor.account } : undefined;
    if (once) {
      const kept = await keptAnswer(tx, { ...once, operation: contract.name, fingerprint: fingerprint(options.secret, contract, request) });
      if (kept) return kept;
    }
    const { call, subjects } = callIn(options.database, tx, {
      ...request, actor, now, reactions: options.reactions, answer: headers,
    });
    const output = await route.handle(call, input as never);
    const file = contract.returns === 'file' ? (output as FileAnswer) : undefined;
    if (isTraced(contract)) await writeAudit(tx, call, contract.name, subjects, file);
    if (file) return { file };
    const json = JSON.stringify(checkedOutput(contract.output, output));
    if (once?.key) await keepAnswer(tx, once.account, once.key, json);
    return { json };
  });
}

const nobody: Actor = { account: '00000000-0000-0000-0000-000000000000', userName: '', person: null, grants: [], mustChangePassword: false, mustEnrol: false, session: '' };

async function requireActor(options: HttpOptions, contract: Contract, tx: Tx, token: string | undefined, now: Date): Promise<Actor> {
  if (contract.open) return nobody;
  const actor = token ? await options.whoActs(tx, token, now) : undefined;
  if (!actor) throw refuse('NotSignedIn', {});
  if (actor.mustChangePassword && !contract.beforePasswordChange) throw refuse('PasswordMustChange', {});
  if (actor.mustEnrol && !contract.beforePasswordChange && !contract.beforeSecondFactor) throw refuse('SecondFactorMustEnrol', {});
  return actor;
}

/** Our own answer must keep our own contract; if it does not, that is a fault of ours and nothing is written. */
function checkedOutput(schema: z.ZodType, output: unknown): unknown {
  const parsed = schema.safeParse(output);
  if (!parsed.success) throw new Error(`the answer breaks its contract: ${parsed.error.message}`);
  return parsed.data;
}

const fingerprint = (secret: string, contract: Contract, request: Request): string =>
  createHmac('sha256', secret).update(`${contract.name}\n${request.essence}`).digest('hex');

function respond(context: Context, result: Result): Response {
  if ('json' in result) return context.body(result.json, 200, { 'content-type': 'application/json; charset=utf-8' });
  const { bytes, fileName, mediaType } = result.file;
  return context.body(new Uint8Array(bytes), 200, {
    'content-type': mediaType,
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`,
    'x-content-type-options': 'nosniff',
  });
}

const cookieName = (options: HttpOptions, bureau: string): string =>
  options.secureCookies ? `__Host-zhibu-${bureau}` : `zhibu-${bureau}`;

function setSession(options: HttpOptions, context: Context, bureau: string, token: string | null): void {
  const name = cookieName(options, bureau);
  const attributes = { httpOnly: true, sameSite: 'Strict', path: '/', secure: options.secureCookies } as const;
  if (token) setCookie(context, name, token, attributes);
  else deleteCookie(context, name, attributes);
}
