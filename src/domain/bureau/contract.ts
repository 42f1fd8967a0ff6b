import { z } from 'zod';
import { contract } from '#domain/contracts/contract.ts';
import { id, organisationCategory } from '#domain/facts/contract.ts';
import { role } from '#domain/access/contract.ts';
import { beginningSteps } from './beginning.ts';

const words = z.strictObject({ zh: z.string(), en: z.string() });
const name = z.string().trim().min(2).max(60);

/** What the bureau is called from now on, on every page and paper. */
export const nameBureau = contract({
  name: 'nameBureau', method: 'PUT', path: '/bureau/name',
  summary: { zh: '填写单位名称', en: 'Name the bureau' },
  input: z.strictObject({ zh: name, en: name }),
  output: z.strictObject({}),
  refusals: [],
});

export const beginningStep = z.strictObject({
  step: z.enum(beginningSteps),
  done: z.boolean(),
  /** What is there, in words. */
  there: z.array(words),
  /** What is still to be done, in words; none when it is done. */
  missing: z.array(words),
  /** Which roles do it. */
  by: z.array(role),
});
export type BeginningStep = z.output<typeof beginningStep>;

export const beginning = z.strictObject({
  /** How many of the five steps are still to be done. */
  left: z.number().int(),
  steps: z.array(beginningStep),
  /** The organisation at the top, to be renamed. */
  top: z.strictObject({ id, category: organisationCategory, number: z.string(), name: z.string(), shortName: z.string() }).nullable(),
  /** Accounts in use by role, so that a step can say who must sign in. */
  holders: z.array(z.strictObject({ role, userName: z.string(), waiting: z.boolean() })),
});
export type Beginning = z.output<typeof beginning>;

/** How far a bureau of one's own has been set up; counted anew each time, so that it can be left and taken up anywhere. */
export const readBeginning = contract({
  name: 'readBeginning', method: 'GET', path: '/bureau/beginning',
  summary: { zh: '查看建库进度', en: 'How far the bureau is set up' },
  input: z.strictObject({}), output: beginning, refusals: [],
});
