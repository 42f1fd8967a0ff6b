import { z } from 'zod';
import { words } from '#domain/activities/contract.ts';
import { contract } from '#domain/contracts/contract.ts';
import { civilDate, word } from '#domain/facts/contract.ts';
import { guideTemplates } from './format/guide-templates.ts';

export const guideKinds = ['activity', 'register', 'item'] as const;
export type GuideKind = (typeof guideKinds)[number];

const dutyGuide = z.strictObject({
  kind: z.enum(guideKinds), id: word, label: words, clause: z.string().nullable(), who: words.nullable(), asked: z.array(words), items: z.array(word),
  course: z.array(words), whoVotes: words.nullable(), mistakes: z.array(words), template: z.enum(guideTemplates).nullable(),
});
export type DutyGuideCard = z.output<typeof dutyGuide>;

export const readGuides = contract({
  name: 'readGuides', method: 'GET', path: '/guides',
  summary: { zh: '办理指引', en: 'How each duty is done under the scheme in force on a day' },
  input: z.strictObject({ day: civilDate.optional() }),
  /** `scheme` is null where none is in force that day. */
  output: z.strictObject({ scheme: z.strictObject({ label: words, version: z.number().int() }).nullable(), items: z.array(dutyGuide) }),
  refusals: [],
});
