import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { begunCookie } from './begun.ts';
import { openDirectory } from './directory.ts';
import type { DirectorySettings } from './directory-settings.ts';
import { formWords, toldOfDirectory } from './directory-words.ts';
import { PortalFault, type PortalFaultKind } from './portal-fault.ts';
import { languageOf, portalPage } from './portal-page.ts';
import { readForm } from './read-form.ts';
import type { Proven, Way } from './way.ts';

const shown = z.strictObject({ state: z.string(), at: z.number() });
type Shown = z.output<typeof shown>;

const STATE_BYTES = 24;
const NAME_MOST = 100;
const PASSWORD_MOST = 500;
/** After which the next try is on the same page. */
const ONCE_MORE: readonly PortalFaultKind[] = ['wrong', 'waiting', 'crowded', 'lost'];

/** Name and password of the directory, typed into a page of ours (decision 68). @param goal address of Zhibu with the bureau. */
export function directoryWay(settings: DirectorySettings, secure: boolean, goal: string): Way {
  const directory = openDirectory(settings);
  const cookie = begunCookie<Shown>(secure, shown);
  /** Two pages in one browser have one state, so that none of them ends the other. */
  const next = (request: Request, now: Date): Shown => ({ state: cookie.read(request, now)?.state ?? randomBytes(STATE_BYTES).toString('base64url'), at: now.getTime() });
  const page = (request: Request, now: Date): Response => {
    const form = next(request, now);
    const answer = portalPage({ status: 200, title: formWords.title, text: formWords.text, id: null, signIn: `${goal}/`, form, goal }, languageOf(request));
    answer.headers.append('set-cookie', cookie.set(form));
    return answer;
  };
  const proven = async (request: Request, now: Date): Promise<Proven> => {
    const form = await readForm(request);
    // Another site can send a form of its own, and cannot read this one.
    const begun = cookie.read(request, now);
    if (begun === undefined || form.get('state') !== begun.state) throw new PortalFault('lost');
    const [name, password] = [form.get('name')?.trim() ?? '', form.get('password') ?? ''];
    if (name === '' || name.length > NAME_MOST || password.length > PASSWORD_MOST) throw new PortalFault('wrong');
    return directory.prove(name, password, now);
  };
  return {
    examine: directory.examine,
    step: async (request, now) => {
      if (new URL(request.url).pathname !== '/') return undefined;
      if (request.method === 'GET') return page(request, now);
      return request.method === 'POST' ? proven(request, now) : undefined;
    },
    told: (kind) => toldOfDirectory(kind, settings.number),
    after: (kind, request, now) => {
      if (!ONCE_MORE.includes(kind)) return { cookie: cookie.gone, form: null };
      const form = next(request, now);
      return { cookie: cookie.set(form), form };
    },
    gone: cookie.gone,
  };
}
