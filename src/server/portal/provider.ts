import {
  allowInsecureRequests, AuthorizationResponseError, authorizationCodeGrant, buildAuthorizationUrl, calculatePKCECodeChallenge, ClientSecretBasic, ClientSecretPost, customFetch,
  discovery, enableNonRepudiationChecks, fetchUserInfo, randomNonce, randomPKCECodeVerifier, randomState, ResponseBodyError, WWWAuthenticateChallengeError,
  type ClientAuth, type Configuration,
} from 'openid-client';
import { z } from 'zod';
import { numberIn } from './number-in.ts';
import { PortalFault } from './portal-fault.ts';
import type { ProviderSettings } from './portal-settings.ts';
import { reachProvider } from './reach-provider.ts';
import type { Proven } from './way.ts';

/** The bureau's provider of identities, asked by OpenID Connect (Core 1.0): authorization code, PKCE, state and nonce. */
export interface Provider {
  /** What it says of itself; asked anew when it was not reached before, and after a while. @throws PortalFault unreachable, misconfigured */
  known(): Promise<Configuration>;
  /** Where a browser goes, and what it must come back with. @throws PortalFault unreachable, misconfigured */
  begin(now: Date): Promise<{ readonly url: URL; readonly begun: Asked }>;
  /** Who came back. @param back with what the provider added to our address. @throws PortalFault */
  finish(back: URL, begun: Asked): Promise<Proven>;
}

export const askedShape = z.strictObject({ state: z.string(), nonce: z.string(), verifier: z.string(), at: z.number() });

/** What a browser was sent to the provider with. */
export type Asked = z.output<typeof askedShape>;

const TIMEOUT_SECONDS = 10;
const NAME_MOST = 60;
/** How long what it says of itself is believed, so that a change there needs no restart here. */
const KNOWN_MS = 600_000;

export function openProvider(settings: ProviderSettings, callback: string): Provider {
  let last: { readonly at: number; readonly said: Promise<Configuration> } | undefined;
  const known = (): Promise<Configuration> => {
    const now = performance.now();
    if (last !== undefined && now - last.at < KNOWN_MS) return last.said;
    const said = discovered(settings).catch((fault: unknown) => {
      last = undefined;
      throw fault;
    });
    last = { at: now, said };
    return said;
  };
  return {
    known,
    begin: async (now) => begin(await known(), settings, callback, now),
    finish: async (back, begun) => finish(await known(), settings, back, begun),
  };
}

/** @throws PortalFault misconfigured for a provider that is another one, or cannot do what we demand. */
async function discovered({ issuer, clientId, clientSecret }: ProviderSettings): Promise<Configuration> {
  try {
    const onlyHere = issuer.protocol === 'http:' ? [allowInsecureRequests] : [];
    const config = await discovery(issuer, clientId, undefined, authenticating(clientSecret), {
      // Without it the library trusts TLS alone and does not look at the signature of an id_token.
      execute: [...onlyHere, enableNonRepudiationChecks], timeout: TIMEOUT_SECONDS, [customFetch]: reachProvider,
    });
    const { authorization_endpoint: ask, token_endpoint: token, jwks_uri: keys } = config.serverMetadata();
    if (ask === undefined || token === undefined || keys === undefined) throw new Error('no authorization_endpoint, token_endpoint or jwks_uri');
    return config;
  } catch (fault) {
    throw inOurs(fault, 'misconfigured');
  }
}

/** As the provider says that it takes the secret; in the header where it says nothing (Discovery 1.0). */
const authenticating = (secret: string): ClientAuth => {
  const [basic, post] = [ClientSecretBasic(secret), ClientSecretPost(secret)];
  return (server, client, body, headers) => {
    const taken = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    return (taken.includes('client_secret_basic') ? basic : post)(server, client, body, headers);
  };
};

async function begin(config: Configuration, { scope }: ProviderSettings, callback: string, now: Date): Promise<{ url: URL; begun: Asked }> {
  const begun: Asked = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier(), at: now.getTime() };
  const url = buildAuthorizationUrl(config, {
    redirect_uri: callback, scope, state: begun.state, nonce: begun.nonce, code_challenge: await calculatePKCECodeChallenge(begun.verifier), code_challenge_method: 'S256',
  });
  return { url, begun };
}

async function finish(config: Configuration, { claim }: ProviderSettings, back: URL, { state, nonce, verifier }: Asked): Promise<Proven> {
  if (back.searchParams.get('state') !== state) throw new PortalFault('lost');
  try {
    const tokens = await authorizationCodeGrant(config, back, { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true });
    const claims = tokens.claims();
    if (claims === undefined) throw new PortalFault('unproven');
    // Many providers keep what is not asked for by name out of the id_token (Core 1.0, 5.4).
    const asked = claims[claim] === undefined && config.serverMetadata().userinfo_endpoint !== undefined;
    const told = asked ? { ...claims, ...(await fetchUserInfo(config, tokens.access_token, claims.sub)) } : claims;
    return { number: numberIn(told[claim]), name: typeof told['name'] === 'string' ? told['name'].slice(0, NAME_MOST) : null };
  } catch (fault) {
    throw inOurs(fault, 'unproven');
  }
}

/** What people said no to, codes that were used, a provider that is away or does not know us; everything else is as the place says. */
function inOurs(fault: unknown, otherwise: 'misconfigured' | 'unproven'): PortalFault {
  for (let it = fault; it instanceof Error; it = it.cause) if (it instanceof PortalFault) return it;
  if (fault instanceof AuthorizationResponseError) return new PortalFault(ofRefusal(fault.error), fault);
  if (fault instanceof ResponseBodyError) return new PortalFault(fault.error === 'invalid_grant' ? 'lost' : 'misconfigured', fault);
  if (fault instanceof WWWAuthenticateChallengeError) return new PortalFault('misconfigured', fault);
  return new PortalFault(otherwise, fault);
}

function ofRefusal(error: string): 'cancelled' | 'unreachable' | 'misconfigured' {
  if (error === 'access_denied') return 'cancelled';
  return error === 'server_error' || error === 'temporarily_unavailable' ? 'unreachable' : 'misconfigured';
}
