import type { Context } from 'hono';
import { refuse } from '#domain/contracts/common-refusals.ts';

/** A write must come from our own pages (T14): Sec-Fetch-Site where the browser sends it, Origin otherwise. */
export function refuseCrossSite(context: Context): void {
  const site = context.req.header('sec-fetch-site');
  if (site) {
    if (site !== 'same-origin' && site !== 'none') throw refuse('CrossSite', {});
    return;
  }
  const origin = context.req.header('origin');
  if (origin && hostOf(origin) !== context.req.header('host')) throw refuse('CrossSite', {});
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}
