import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordSession, withdrawSession } from '#domain/activities/contract.ts';
import { readMyDesk, readBranchDesk } from '#domain/boards/contract.ts';
import { recordRegisterEntry } from '#domain/registers/contract.ts';
import * as training from '#domain/training/contract.ts';
import { sql } from '#server/platform/sql.ts';
import { testBureau, type TestBureau } from '#test/app.ts';
import { recordOf } from '#test/operations/bench.ts';

let bureau: TestBureau;
let entry: string;
const organisation = (): string => bureau.cast.organisation.command;
/** Today is Tuesday, 17 November. */
const DAY = '2026-11-23';

beforeAll(async () => {
  bureau = await testBureau();
  ({ entry } = await bureau.as('fangmin').call(recordRegisterEntry, {
    organisation: bureau.cast.organisation.detention, register: 'lecturer', day: '2026-02-01', until: '2026-12-31', persons: [{ person: bureau.cast.person.wenlan, as: null }], values: { subject: '执法规范化' },
  }));
});
afterAll(() => bureau.drop());

const invite = async (day = DAY): Promise<string> => (await bureau.as('gucheng').call(training.inviteLecturer, { organisation: organisation(), entry, day, topic: '接处警规范' })).invitation;
const accept = (invitation: string, day: string | null = DAY) => ({ invitation, verdict: 'accepted' as const, day, reason: '' });
const seen = async (invitation: string): Promise<training.InvitationRow | undefined> =>
  (await bureau.as('gucheng').call(training.listInvitations, {})).items.find((it) => it.invitation === invitation);
const rows = (): Promise<number> => bureau.within(async ({ tx }) => (await tx.one<{ n: number }>(sql`
  SELECT (SELECT count(*) FROM lecturer_invitation) + (SELECT count(*) FROM invitation_answer) AS n`))?.n ?? -1);

describe('an invitation of a lecturer', () => {
  it('goes from the branch to the lecturer, who accepts with a day, and is closed by the record of the session alone', async () => {
    const invitation = await invite();
    expect((await bureau.as('wenlan').call(readMyDesk, {})).invitations).toEqual([expect.objectContaining({ invitation, topic: '接处警规范', wished: DAY, organisation: { id: organisation(), name: '指挥中心党支部' } })]);
    await bureau.as('wenlan').call(training.answerInvitation, accept(invitation, '2026-11-24'));
    expect((await bureau.as('wenlan').call(readMyDesk, {})).invitations).toEqual([]);
    expect(await seen(invitation)).toMatchObject({ stage: 'accepted', agreed: '2026-11-24', lecturer: { name: '温岚' }, subject: '执法规范化', may: { record: false, withdraw: true } });

    bureau.setNow('2026-11-25T09:00:00+08:00');
    expect((await bureau.as('gucheng').call(readBranchDesk, {})).lectures).toEqual([expect.objectContaining({ invitation, agreed: '2026-11-24', may: expect.objectContaining({ record: true }) })]);
    const record = recordOf(organisation(), '2026-11-25', { activities: ['themePartyDay'], contents: ['profession'], sittings: [{ day: '2026-11-25', from: '07:00', to: '08:00', place: '会议室' }], speakers: [bureau.cast.person.wenlan], allPresent: true });
    const { session, version } = await bureau.as('gucheng').call(recordSession, record);
    expect(await seen(invitation)).toMatchObject({ stage: 'held', session: { id: session, day: '2026-11-25' }, may: { answer: false, withdraw: false, record: false } });
    expect((await bureau.as('gucheng').call(readBranchDesk, {})).lectures).toEqual([]);
    const [lecturer] = (await bureau.as('fangmin').call(training.listLecturers, { year: 2026 })).items;
    expect(lecturer).toMatchObject({ invited: 1, serving: true, home: '看守所党支部', given: [{ session, day: '2026-11-25', organisation: { name: '指挥中心党支部' }, topic: '学习党章' }] });
    // Another branch learns that it was held, and not what was said there.
    expect((await bureau.as('wenlan').call(training.listLecturers, {})).items[0]?.given).toEqual([expect.objectContaining({ session, topic: null })]);
    expect(await bureau.as('gucheng').refusal(training.withdrawInvitation, { invitation, reason: '不请了' })).toBe('InvitationSettled');

    await bureau.as('gucheng').call(withdrawSession, { session, version, reason: '记错了' });
    expect(await seen(invitation)).toMatchObject({ stage: 'accepted', session: null });
    await bureau.as('gucheng').call(training.withdrawInvitation, { invitation, reason: '改为自学' });
    bureau.setNow('2026-11-17T09:00:00+08:00');
  });

  it('is declined with a reason, by the lecturer or by the office for him', async () => {
    const invitation = await invite();
    expect(await bureau.as('wenlan').refusal(training.answerInvitation, { invitation, verdict: 'declined', day: null, reason: '' })).toBe('DeclineNeedsReason');
    await bureau.as('fangmin').call(training.answerInvitation, { invitation, verdict: 'declined', day: null, reason: '当日出差办案' });
    expect(await seen(invitation)).toMatchObject({ stage: 'declined', reason: '当日出差办案', answeredBy: '方敏' });
    expect(await bureau.as('wenlan').refusal(training.answerInvitation, accept(invitation))).toBe('InvitationSettled');
  });

  it('is refused outside the term, for a day that is over, and while the same one is open; nothing is written', async () => {
    const invitation = await invite('2026-12-01');
    const before = await rows();
    const asked = (day: string) => ({ organisation: organisation(), entry, day, topic: '接处警规范' });
    expect(await bureau.as('gucheng').refusal(training.inviteLecturer, asked('2027-01-04'))).toBe('LecturerTermOver');
    expect(await bureau.as('gucheng').refusal(training.inviteLecturer, asked('2026-11-16'))).toBe('InvitationDayPast');
    expect(await bureau.as('gucheng').refusal(training.inviteLecturer, asked('2026-12-01'))).toBe('InvitationThere');
    expect(await bureau.as('fangmin').refusal(training.inviteLecturer, { ...asked(DAY), organisation: bureau.cast.organisation.organs })).toBe('BranchesInvite');
    expect(await bureau.as('wenlan').refusal(training.answerInvitation, accept(invitation, null))).toBe('AcceptNeedsDay');
    expect(await bureau.as('wenlan').refusal(training.answerInvitation, accept(invitation, '2026-11-16'))).toBe('InvitationDayPast');
    expect(await bureau.as('wenlan').refusal(training.answerInvitation, accept(invitation, '2027-01-04'))).toBe('LecturerTermOver');
    expect(await rows()).toBe(before);
  });

  it('is not there for a stranger, and a colleague of the branch cannot answer for the lecturer', async () => {
    const invitation = await invite('2026-12-02');
    expect(await bureau.as('tangyue').refusal(training.answerInvitation, accept(invitation))).toBe('NotFound');
    expect(await bureau.as('gucheng').refusal(training.answerInvitation, accept(invitation))).toBe('NotAllowed');
    expect(await bureau.as('wenlan').refusal(training.withdrawInvitation, { invitation, reason: '不去了' })).toBe('NotAllowed');
    expect(await bureau.as('luojian').refusal(training.inviteLecturer, { organisation: organisation(), entry, day: DAY, topic: '接处警规范' })).toBe('NotFound');
    expect((await bureau.as('tangyue').call(training.listInvitations, {})).items.map((it) => it.invitation)).not.toContain(invitation);
    expect(await bureau.as('shenji').refusal(training.listLecturers, {})).toBe('NotFound');
  });
});
