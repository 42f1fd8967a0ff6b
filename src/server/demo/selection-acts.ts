import { addDays, type CivilDate, yearOf } from '#domain/calendar/civil-date.ts';
import { publishedYears } from '#domain/calendar/published-years.ts';
import { workingCalendar } from '#domain/calendar/working-days.ts';
import { noticeEnd } from '#domain/reviews/notice.ts';
import { listCandidates } from '#server/selections/list-selections.ts';
import { nominateMember, openSelection, postSelectionNotice } from '#server/selections/hold-selection.ts';
import { type Acting, officer, secretary } from './acting.ts';
import { idOf } from './staff.ts';
import type { DemoYear } from './writer.ts';

const COMMITTEE = 'A1';
/** The branch of the visitor, which still has to propose. */
const WAITING = 'A118';
const REASONS = ['长期在一线带班，急难任务走在前。', '钻研业务，带教新人成效明显。', '服务群众耐心细致，支部公认。'] as const;

/** One selection in which branches are proposing, and one whose list is on public notice: of last year, whose evaluation is approved in some branches. */
export async function writeSelections(acting: Acting, { first, today }: DemoYear): Promise<void> {
  const year = yearOf(first);
  const start = addDays(today, -16);
  if (start < `${year + 1}-02-20`) return;
  const proposing = await opened(acting, start, year, { title: '优秀共产党员', quota: 5 });
  await proposed(acting, proposing, { from: addDays(start, 5), leaveOut: WAITING, most: 2 });
  const noticed = await opened(acting, start, year, { title: '优秀党务工作者', quota: 3 });
  const persons = (await proposed(acting, noticed, { from: addDays(start, 3), leaveOut: null, most: 1 })).slice(0, 3);
  const from = addDays(today, -3);
  const { day } = noticeEnd(workingCalendar(publishedYears), from);
  if (persons.length > 0) await postSelectionNotice(officer(acting, from), { selection: noticed, persons, from, until: day });
}

async function opened(acting: Acting, day: CivilDate, year: number, { title, quota }: { readonly title: string; readonly quota: number }): Promise<string> {
  return (await openSelection(officer(acting, day), { organisation: idOf(acting.staff.organisation, COMMITTEE), year, title, quota })).selection;
}

interface Proposing {
  readonly from: CivilDate;
  readonly leaveOut: string | null;
  /** So many of each branch. */
  readonly most: number;
}

/** Each branch whose evaluation is approved proposes some of those whom the reference lists. */
async function proposed(acting: Acting, selection: string, { from, leaveOut, most }: Proposing): Promise<string[]> {
  const persons: string[] = [];
  for (const { number, parent } of acting.staff.branches) {
    if (parent !== COMMITTEE || number === leaveOut) continue;
    const call = secretary(acting, number, from);
    const organisation = idOf(acting.staff.organisation, number);
    const { items } = await listCandidates(call, { selection, organisation });
    // Whoever signs for the branch is not the one it proposes.
    for (const { id } of items.filter((it) => it.id !== call.actor.person).slice(0, most)) {
      await nominateMember(call, { selection, organisation, person: id, minutes: `支委会〔${from.slice(0, 4)}〕18号`, reason: REASONS[persons.length % REASONS.length] ?? REASONS[0] });
      persons.push(id);
    }
  }
  return persons;
}
