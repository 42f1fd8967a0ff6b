import { addDays, weekday } from '#domain/calendar/civil-date.ts';
import type { FactState } from '#domain/facts/contract.ts';
import type { AnyNewFact } from '#server/facts/record-fact.ts';

type Values = FactState<'record'>['values'];
type Mark = FactState<'session'>['marks'][number];

/**
 * The year of the worked example of C.5 as facts of a bureau: 93.96 points. Monday 16 × 26/28 = 14.86, organisational life
 * 29 of 30, more than 32 hours, one lecture; four quarters, five tasks of which one late, a mission, two services, a merit.
 */
export function workedFacts(person: string, organisation: string): AnyNewFact[] {
  const mondays = Array.from({ length: 365 }, (_, at) => addDays('2026-01-01', at)).filter((day) => weekday(day) === 1).slice(0, 48);
  const studies = mondays.map((day, week) => session(organisation, day, ['mondayStudy'], week < 20 ? [mark(person, 'present')] : week < 40 ? [mark(person, 'excused', 'urgentTask')] : []));
  const makeUps = studies.slice(40, 46).map(({ factId = '' }, at): AnyNewFact => ({ kind: 'makeUp', state: { session: factId, person, day: mondays[40 + at] ?? '', way: 'reading' } }));
  const meetings = Array.from({ length: 30 }, (_, at) => {
    const day = `2026-${String(1 + (at % 12)).padStart(2, '0')}-${String(10 + Math.floor(at / 12)).padStart(2, '0')}`;
    const lecture = at === 0 ? { speakers: [person] } : {};
    return session(organisation, day, at === 0 ? ['themePartyDay', 'partyLecture'] : ['themePartyDay'], at < 29 ? [mark(person, 'present')] : [], lecture);
  });
  const entry = (register: string, day: string, values: Values, until: string | null = null): AnyNewFact =>
    ({ kind: 'record', state: { register, organisation, day, until, persons: [{ person, as: null }], values } });
  const task = (day: string, until: string, handedInOn: string): AnyNewFact => ({ kind: 'assignment', state: { organisation, person, day, until, stage: 'accepted', handedInOn } });
  const quarters = ['2026-03-31', '2026-06-30', '2026-09-30', '2026-12-31'];
  return [
    ...studies, ...makeUps, ...meetings,
    ...quarters.flatMap((day) => [entry('postAppraisal', day, { level: 'done' }), task(day.replace(/\d\d$/, '01'), day, day)]),
    task('2026-02-01', '2026-02-10', '2026-02-12'),
    entry('mission', '2026-05-01', { name: '#0000000000000001', sort: 'security' }, '2026-05-20'),
    entry('volunteer', '2026-03-05', { service: '#0000000000000002' }), entry('volunteer', '2026-04-05', { service: '#0000000000000003' }),
    entry('honour', '2026-07-01', { level: 'thirdMerit', document: '#0000000000000004' }),
  ];
}

const mark = (person: string, as: Mark['mark'], reason: string | null = null): Mark => ({ person, mark: as, reason, sitting: 0 });

let made = 0;
function session(organisation: string, day: string, activities: string[], marks: Mark[], over: Partial<FactState<'session'>> = {}): AnyNewFact {
  made += 1;
  return { kind: 'session', factId: `0197aaaa-0000-7000-8000-${String(made).padStart(12, '0')}`, state: {
    organisation, arrangement: null, stage: 'held', activities, contents: [], day, period: day.slice(0, 7), sittings: [{ day, from: '19:00', to: '21:00' }], host: null, minuteTaker: null,
    speakers: [], exchanges: [], attendees: [], marks, allPresent: false, agenda: [], resolutions: [], ...over } };
}
