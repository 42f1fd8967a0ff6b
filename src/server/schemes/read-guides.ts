import type { z } from 'zod';
import { guidesOf } from '#domain/schemes/duty-guides.ts';
import type { readGuides as contract } from '#domain/schemes/guide-contract.ts';
import type { Call } from '#server/platform/call.ts';
import { schemeOn } from './scheme-reads.ts';

/** How each duty is done under the scheme in force on a day, today unless said otherwise. Everybody may read it. */
export async function readGuides({ tx, today }: Call, { day = today }: z.output<typeof contract.input>): Promise<z.output<typeof contract.output>> {
  const scheme = await schemeOn(tx, day);
  return {
    items: scheme === undefined ? [] : guidesOf(scheme).map(({ guide: { course, whoVotes = null, mistakes = [], template = null }, ...duty }) => ({ ...duty, course, whoVotes, mistakes, template })),
  };
}
