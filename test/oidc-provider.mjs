// A certified provider of identities in a process of its own, with a form for name and password; says its issuer and nothing else.
import { once } from 'node:events';
import { createServer } from 'node:http';
import { generateKeyPairSync } from 'node:crypto';
import Provider from 'oidc-provider';

/** PEOPLE: by the name with which they sign in there, their password and what is told of them. */
const { PEOPLE, CLIENT_ID, CLIENT_SECRET, CALLBACK } = process.env;
const people = new Map(Object.entries(JSON.parse(PEOPLE)));

const server = createServer((request, response) => void answer(request, response)).listen(0, '127.0.0.1');
await once(server, 'listening');
const issuer = `http://127.0.0.1:${server.address().port}`;

const provider = new Provider(issuer, {
  clients: [{ client_id: CLIENT_ID, client_secret: CLIENT_SECRET, redirect_uris: [CALLBACK], grant_types: ['authorization_code'], response_types: ['code'] }],
  jwks: { keys: [{ ...generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' }), alg: 'RS256', use: 'sig', kid: 'one' }] },
  cookies: { keys: ['only for a test'] },
  claims: { openid: ['sub'], profile: ['name', 'preferred_username'] },
  features: { devInteractions: { enabled: false } },
  interactions: { url: (_, { uid }) => `/form/${uid}` },
  pkce: { required: () => true },
  findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, ...[...people.values()].find((it) => it.sub === id)?.claims }) }),
  // Nobody is asked whether the portal may know his number: the bureau decided that.
  loadExistingGrant: async ({ oidc }) => {
    const grant = new oidc.provider.Grant({ clientId: oidc.client.clientId, accountId: oidc.session.accountId });
    grant.addOIDCScope('openid profile');
    await grant.save();
    return grant;
  },
});
const known = provider.callback();

async function answer(request, response) {
  const { pathname } = new URL(request.url, issuer);
  if (!pathname.startsWith('/form/')) return known(request, response);
  if (request.method === 'GET') {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    return response.end(`<!doctype html><html lang="zh-CN"><title>统一身份认证</title><link rel="icon" href="data:,"><h1>统一身份认证</h1>
      <form method="post"><label>账号 <input name="login" autofocus></label><label>口令 <input name="password" type="password"></label>
      <button name="act" value="enter">登录</button><button name="act" value="cancel">取消</button></form>`);
  }
  let text = '';
  for await (const chunk of request) text += chunk;
  const form = new URLSearchParams(text);
  const person = people.get(form.get('login'));
  const result = form.get('act') === 'enter' && person?.password === form.get('password')
    ? { login: { accountId: person.sub } } : { error: 'access_denied', error_description: `${form.get('login')} said no` };
  return provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
}

process.stdout.write(`${issuer}\n`);
// A test that is stopped leaves no provider behind.
process.stdin.on('end', () => process.exit()).resume();
