import { publishedYears } from '#domain/calendar/published-years.ts';
import { recordFacts } from '#server/facts/record-fact.ts';
import type { Call } from '#server/platform/call.ts';

/** The working calendar as it was announced, for tests that count working days. */
export const announceYears = (call: Call): Promise<unknown> =>
  recordFacts(call, publishedYears.map(({ document, ...state }) => ({ kind: 'calendarYear', state, text: { document } })));
