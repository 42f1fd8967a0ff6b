import { addDays, type CivilDate } from '#domain/calendar/civil-date.ts';
import { sql } from '#server/platform/sql.ts';
import { entriesInUse, registerOfUse } from '#server/registers/use-reads.ts';
import { sessionsSpokenIn } from '#server/training/invitation-reads.ts';
import { answerInvitation, inviteLecturer, withdrawInvitation } from '#server/training/invite-lecturer.ts';
import { type Acting, officer, secretary } from './acting.ts';
import { idOf } from './staff.ts';
import type { DemoYear } from './writer.ts';

type Lecturer = Awaited<ReturnType<typeof entriesInUse>>[number];

/** Invitations of lecturers: one held, one agreed on, one that waits, one declined, one taken back; outside their terms there are none. */
export async function writeInvitations(acting: Acting, { today }: DemoYear): Promise<void> {
  const office = officer(acting, today);
  const register = await registerOfUse(office, 'lecturers');
  const serving = (register === undefined ? [] : await entriesInUse(office, register)).filter(({ state: { day, until } }) => day <= addDays(today, -15) && (until === null || until >= addDays(today, 20)));
  const [first, second = first, third = first] = serving;
  if (!first || !second || !third) return;
  await held(acting, serving);
  await invite(acting, first, { number: 'A118', on: addDays(today, -2), day: addDays(today, 12), topic: '监管场所执法规范化' });
  const agreed = await invite(acting, second, { number: 'A105', on: addDays(today, -8), day: addDays(today, 6), topic: '法制审核常见问题' });
  await answerInvitation(officer(acting, addDays(today, -6)), { invitation: agreed, verdict: 'accepted', day: addDays(today, 7), reason: '' });
  const declined = await invite(acting, third, { number: 'A110', on: addDays(today, -12), day: addDays(today, 3), topic: '治安案件办理' });
  await answerInvitation(officer(acting, addDays(today, -10)), { invitation: declined, verdict: 'declined', day: null, reason: '当日参加专项行动，请另约时间。' });
  const dropped = await invite(acting, first, { number: 'A103', on: addDays(today, -9), day: addDays(today, 4), topic: '接处警现场处置' });
  await withdrawInvitation(secretary(acting, 'A103', addDays(today, -5)), { invitation: dropped, reason: '与安保任务冲突，改期后再邀请。' });
}

interface Invited {
  readonly number: string;
  readonly on: CivilDate;
  readonly day: CivilDate;
  readonly topic: string;
}

async function invite(acting: Acting, { entry }: Pick<Lecturer, 'entry'>, { number, on, day, topic }: Invited): Promise<string> {
  return (await inviteLecturer(secretary(acting, number, on), { organisation: idOf(acting.staff.organisation, number), entry, day, topic })).invitation;
}

/** A lecture that was given, and had been agreed on ten days before: of one whom a session of this term names as speaker. */
async function held(acting: Acting, serving: readonly Lecturer[]): Promise<void> {
  for (const { entry, state: { persons: [lecturer], day: from } } of serving) {
    const given = lecturer === undefined ? [] : await sessionsSpokenIn(acting.call.tx, [lecturer.person], sql`s.day > ${addDays(from, 20)}`);
    const session = given.at(-1);
    const number = session && [...acting.staff.organisation].find(([, id]) => id === session.organisation)?.[0];
    if (!session || number === undefined) continue;
    const invitation = await invite(acting, { entry }, { number, on: addDays(session.day, -10), day: session.day, topic: '执法规范化专题' });
    await answerInvitation(officer(acting, addDays(session.day, -9)), { invitation, verdict: 'accepted', day: session.day, reason: '' });
    return;
  }
}
