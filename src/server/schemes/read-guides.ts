import type { z } from 'zod';
import type { readGuides as contract } from '#domain/schemes/guide-contract.ts';
import { guidePages } from '#domain/schemes/guide-pages.ts';
import type { Call } from '#server/platform/call.ts';
import { schemeOn } from './scheme-reads.ts';

/** How each duty is done under the scheme in force on a day, today unless said otherwise. Everybody may read it. */
export async function readGuides({ tx, today }: Call, { day = today }: z.output<typeof contract.input>): Promise<z.output<typeof contract.output>> {
  const scheme = await schemeOn(tx, day);
  if (scheme === undefined) return { scheme: null, items: [] };
  return {
    scheme: { label: scheme.label, version: scheme.version },
    items: guidePages(scheme).map(({ guide: { course, whoVotes = null, mistakes = [], template = null }, asked, items, ...duty }) => ({ ...duty, asked: [...asked], items: [...items], course, whoVotes, mistakes, template })),
  };
}
