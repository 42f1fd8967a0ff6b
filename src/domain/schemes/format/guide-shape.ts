import { z } from 'zod';
import { label } from './quantities.ts';

/** Papers of the product that a guide can lead to: those of a session, the ballots of a year, and the template of the register itself. */
export const guideTemplates = ['signInSheet', 'minutes', 'ballotSheet', 'registerTemplate'] as const;
export type GuideTemplate = (typeof guideTemplates)[number];

/** 办理指引: how a duty is done, on one page. Its basis is the clause of the duty itself, so that there is one and not two. */
export const guideShape = z.strictObject({
  /** What is done, one step after the other. */
  course: z.array(label).min(1).max(12),
  /** Who may vote and how it is decided; left out where nothing is put to the vote. */
  whoVotes: label.optional(),
  mistakes: z.array(label).max(8).optional(),
  template: z.enum(guideTemplates).optional(),
});
export type Guide = z.output<typeof guideShape>;
