import { createHash, createHmac, generateKeyPairSync, randomUUID, sign, type KeyObject } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How the next person is answered for, where it is not as it should be. */
export interface Forgery {
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly header?: Readonly<Record<string, unknown>>;
  /** `none`: without a signature; `publicAsPassword`: a code under what everybody may read; `another`: by a key that is not published. */
  readonly signedBy?: 'none' | 'publicAsPassword' | 'another';
  readonly idToken?: null;
  /** What people bring back instead of a code. */
  readonly error?: string;
  readonly token?: { readonly status: number; readonly body: unknown };
  readonly userinfo?: Readonly<Record<string, unknown>>;
  readonly keysAway?: boolean;
}

export const CLIENT = { id: 'zhibu', secret: 'a-secret-that-only-the-portal-has' } as const;

/** A provider of identities that knows everybody as whom he wants, and lies where a test asks for it. */
export interface ForgingProvider {
  readonly issuer: string;
  /** What the next ones are told. */
  forge(next: Forgery): void;
  /** What it says of itself beside the truth. */
  describe(change: Readonly<Record<string, unknown>>): void;
  end(): Promise<void>;
}

const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const another = generateKeyPairSync('rsa', { modulusLength: 2048 });
const KID = 'of-this-year';
const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

function idToken(claims: unknown, { header = {}, signedBy }: Forgery): string {
  const alg = signedBy === 'none' ? 'none' : signedBy === 'publicAsPassword' ? 'HS256' : 'RS256';
  const text = `${part({ alg, kid: KID, ...header })}.${part(claims)}`;
  if (signedBy === 'none') return `${text}.`;
  const publicPem = rsa.publicKey.export({ type: 'spki', format: 'pem' });
  if (signedBy === 'publicAsPassword') return `${text}.${createHmac('sha256', publicPem).update(text).digest('base64url')}`;
  const key: KeyObject = signedBy === 'another' ? another.privateKey : rsa.privateKey;
  return `${text}.${sign('sha256', Buffer.from(text), key).toString('base64url')}`;
}

export async function forgingProvider(): Promise<ForgingProvider> {
  const codes = new Map<string, { nonce: string | null; challenge: string | null; back: string | null }>();
  let forgery: Forgery = {};
  let described: Readonly<Record<string, unknown>> = {};
  const server = createServer((request, response) => void answer(request, response));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', issuer);
    const say = (status: number, body: unknown): void => void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    switch (url.pathname) {
      case '/.well-known/openid-configuration': return say(200, {
        issuer, authorization_endpoint: `${issuer}/auth`, token_endpoint: `${issuer}/token`, jwks_uri: `${issuer}/keys`, userinfo_endpoint: `${issuer}/me`,
        response_types_supported: ['code'], subject_types_supported: ['public'], id_token_signing_alg_values_supported: ['RS256'], ...described,
      });
      case '/keys': return forgery.keysAway ? say(503, {}) : say(200, { keys: [{ ...rsa.publicKey.export({ format: 'jwk' }), kid: KID, alg: 'RS256', use: 'sig' }] });
      case '/auth': return begin(url, response);
      case '/token': return forgery.token === undefined ? token(await formOf(request), request.headers.authorization, say) : say(forgery.token.status, forgery.token.body);
      case '/me': return say(200, { sub: 'f81d4fae', ...forgery.userinfo });
      default: return say(404, {});
    }
  }

  function begin({ searchParams: asked }: URL, response: ServerResponse): void {
    const code = randomUUID();
    codes.set(code, { nonce: asked.get('nonce'), challenge: asked.get('code_challenge'), back: asked.get('redirect_uri') });
    const back = new URL(asked.get('redirect_uri') ?? issuer);
    back.searchParams.set('state', asked.get('state') ?? '');
    if (forgery.error === undefined) back.searchParams.set('code', code);
    else back.searchParams.set('error', forgery.error);
    response.writeHead(303, { location: back.href }).end();
  }

  function token(form: URLSearchParams, authorization: string | undefined, say: (status: number, body: unknown) => void): void {
    const begun = codes.get(form.get('code') ?? '');
    codes.delete(form.get('code') ?? '');
    const proof = createHash('sha256').update(form.get('code_verifier') ?? '').digest('base64url');
    if (authorization !== `Basic ${Buffer.from(`${CLIENT.id}:${encodeURIComponent(CLIENT.secret).replaceAll('-', '%2D')}`).toString('base64')}`) return say(401, { error: 'invalid_client' });
    if (begun === undefined || begun.challenge !== proof || begun.back !== form.get('redirect_uri')) return say(400, { error: 'invalid_grant' });
    const now = Math.floor(Date.now() / 1000);
    const claims = { iss: issuer, aud: CLIENT.id, sub: 'f81d4fae', iat: now, exp: now + 300, nonce: begun.nonce, ...forgery.claims };
    say(200, { access_token: randomUUID(), token_type: 'Bearer', ...(forgery.idToken === null ? {} : { id_token: idToken(claims, forgery) }) });
  }

  return {
    issuer,
    forge: (next) => void (forgery = next),
    describe: (change) => void (described = change),
    end: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

async function formOf(request: IncomingMessage): Promise<URLSearchParams> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return new URLSearchParams(text);
}
