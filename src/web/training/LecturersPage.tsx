import { useState } from 'react';
import { type LecturerRow, listLecturers } from '#domain/training/contract.ts';
import { paths } from '#web/paths.ts';
import { useAddress } from '#web/shell/address.ts';
import { useCall } from '#web/shell/calling.ts';
import { CountLink } from '#web/shell/CountLink.tsx';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import { PageFault } from '#web/shell/PageFault.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { useTableView } from '#web/shell/table-view.ts';
import { ColumnCard } from '#web/ui/ColumnCard.tsx';
import { DataTable } from '#web/ui/DataTable.tsx';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { SideForm } from '#web/ui/SideForm.tsx';
import { SuccessNote } from '#web/ui/SuccessNote.tsx';
import { YearSteps } from '#web/ui/YearSteps.tsx';
import type { Column } from '#web/ui/table-columns.ts';
import { InvitationTable } from './InvitationTable.tsx';
import { InvitationView } from './InvitationView.tsx';
import { InviteForm } from './InviteForm.tsx';
import { LecturesGiven } from './LecturesGiven.tsx';
import { trainingTexts } from './training-texts.ts';
import '#web/ui/room.css';
import './training.css';

const texts = defineTexts({
  zh: {
    term: '聘期', from: (from: string, until: string | null) => (until === null ? `${from} 起` : `${from} 至 ${until}`), given: '本年授课', invited: '本年邀请', invite: '邀请', register: '讲师登记簿',
    givenBy: (name: string, count: number) => `${name}本年授课 ${count} 次`, invitedTo: (name: string, count: number) => `对${name}的邀请 ${count} 次`, inviteOne: (name: string) => `邀请${name}`,
    none: '还没有聘任业务讲师', next: '由党务办在登记簿里登记讲师的专业和聘期，各支部从中邀请。', noRegister: '本单位的考核方案没有设讲师名册。', noRegisterNext: '由党务办在考核方案中增加后，即可在此使用。', sent: (name: string) => `已向${name}发出邀请，对方可在待办中看到并答复。`,
    hint: '授课次数按活动记录里的主讲人统计，记录即计、不另登记；不排名次。', over: '（聘期外）',
  },
  en: {
    term: 'Term', from: (from, until) => (until === null ? `from ${from}` : `${from} to ${until}`), given: 'Lectures this year', invited: 'Invitations this year', invite: 'Invite', register: 'Register of lecturers',
    givenBy: (name, count) => `${name}: ${count} lectures this year`, invitedTo: (name, count) => `Invitations to ${name}: ${count}`, inviteOne: (name) => `Invite ${name}`,
    none: 'No lecturers are appointed', next: 'The Party office enters lecturers with subject and term into the register, and branches invite them.', noRegister: 'The scheme of this bureau keeps no register of lecturers.', noRegisterNext: 'Once the office adds one to the scheme, it opens here.', sent: (name) => `The invitation is on the desk of ${name}.`,
    hint: 'Lectures are counted from the speakers in the records of sessions; nothing is entered twice and nobody is ranked.', over: ' (outside the term)',
  },
});

/** 业务讲师 (S0-07): who can be invited, what each gave in the year, and the invitations with where they stand. */
export function LecturersPage() {
  const t = useTexts(texts);
  const words = useTexts(trainingTexts);
  const [asked, ask] = useAddress({ year: '', organisation: '', person: '', lectures: '', invite: '', invitation: '' });
  const [view, setView] = useTableView();
  const [done, setDone] = useState<string | null>(null);
  const list = useCall(listLecturers, asked.year === '' ? {} : { year: Number(asked.year) }, { keep: true });
  const { data } = list;
  const columns = useColumns(asked.year, (data?.inviting.length ?? 0) > 0);
  if (list.error) return <PageFault refusal={list.error.refusal} onRetry={() => void list.refetch()} />;
  const rowOf = (entry: string): LecturerRow | undefined => data?.items.find((it) => it.entry === entry);
  const [shown, inviting] = [rowOf(asked.lectures), rowOf(asked.invite)];
  return (
    <>
      <PageHeader
        title={words.lecturers} count={data?.items.length} beside={data === undefined ? null : <YearSteps year={String(data.year)} onChoose={(year) => ask({ year, lectures: '' })} />}
        actions={data?.register ? <PathLink to={paths.registers()} search={{ register: data.register }} className="link-button">{t.register}</PathLink> : undefined}
      />
      {done === null ? null : <SuccessNote>{done}</SuccessNote>}
      <p className="room-hint">{t.hint}</p>
      <DataTable
        name="lecturers" title={words.lecturers} rows={data?.items} rowKey={(row) => row.entry} columns={columns} view={view} onView={setView} asked={[String(data?.year ?? '')]}
        empty={data?.register === null ? { title: t.noRegister, next: t.noRegisterNext } : { title: t.none, next: t.next }} card={(row) => <ColumnCard row={row} columns={columns} />}
      />
      <InvitationTable year={data?.year} organisation={asked.organisation} person={asked.person} people={data?.items ?? []} onAsk={ask} />
      <SideForm title={shown ? t.givenBy(shown.lecturer.name, shown.given.length) : ''} open={shown !== undefined} onClose={() => ask({ lectures: '' })}>
        {shown ? <LecturesGiven row={shown} /> : null}
      </SideForm>
      <SideForm title={inviting ? t.inviteOne(inviting.lecturer.name) : ''} open={inviting !== undefined} onClose={() => ask({ invite: '' })}>
        {inviting && data ? <InviteForm row={inviting} places={data.inviting} onDone={() => { setDone(t.sent(inviting.lecturer.name)); ask({ invite: '' }); }} /> : null}
      </SideForm>
      <SideForm title={words.invitations} open={asked.invitation !== ''} onClose={() => ask({ invitation: '' })}>
        {asked.invitation === '' ? null : <InvitationView key={asked.invitation} invitation={asked.invitation} year={data?.year} onDone={(said) => { setDone(said); ask({ invitation: '' }); }} />}
      </SideForm>
    </>
  );
}

function useColumns(year: string, mayInvite: boolean): readonly [Column<LecturerRow>, ...Column<LecturerRow>[]] {
  const t = useTexts(texts);
  const words = useTexts(trainingTexts);
  const kept = year === '' ? {} : { year };
  return [
    { key: 'lecturer', title: words.lecturer, text: (row) => row.lecturer.name },
    { key: 'home', title: words.branch, text: (row) => row.home ?? '' },
    { key: 'subject', title: words.subject, text: (row) => row.subject },
    { key: 'term', title: t.term, text: (row) => t.from(row.from, row.until), cell: (row) => <span className="date-text">{t.from(row.from, row.until)}{row.serving ? '' : t.over}</span> },
    { key: 'given', title: t.given, figures: true, text: (row) => row.given.length, cell: (row) => <CountLink to={paths.lecturers()} search={{ ...kept, lectures: row.entry }} value={row.given.length} label={t.givenBy(row.lecturer.name, row.given.length)} /> },
    { key: 'invited', title: t.invited, figures: true, text: (row) => row.invited, cell: (row) => <CountLink to={paths.lecturers()} search={{ ...kept, person: row.lecturer.id }} value={row.invited} label={t.invitedTo(row.lecturer.name, row.invited)} /> },
    ...(mayInvite ? [{ key: 'invite', title: '', screenOnly: true as const, text: () => '', cell: (row: LecturerRow) => (row.serving ? <PathLink to={paths.lecturers()} search={{ ...kept, invite: row.entry }} label={t.inviteOne(row.lecturer.name)}>{t.invite}</PathLink> : null) }] : []),
  ];
}
