/** Papers of the product that a guide can lead to: those of a session, the ballots of a year, and the template of the register itself. */
export const guideTemplates = ['signInSheet', 'minutes', 'ballotSheet', 'registerTemplate'] as const;
export type GuideTemplate = (typeof guideTemplates)[number];
