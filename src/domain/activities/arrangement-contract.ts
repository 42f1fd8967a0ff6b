import { z } from 'zod';
import { markedDays } from '#domain/calendar/contract.ts';
import { contract } from '#domain/contracts/contract.ts';
import { civilDate, clockTime, id, period, sessionState } from '#domain/facts/contract.ts';
import { named, organisationCard, sessionText } from './contract.ts';

/** Free text of an arrangement, kept beside the log. */
export const arrangementText = z.strictObject({
  topic: sessionText.shape.topic, place: sessionText.shape.topic, lecturer: sessionText.shape.lecturer, material: sessionText.shape.material,
});
export type ArrangementText = z.output<typeof arrangementText>;

/** One line of a month's arrangement: what, when, with whom and with what. */
export const arrangementRow = z.strictObject({
  day: civilDate, from: clockTime, to: clockTime,
  activities: sessionState.shape.activities,
  contents: sessionState.shape.contents,
  topic: arrangementText.shape.topic.min(1),
  place: arrangementText.shape.place,
  lecturer: arrangementText.shape.lecturer,
  material: arrangementText.shape.material,
});
export type ArrangementRow = z.output<typeof arrangementRow>;

const arrangeRefusals = ['SchemeMissing', 'ActivityUnknown', 'ContentUnknown', 'HoldersMixed', 'HeldByNobody', 'ArrangedAlready'] as const;
const read = { arrangement: id, version: z.number().int().min(1) } as const;

/** 安排本月学习: what the desk proposes for a month, and what is arranged already. */
export const readArrangementMonth = contract({
  name: 'readArrangementMonth', method: 'GET', path: '/organisations/:organisation/arrangement-months/:month',
  summary: { zh: '某月学习安排', en: 'The arrangement of a month' },
  input: z.strictObject({ organisation: id, month: period }),
  output: z.strictObject({
    organisation: organisationCard,
    /** Committees one may arrange for. */
    choices: z.array(organisationCard),
    /** Days that the scheme's weekly activities would have and that nobody arranged yet. */
    proposed: z.array(arrangementRow.extend({ topic: z.string(), stopped: z.boolean(),
      /** Its usual day, where a holiday moves it; `kept`: the scheme holds it on a holiday all the same. */
      movedFrom: civilDate.nullable(), kept: z.boolean(),
    })),
    calendar: markedDays,
    arranged: z.array(arrangementRow.extend({
      arrangement: id, version: z.number().int(), topic: z.string(),
      sessions: z.number().int(), recorded: z.number().int(), named: z.array(named), contentsNamed: z.array(named),
    })),
    /** What was withdrawn, and by whom. */
    withdrawn: z.array(z.strictObject({
      arrangement: id, version: z.number().int(), day: civilDate, from: clockTime, to: clockTime, topic: z.string(), named: z.array(named),
      by: z.string().nullable(), on: civilDate,
    })),
    /** Who would hold a session, by who holds the activity. */
    holders: z.strictObject({ branch: z.array(organisationCard), group: z.array(organisationCard), committee: z.array(organisationCard) }),
  }),
  refusals: ['SchemeMissing'],
});
export type ArrangementMonth = z.output<typeof readArrangementMonth.output>;

export const arrangeSessions = contract({
  name: 'arrangeSessions', method: 'POST', path: '/organisations/:organisation/arrangements',
  summary: { zh: '安排学习', en: 'Arrange sessions' },
  input: z.strictObject({
    organisation: id,
    /** Who is to hold them; empty = all below that hold such activities. */
    organisations: z.array(id).max(1000),
    rows: z.array(arrangementRow).min(1).max(40),
  }),
  output: z.strictObject({ arrangements: z.array(z.strictObject({ arrangement: id, day: civilDate, sessions: z.number().int() })) }),
  refusals: arrangeRefusals,
});

export const amendArrangement = contract({
  name: 'amendArrangement', method: 'PUT', path: '/arrangements/:arrangement',
  summary: { zh: '修改学习安排', en: 'Amend an arrangement' },
  input: arrangementRow.extend(read),
  /** Sessions that followed, and those that did not because they are recorded already. */
  output: z.strictObject({ version: z.number().int(), followed: z.number().int(), recorded: z.number().int() }),
  refusals: [...arrangeRefusals, 'FactChanged', 'FactWithdrawn'],
});

export const withdrawArrangement = contract({
  name: 'withdrawArrangement', method: 'POST', path: '/arrangements/:arrangement/withdrawal',
  summary: { zh: '撤回学习安排', en: 'Withdraw an arrangement' },
  input: z.strictObject(read),
  output: z.strictObject({ withdrawn: z.number().int(), recorded: z.number().int() }),
  refusals: ['FactChanged', 'FactWithdrawn'],
});

/** A branch plans a session of its own. */
export const planSession = contract({
  name: 'planSession', method: 'POST', path: '/organisations/:organisation/sessions',
  summary: { zh: '安排本支部活动', en: 'Plan a session of the branch' },
  input: arrangementRow.extend({ organisation: id }),
  output: z.strictObject({ session: id }),
  refusals: arrangeRefusals,
});
