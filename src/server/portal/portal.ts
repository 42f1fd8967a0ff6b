import { randomUUID } from 'node:crypto';
import type { Clock } from '#server/platform/clock.ts';
import type { openLog } from '#server/platform/server-log.ts';
import { directoryWay } from './directory-way.ts';
import { PortalFault, reasonOf, type PortalFaultKind } from './portal-fault.ts';
import { guarded, languageOf, portalPage } from './portal-page.ts';
import type { PortalSettings } from './portal-settings.ts';
import { pageWords } from './portal-words.ts';
import { providerWay } from './provider-way.ts';
import { signTicket } from './sign-ticket.ts';
import type { Way } from './way.ts';

interface Portal {
  readonly way: Way;
  answer(request: Request): Promise<Response>;
}

type Doing = PortalSettings & {
  readonly way: Way;
  readonly log: Log;
  readonly clock: Clock;
};
type Log = ReturnType<typeof openLog>;

const STATUS: Readonly<Record<PortalFaultKind, number>> = {
  cancelled: 403, lost: 400, unreachable: 503, misconfigured: 502, unproven: 502, claimMissing: 403, claimStrange: 403, broken: 500,
  wrong: 403, waiting: 429, crowded: 503, ambiguous: 403, accountRefused: 503, untrusted: 503,
};
const YEAR = 'max-age=31536000';

/**
 * The way in between the bureau's provider of identities, or its directory, and Zhibu (decisions 66 and 68). It stores nothing:
 * what a browser began lies sealed in that browser, and whoever is proven goes on with a ticket.
 */
export function openPortal(settings: PortalSettings, log: Log, clock: Clock): Portal {
  const { url, secure } = settings.listen;
  const way = settings.directory ? directoryWay(settings.directory, secure, settings.goal.audience) : providerWay(settings.provider, secure, url);
  const doing: Doing = { ...settings, way, log, clock };
  return {
    way,
    answer: async (request) => {
      const answer = await answered(doing, request, randomUUID());
      if (secure) answer.headers.set('strict-transport-security', YEAR);
      return answer;
    },
  };
}

async function answered(doing: Doing, request: Request, id: string): Promise<Response> {
  if (new URL(request.url).pathname === '/healthz') return new Response('ok', { headers: guarded });
  const { way, clock, listen, goal, key, log } = doing;
  try {
    const step = await way.step(request, clock());
    if (step === undefined) return notHere(doing, request, id);
    if (step instanceof Response) return step;
    const ticket = signTicket(key.key, { issuer: new URL(listen.url).origin, audience: goal.audience, ...step }, clock());
    log.info({ requestId: id }, 'somebody was proven and goes on with a ticket');
    return new Response(null, { status: 303, headers: { ...guarded, location: landing(goal.audience, ticket), 'set-cookie': way.gone } });
  } catch (fault) {
    return refused(doing, request, id, fault instanceof PortalFault ? fault : new PortalFault('broken', fault));
  }
}

/** Behind the mark of a fragment a ticket reaches the page and no log of a server or gateway. */
const landing = (audience: string, ticket: string): string => `${audience}/ticket#${ticket}`;

function refused({ log, way, goal, clock }: Doing, request: Request, id: string, fault: PortalFault): Response {
  const line = { requestId: id, fault: fault.kind, reason: reasonOf(fault.cause) };
  if (fault.kind === 'broken') log.error(line, 'a way in broke off');
  else log.warn(line, 'somebody did not come in');
  const { cookie, form } = way.after(fault.kind, request, clock());
  const page = portalPage({ status: STATUS[fault.kind], ...way.told(fault.kind), id: id.slice(0, 8), signIn: `${goal.audience}/`, form, goal: goal.audience }, languageOf(request));
  page.headers.append('set-cookie', cookie);
  return page;
}

const notHere = ({ goal }: Doing, request: Request, id: string): Response =>
  portalPage({ status: 404, title: pageWords.nothingHere, text: pageWords.startsHere, id: id.slice(0, 8), signIn: `${goal.audience}/` }, languageOf(request));
