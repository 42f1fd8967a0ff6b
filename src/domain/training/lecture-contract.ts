import { z } from 'zod';
import { named, organisationCard } from '#domain/activities/contract.ts';
import { contract } from '#domain/contracts/contract.ts';
import { civilDate, id, word } from '#domain/facts/contract.ts';

const lectureRow = z.strictObject({
  session: id, organisation: organisationCard, day: civilDate, topic: z.string(), activities: z.array(named), speakers: z.array(z.string()),
  recommended: z.boolean(),
  /** Sessions of other branches that took it up. */
  heard: z.array(z.strictObject({ session: id, organisation: organisationCard, day: civilDate, visible: z.boolean() })),
  /** Whether one may open the session. */
  visible: z.boolean(),
});
export type LectureRow = z.output<typeof lectureRow>;

export const listLectures = contract({
  name: 'listLectures', method: 'GET', path: '/lectures',
  summary: { zh: '党课目录', en: 'Lectures given in a year: all that one may see, and what the office recommends to every branch' },
  input: z.strictObject({ year: z.coerce.number().int().min(2000).max(2199).optional(), activity: word.optional(), organisation: id.optional(), recommended: z.literal('yes').optional() }),
  output: z.strictObject({
    year: z.number().int(), items: z.array(lectureRow),
    /** Kinds of activity and branches among them, to narrow by. */
    activities: z.array(named), organisations: z.array(organisationCard),
    mayRecommend: z.boolean(),
  }),
  refusals: [],
});

export const recommendLecture = contract({
  name: 'recommendLecture', method: 'POST', path: '/sessions/:session/recommendation',
  summary: { zh: '推荐党课', en: 'Recommend a lecture to other branches, or take that back' },
  input: z.strictObject({ session: id, recommended: z.boolean() }),
  output: z.strictObject({ session: id }),
  refusals: ['NoLecture', 'RecommendedAlready'],
});
