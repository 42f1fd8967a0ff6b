import { addDays, type CivilDate } from '#domain/calendar/civil-date.ts';
import type { FactState } from '#domain/facts/contract.ts';
import { newId } from '#server/platform/ids.ts';
import type { DatedFact } from './dated-facts.ts';
import type { DemoOrganisation } from './organisation-tree.ts';
import { idOf, postHolder } from './staff.ts';
import type { RegisterWriter } from './register-entry.ts';
import { yearsOf } from './writer.ts';

const TASKS = ['整理党员活动室资料', '布置主题党日会场', '撰写支部月度小结', '联系社区开展双报到', '更新党务公开栏', '收集党员意见建议', '准备党课课件', '核对党员信息'] as const;
/** Days of each year on which a branch hands out a task, as month and day, and how long it is given. */
const HANDED: readonly (readonly [number, number])[] = [[2, 12], [4, 9], [6, 3], [8, 18], [10, 13]];
const GIVEN_DAYS = 8;

type Assignment = FactState<'assignment'>;

/**
 * The tasks that the branches handed out, as their versions: handed out, handed in, accepted. Each list is written after
 * the one before it. The newest are still open, wait to be accepted, or are overdue.
 */
export function assignmentFacts({ staff, next, year }: RegisterWriter): readonly (readonly DatedFact[])[] {
  const versions: DatedFact[][] = [[], [], []];
  const write = (branch: DemoOrganisation, at: number, day: CivilDate, stages: number, doneAfter: number): void => {
    const hander = postHolder(staff, branch.number, at % 2 === 0 ? 'secretary' : 'deputySecretary');
    const members = staff.people.filter((it) => it.branch === branch.number && it.stage !== 'none' && idOf(staff.person, it.number) !== hander);
    const who = members[Math.floor(next() * members.length)];
    if (!who || hander === null || day >= year.today) return;
    const person = idOf(staff.person, who.number);
    const factId = newId();
    const text = { what: TASKS[at % TASKS.length] ?? TASKS[0], report: '', said: '' };
    const open: Assignment = { organisation: idOf(staff.organisation, branch.number), person, day, until: addDays(day, GIVEN_DAYS), stage: 'open', handedInOn: null };
    const doneOn = addDays(day, doneAfter);
    const done: Assignment = { ...open, stage: 'handedIn', handedInOn: doneOn };
    const report = { ...text, report: '已完成。', said: '已完成。' };
    versions[0]?.push({ by: hander, on: day, fact: { kind: 'assignment', factId, state: open, text } });
    if (stages > 1 && doneOn < year.today) versions[1]?.push({ by: person, on: doneOn, version: 2, fact: { kind: 'assignment', factId, state: done, text: report } });
    if (stages > 2 && addDays(doneOn, 1) < year.today) {
      versions[2]?.push({ by: hander, on: addDays(doneOn, 1), version: 3, fact: { kind: 'assignment', factId, state: { ...done, stage: 'accepted' }, text: { ...report, said: '' } } });
    }
  };
  staff.branches.forEach((branch, at) => {
    for (const start of yearsOf(year)) HANDED.forEach(([month, day], index) => write(branch, at + index, `${start}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`, 3, next() < 0.15 ? GIVEN_DAYS + 3 : 5));
    write(branch, at + 5, addDays(year.today, -4), 2, 2);
    write(branch, at + 6, addDays(year.today, at % 3 === 0 ? -11 : -3), 1, 0);
  });
  return versions;
}
