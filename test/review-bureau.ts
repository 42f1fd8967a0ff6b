import { readFileSync } from 'node:fs';
import { publishedYears } from '#domain/calendar/published-years.ts';
import { recordRegisterEntry } from '#domain/registers/contract.ts';
import { recordFacts } from '#server/facts/record-fact.ts';
import type { Call } from '#server/platform/call.ts';
import { putIntoForce } from '#server/schemes/put-into-force.ts';
import { testBureau, type TestBureau } from '#test/app.ts';
import type { CastOrganisation } from '#test/cast.ts';

/** The year that is reviewed in the January after it; the calendar of that January is announced. */
export const REVIEWED = 2025;

/** The sample scheme with grades that a branch of the cast can reach, and one place for two branches. */
const text = readFileSync('schemes/dezhou.yaml', 'utf8').replace('atLeast: 90.00, quota: 30%', 'atLeast: 26.00, quota: 1/2').replace('atLeast: 80.00', 'atLeast: 20.00').replace('atLeast: 60.00', 'atLeast: 10.00')
  .replace(/^takesEffect: .*$/m, `takesEffect: ${REVIEWED}-01-01`);

/** A bureau whose year is over. */
export async function reviewBureau(webFolder: string | null = null): Promise<TestBureau> {
  const bureau = await testBureau(webFolder, 'none');
  await bureau.within(async (call) => {
    await announce(call, REVIEWED);
    await putIntoForce(call, { text, from: `${REVIEWED}-01-01` });
  }, '2026-01-01T08:00:00+08:00');
  return bureau;
}

export const announce = (call: Call, year: number): Promise<unknown> =>
  recordFacts(call, publishedYears.filter((it) => it.year === year).map(({ document, ...state }) => ({ kind: 'calendarYear', state, text: { document } })));

/** Locks every month without issuing statements, which no review asks for. */
export const lockYear = (bureau: TestBureau, on: CastOrganisation = 'organs'): Promise<unknown> => bureau.within((call) => recordFacts(call,
  Array.from({ length: 12 }, (_, at) => ({ kind: 'closing' as const, state: {
    organisation: bureau.cast.organisation[on], window: `${REVIEWED}-${String(at + 1).padStart(2, '0')}`, stage: 'closed' as const, asOfSeq: 0 } }))));

/** Work report and three sheets of the panel, held in January for the year before. */
export async function judge(bureau: TestBureau, branch: 'detention' | 'command', good: number, mark: string): Promise<void> {
  const about = { organisation: bureau.cast.organisation[branch], until: null, persons: [], period: `${REVIEWED}-12`, reason: '年度述职评议会' };
  const office = bureau.as('fangmin');
  await office.call(recordRegisterEntry, { ...about, register: 'workReport', day: '2026-01-08', values: { good: String(good), fairlyGood: '0', ordinary: String(10 - good), poor: '0' } });
  for (const judge of ['评委一', '评委二', '评委三']) await office.call(recordRegisterEntry, { ...about, register: 'panelMark', day: '2026-01-09', values: { judge, mark } });
}
