import { z } from 'zod';
import { guideTemplates } from './guide-templates.ts';
import { label } from './quantities.ts';

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
