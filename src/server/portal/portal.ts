import { randomUUID } from 'node:crypto';
import type { Clock } from '#server/platform/clock.ts';
import type { openLog } from '#server/platform/server-log.ts';
import { begunCookie, type BegunCookie } from './begun.ts';
import { PortalFault, reasonOf, type PortalFaultKind } from './portal-fault.ts';
import { guarded, languageOf, portalPage } from './portal-page.ts';
import type { PortalSettings } from './portal-settings.ts';
import { pageWords, told } from './portal-words.ts';
import { openProvider, type Provider } from './provider.ts';
import { signTicket } from './sign-ticket.ts';

/** Where the provider sends people back to; registered there. */
export const callbackOf = (address: string): string => `${address}/callback`;

interface Portal {
  readonly provider: Provider;
  answer(request: Request): Promise<Response>;
}

interface Doing extends PortalSettings {
  readonly provider: Settings;
  readonly asked: Provider;
  readonly cookie: BegunCookie;
  readonly log: Log;
  readonly clock: Clock;
}
type Settings = PortalSettings['provider'];
type Log = ReturnType<typeof openLog>;

const STATUS: Readonly<Record<PortalFaultKind, number>> = { cancelled: 403, lost: 400, unreachable: 503, misconfigured: 502, unproven: 502, claimMissing: 403, claimStrange: 403, broken: 500 };
const YEAR = 'max-age=31536000';

/**
 * The way in between the bureau's provider of identities and Zhibu (decision 66). It keeps nothing: what a browser began lies
 * sealed in that browser, and whoever comes back proven goes on with a ticket.
 */
export function openPortal(settings: PortalSettings, log: Log, clock: Clock): Portal {
  const asked = openProvider(settings.provider, callbackOf(settings.listen.url));
  const doing: Doing = { ...settings, asked, cookie: begunCookie(settings.listen.secure), log, clock };
  return {
    provider: asked,
    answer: async (request) => {
      const answer = await answered(doing, request, randomUUID());
      if (settings.listen.secure) answer.headers.set('strict-transport-security', YEAR);
      return answer;
    },
  };
}

async function answered(doing: Doing, request: Request, id: string): Promise<Response> {
  const { pathname, search } = new URL(request.url);
  if (pathname === '/healthz') return new Response('ok', { headers: guarded });
  if (request.method !== 'GET' || !['/', '/callback'].includes(pathname)) return notHere(doing, request, id);
  try {
    return pathname === '/' ? await begin(doing) : await finish(doing, request, search, id);
  } catch (fault) {
    return refused(doing, request, id, fault instanceof PortalFault ? fault : new PortalFault('broken', fault));
  }
}

async function begin({ asked, cookie, clock }: Doing): Promise<Response> {
  const { url, begun } = await asked.begin(clock());
  return new Response(null, { status: 303, headers: { ...guarded, location: url.href, 'set-cookie': cookie.set(begun) } });
}

async function finish({ asked, cookie, clock, listen, goal, key, log }: Doing, request: Request, search: string, id: string): Promise<Response> {
  const begun = cookie.read(request, clock());
  if (begun === undefined) throw new PortalFault('lost');
  // By the address that browsers know, whatever a gateway calls us.
  const proven = await asked.finish(new URL(`${callbackOf(listen.url)}${search}`), begun);
  const ticket = signTicket(key.key, { issuer: new URL(listen.url).origin, audience: goal.audience, ...proven }, clock());
  log.info({ requestId: id }, 'somebody was proven and goes on with a ticket');
  return new Response(null, { status: 303, headers: { ...guarded, location: landing(goal.audience, ticket), 'set-cookie': cookie.gone } });
}

/** Behind the mark of a fragment a ticket reaches the page and no log of a server or gateway. */
const landing = (audience: string, ticket: string): string => `${audience}/ticket#${ticket}`;

function refused({ log, cookie, provider, goal }: Doing, request: Request, id: string, fault: PortalFault): Response {
  const line = { requestId: id, fault: fault.kind, reason: reasonOf(fault.cause) };
  if (fault.kind === 'broken') log.error(line, 'a way in broke off');
  else log.warn(line, 'somebody did not come in');
  const page = portalPage({ status: STATUS[fault.kind], ...told(fault.kind, provider.claim), id: id.slice(0, 8), signIn: `${goal.audience}/` }, languageOf(request));
  page.headers.append('set-cookie', cookie.gone);
  return page;
}

const notHere = ({ goal }: Doing, request: Request, id: string): Response =>
  portalPage({ status: 404, title: pageWords.nothingHere, text: pageWords.startsHere, id: id.slice(0, 8), signIn: `${goal.audience}/` }, languageOf(request));
