import { begunCookie } from './begun.ts';
import { guarded } from './portal-page.ts';
import { PortalFault } from './portal-fault.ts';
import type { ProviderSettings } from './portal-settings.ts';
import { told } from './portal-words.ts';
import { askedShape, openProvider } from './provider.ts';
import type { Way } from './way.ts';

const CALLBACK = '/callback';

/** Where the provider sends people back to; registered there. */
export const callbackOf = (address: string): string => `${address}${CALLBACK}`;

/** To the provider's page and back (decision 66). @param address of ours as browsers know it, whatever a gateway calls us. */
export function providerWay(settings: ProviderSettings, secure: boolean, address: string): Way {
  const provider = openProvider(settings, callbackOf(address));
  const cookie = begunCookie(secure, askedShape);
  return {
    examine: provider.known,
    step: async (request, now) => {
      const { pathname, search } = new URL(request.url);
      if (request.method !== 'GET' || !['/', CALLBACK].includes(pathname)) return undefined;
      if (pathname === '/') {
        const { url, begun } = await provider.begin(now);
        return new Response(null, { status: 303, headers: { ...guarded, location: url.href, 'set-cookie': cookie.set(begun) } });
      }
      const begun = cookie.read(request, now);
      if (begun === undefined) throw new PortalFault('lost');
      return provider.finish(new URL(`${callbackOf(address)}${search}`), begun);
    },
    told: (kind) => told(kind, settings.claim),
    after: () => ({ cookie: cookie.gone, form: null }),
    gone: cookie.gone,
  };
}
