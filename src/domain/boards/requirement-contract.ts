import { z } from 'zod';
import { organisationCard, words } from '#domain/activities/contract.ts';
import { contract } from '#domain/contracts/contract.ts';
import type { Grounds } from '#domain/engine/evaluation.ts';
import { word } from '#domain/facts/contract.ts';
import { groundsNames } from '#domain/points/contract.ts';

const grounds = z.custom<Grounds>((value) => typeof value === 'object' && value !== null && 'how' in value);
const count = z.number().int().min(0);

const requirement = z.strictObject({
  requirement: word, label: words, clause: z.string(), organisation: organisationCard,
  /** The activity that meets it; null where it is met by entries of a register. */
  activity: word.nullable(),
  windows: z.array(z.strictObject({ window: z.string(), label: words, done: count, asked: count, state: z.enum(['met', 'due', 'gap', 'excused']), grounds })),
  may: z.strictObject({ record: z.boolean(), plan: z.boolean() }),
});
export type RequirementLine = z.output<typeof requirement>;

/** 工作要求: what the committee of the bureau owes in each window of a year, and where it stands (理论学习中心组). */
export const readRequirements = contract({
  name: 'readRequirements', method: 'GET', path: '/requirements',
  summary: { zh: '工作要求', en: 'What the committee of the bureau owes in a year' },
  input: z.strictObject({ year: z.coerce.number().int().min(2000).max(2100).optional() }),
  output: z.strictObject({ year: z.number().int(), items: z.array(requirement), names: groundsNames }),
  refusals: [],
});
