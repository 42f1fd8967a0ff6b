import { z } from 'zod';
import { contract } from '#domain/contracts/contract.ts';
import { civilDate, id, word } from '#domain/facts/contract.ts';
import { day, version } from './contract.ts';

const label = z.strictObject({ id: word, zh: z.string(), en: z.string() });
const place = z.strictObject({ session: id, organisation: z.string(), day: civilDate });

const stop = z.strictObject({
  stop: id, version, scope: z.strictObject({ id, name: z.string() }), activities: z.array(label),
  day: civilDate, movedTo: civilDate.nullable(),
  /** 文号 of the notice. */
  document: z.string(),
  mayWithdraw: z.boolean(),
});
export type StudyStopRow = z.output<typeof stop>;

/** One that was withdrawn, and not declared again since; who withdrew it and when. */
const withdrawnStop = stop.omit({ mayWithdraw: true }).extend({ by: z.string().nullable(), on: civilDate });
export type WithdrawnStop = z.output<typeof withdrawnStop>;

/** Scopes for which one may declare a stop, with the activities of the scheme in force on the day. */
export const readStopForm = contract({
  name: 'readStopForm', method: 'GET', path: '/study-stops/form',
  summary: { zh: '停学、顺延填写项', en: 'What a stop can be declared for' },
  input: z.strictObject({ day: day.optional() }),
  output: z.strictObject({
    scopes: z.array(z.strictObject({ id, number: z.string(), shortName: z.string() })),
    activities: z.array(label.extend({ weekday: z.number().int().nullable() })),
  }),
  refusals: [],
});

export const listStudyStops = contract({
  name: 'listStudyStops', method: 'GET', path: '/organisations/:organisation/study-stops',
  summary: { zh: '停学、顺延通知', en: 'Notices that cancel or postpone study' },
  input: z.strictObject({ organisation: id, year: z.string().regex(/^20\d\d$/) }),
  output: z.strictObject({
    items: z.array(stop), total: z.number().int(),
    /** For whoever could declare them again; at most 200, the latest first. */
    withdrawn: z.array(withdrawnStop),
  }),
  refusals: [],
});

export const declareStudyStop = contract({
  name: 'declareStudyStop', method: 'POST', path: '/organisations/:organisation/study-stops',
  summary: { zh: '发布停学、顺延', en: 'Cancel or postpone study' },
  input: z.strictObject({ organisation: id, activities: z.array(word).min(1).max(6), day, movedTo: day.nullable(), document: z.string().trim().max(100) }),
  output: z.strictObject({
    stop: id, version, movedTo: civilDate.nullable(),
    /** Sessions arranged for the day: now cancelled, or moved to the new day. */
    stopped: z.array(place), moved: z.array(place),
    /** Already recorded as held or not held: left as they are. */
    recorded: z.array(place),
  }),
  refusals: ['YearClosed', 'PostponedBackwards', 'ActivityUnknown', 'SchemeMissing', 'StopAlreadyDeclared'],
});
export type StopDeclared = z.output<typeof declareStudyStop.output>;

export const withdrawStudyStop = contract({
  name: 'withdrawStudyStop', method: 'DELETE', path: '/study-stops/:stop',
  summary: { zh: '撤回停学、顺延', en: 'Withdraw a cancellation or postponement' },
  input: z.strictObject({ stop: id, version }),
  output: z.strictObject({
    /** Sessions that the notice had moved and that nobody has touched since: back on their day. */
    movedBack: z.array(place),
  }),
  refusals: ['FactChanged', 'FactWithdrawn'],
});
