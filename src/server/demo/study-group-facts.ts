import { addDays, type CivilDate, monthsTouched, weekday, yearOf } from '#domain/calendar/civil-date.ts';
import { newId } from '#server/platform/ids.ts';
import { isHoliday } from './calendar.ts';
import type { DatedFact } from './dated-facts.ts';
import { idOf, postHolder, type DemoStaff } from './staff.ts';
import type { DemoYear } from './writer.ts';

const TOPICS = ['学习贯彻党的二十届四中全会精神', '全国公安工作会议精神', '党章和党内法规专题', '总体国家安全观', '习近平法治思想', '意识形态工作责任制'] as const;
const OFFICE = 'A102';
/** The month in which the second session was not held. */
const LEFT_OUT = '07';

/** 理论学习中心组学习 of the bureau's committee: twice a month, recorded by the office and confirmed the day after. */
export function studyGroupFacts(staff: DemoStaff, { first, today }: DemoYear): DatedFact[] {
  return monthsTouched(first, today).flatMap((month, at) => [8, 22].filter((day) => day === 8 || !month.endsWith(LEFT_OUT)).flatMap((date, half) => {
    const day = workday(`${month}-${String(date).padStart(2, '0')}`);
    return addDays(day, 1) >= today ? [] : sessionFacts(staff, day, TOPICS[(2 * at + half) % TOPICS.length] ?? TOPICS[0]);
  }));
}

function sessionFacts(staff: DemoStaff, day: CivilDate, topic: string): DatedFact[] {
  const factId = newId();
  const by = postHolder(staff, OFFICE, 'organiser');
  return [
    { by, on: day, fact: { kind: 'session', factId, state: {
      ...bare, organisation: idOf(staff.organisation, 'A'), activities: ['committeeStudy'], contents: ['theory'], day, period: day.slice(0, 7), sittings: [{ day, from: '09:00', to: '11:30' }],
      host: postHolder(staff, 'A101', 'secretary'),
    }, text: { ...silent, topic, places: ['局机关第一会议室'], otherAttendees: '政治部、法制支队主要负责同志列席', discussion: '围绕主题交流研讨，联系实际提出贯彻措施。' } } },
    { by: postHolder(staff, OFFICE, 'deputySecretary'), on: addDays(day, 1), fact: { kind: 'confirmation', state: { fact: factId, version: 1 } } },
  ];
}

/** 业务讲师进课堂: a lecture in June to which a branch had asked an in-house lecturer of another. */
export function lectureFacts(staff: DemoStaff, { first, today }: DemoYear): DatedFact[] {
  const day = workday(`${yearOf(first) + 1}-06-16`);
  const lecturer = staff.people.filter((it) => it.branch === LECTURER_OF && it.stage === 'full')[LECTURER_AT];
  if (!lecturer || addDays(day, 1) >= today) return [];
  const factId = newId();
  return [
    { by: postHolder(staff, LECTURE_IN, 'publicist') ?? postHolder(staff, LECTURE_IN, 'deputySecretary'), on: day, fact: { kind: 'session', factId, state: {
      ...bare, organisation: idOf(staff.organisation, LECTURE_IN), activities: ['partyLecture'], contents: ['profession'], day, period: day.slice(0, 7), sittings: [{ day, from: '15:00', to: '16:30' }],
      host: postHolder(staff, LECTURE_IN, 'secretary'), speakers: [idOf(staff.person, lecturer.number)],
    }, text: { ...silent, topic: '业务讲师进课堂：法制审核与执法规范化', places: ['法制支队会议室'], lecturer: '', otherAttendees: '' } } },
    { by: postHolder(staff, LECTURE_IN, 'secretary'), on: addDays(day, 1), fact: { kind: 'confirmation', state: { fact: factId, version: 1 } } },
  ];
}

const bare = { arrangement: null, stage: 'held' as const, minuteTaker: null, speakers: [], exchanges: [], attendees: [], marks: [], allPresent: true, agenda: [], resolutions: [] };
const silent = { lecturer: '', material: '', agenda: [], resolutions: [], discussion: '', reason: '' };
/** The branch that holds the lecture, and the one whose member gives it: the lecturers are entered by the office. */
const [LECTURE_IN, LECTURER_OF, LECTURER_AT] = ['A105', 'A111', 5] as const;

/** The day itself, or the next on which offices work. */
const workday = (day: CivilDate): CivilDate => (isWeekend(day) || isHoliday(day) ? workday(addDays(day, 1)) : day);
const isWeekend = (day: CivilDate): boolean => [6, 7].includes(weekday(day));
