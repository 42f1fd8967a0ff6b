import { addDays, type CivilDate, weekday } from '#domain/calendar/civil-date.ts';
import type { FactState } from '#domain/facts/contract.ts';
import { chance, oneOf } from '#server/demo/chance.ts';
import { recordFacts, type AnyNewFact } from '#server/facts/record-fact.ts';
import type { Database } from '#server/platform/database.ts';
import { newId } from '#server/platform/ids.ts';
import { type BenchBranch, type BenchBureau, within, YEAR } from './bureau.ts';

/** Somebody missed a session on approved leave and may make it up. */
export interface Missed {
  readonly session: string;
  readonly day: CivilDate;
  readonly person: string;
  readonly branch: BenchBranch;
}

/** Points are posted at the end of each quarter for so many branches at a time, as an office catches up. */
const BRANCHES_AT_ONCE = 40;
const QUARTER_ENDS = ['03-31', '06-30', '09-30', '11-08'] as const;

/** The year so far: Monday studies, theme days, assemblies, with the few who were away, late or spoke. Always the same. */
export async function writeHistory(database: Database, bureau: BenchBureau, wanted: (held: Held) => boolean = () => true): Promise<readonly Missed[]> {
  const missed: Missed[] = [];
  const next = chance(20_261_117);
  let from = `${YEAR}-01-01`;
  for (const end of QUARTER_ENDS) {
    const to = `${YEAR}-${end}`;
    for (let at = 0; at < bureau.branches.length; at += BRANCHES_AT_ONCE) {
      const some = bureau.branches.slice(at, at + BRANCHES_AT_ONCE);
      const facts = some.flatMap((branch) => sessionsBetween(from, to).filter(wanted).map((it) => sessionFact(branch, it, next, missed)));
      await within(database, `${to}T20:00:00+08:00`, (call) => recordFacts(call, facts));
    }
    from = addDays(to, 1);
  }
  return missed;
}

/** A theme day at which nobody was missing. */
export const themeDay = (branch: BenchBranch, day: CivilDate): AnyNewFact =>
  sessionFact(branch, { day, activities: ['themePartyDay'], from: '14:30', to: '16:30' }, () => 1, []);

export interface Held {
  readonly day: CivilDate;
  readonly activities: readonly string[];
  readonly from: string;
  readonly to: string;
}

const MONDAY = 1;

function sessionsBetween(from: CivilDate, to: CivilDate): readonly Held[] {
  const held: Held[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const [month, date] = [Number(day.slice(5, 7)), day.slice(8)];
    if (weekday(day) === MONDAY) held.push({ day, activities: ['mondayStudy'], from: '19:00', to: '21:00' });
    if (date === '18') held.push({ day, activities: month % 3 === 2 ? ['themePartyDay', 'partyLecture'] : ['themePartyDay'], from: '14:30', to: '16:30' });
    if (date === '10' && month % 3 === 0) held.push({ day, activities: ['memberAssembly'], from: '15:00', to: '16:30' });
  }
  return held;
}

/** Of a hundred members five are on personal leave, three on a case, one comes late; now and then somebody speaks. */
function sessionFact(branch: BenchBranch, held: Held, next: () => number, missed: Missed[]): AnyNewFact {
  const factId = newId();
  const { day } = held;
  const marks = branch.members.map((person): FactState<'session'>['marks'][number] => {
    const luck = next();
    if (luck < 0.05) {
      missed.push({ session: factId, day, person, branch });
      return { person, mark: 'absent', reason: 'personalLeave', sitting: 0 };
    }
    if (luck < 0.08) return { person, mark: 'excused', reason: 'caseTrip', sitting: 0 };
    return { person, mark: luck < 0.09 ? 'late' : 'present', reason: null, sitting: 0 };
  });
  const [secretary = ''] = branch.members;
  const speaking = (): string[] => [oneOf(next, [secretary, ...branch.members])];
  return {
    kind: 'session', factId,
    text: { topic: '学习', places: ['会议室'], lecturer: '', material: '', otherAttendees: '', agenda: [], resolutions: [], discussion: '', reason: '' },
    state: {
      organisation: branch.id, arrangement: null, stage: 'held', activities: [...held.activities], contents: ['theory'], day, period: day.slice(0, 7),
      sittings: [{ day, from: held.from, to: held.to }], host: secretary, minuteTaker: null,
      speakers: held.activities.includes('partyLecture') ? speaking() : [], exchanges: next() < 0.5 ? speaking() : [],
      attendees: [], marks, allPresent: false, agenda: [], resolutions: [],
    },
  };
}
