import { z } from 'zod';
import { words } from '#domain/activities/contract.ts';
import { contract } from '#domain/contracts/contract.ts';
import { civilDate, word } from '#domain/facts/contract.ts';
import { guideTemplates } from './format/guide-shape.ts';

const dutyGuide = z.strictObject({
  kind: z.enum(['activity', 'register', 'item']), id: word, label: words, clause: z.string().nullable(),
  course: z.array(words), whoVotes: words.nullable(), mistakes: z.array(words), template: z.enum(guideTemplates).nullable(),
});
export type DutyGuideCard = z.output<typeof dutyGuide>;

export const readGuides = contract({
  name: 'readGuides', method: 'GET', path: '/guides',
  summary: { zh: '办理指引', en: 'How each duty is done under the scheme in force on a day' },
  input: z.strictObject({ day: civilDate.optional() }),
  output: z.strictObject({ items: z.array(dutyGuide) }),
  refusals: [],
});
