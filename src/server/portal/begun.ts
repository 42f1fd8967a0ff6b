import { randomBytes } from 'node:crypto';
import type { z } from 'zod';
import { sealing } from '#server/platform/sealed.ts';

/** What a browser began with: only the same one goes on, and only for a while. @property at in milliseconds. */
interface Begun {
  readonly state: string;
  readonly at: number;
}

/** For a password and a code at the provider. */
export const BEGUN_SECONDS = 600;
const CONTEXT = 'begun';

export interface BegunCookie<T> {
  set(it: T): string;
  /** What the browser of this request began not long ago; undefined when nothing, or something that is not ours. */
  read(request: Request, now: Date): T | undefined;
  readonly gone: string;
}

/** Sealed in the browser, so that nothing is kept here; under a key of this process, so a restart ends what was begun. @param secure whether browsers reach us over https. */
export function begunCookie<T extends Begun>(secure: boolean, shape: z.ZodType<T>): BegunCookie<T> {
  const sealed = sealing(randomBytes(32).toString('hex'), 'portal');
  const name = secure ? '__Host-zhibu-portal' : 'zhibu-portal';
  // Lax: the provider sends the browser back from another site.
  const kept = `; Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
  return {
    set: (it) => `${name}=${sealed.seal(JSON.stringify(it), CONTEXT)}${kept}; Max-Age=${BEGUN_SECONDS}`,
    read: (request, now) => {
      const value = request.headers.get('cookie')?.split(/; */).find((it) => it.startsWith(`${name}=`))?.slice(name.length + 1);
      const it = value === undefined ? undefined : opened(shape, () => sealed.open(value, CONTEXT));
      return it !== undefined && now.getTime() - it.at < BEGUN_SECONDS * 1000 ? it : undefined;
    },
    gone: `${name}=${kept}; Max-Age=0`,
  };
}

function opened<T>(shape: z.ZodType<T>, open: () => string): T | undefined {
  try {
    return shape.parse(JSON.parse(open()));
  } catch {
    return undefined;
  }
}
