import { Button } from 'antd';
import { useState } from 'react';
import { type InvitationRow, type LecturerRow, listInvitations } from '#domain/training/contract.ts';
import { paths } from '#web/paths.ts';
import { useCall } from '#web/shell/calling.ts';
import { defineTexts, useTexts, useWords } from '#web/shell/language.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { ColumnCard } from '#web/ui/ColumnCard.tsx';
import { DataTable } from '#web/ui/DataTable.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { StatusTag } from '#web/ui/StatusTag.tsx';
import type { TableView } from '#web/ui/table-view.ts';
import { statuses } from '#web/ui/statuses.ts';
import type { Column } from '#web/ui/table-columns.ts';
import { invitationStatus, trainingTexts } from './training-texts.ts';

const texts = defineTexts({
  zh: { none: '没有授课邀请', next: '从上面的讲师中选一位，按“邀请”。', session: '活动记录', to: (name: string) => `只看对${name}的邀请`, ofBranch: '只看本支部的邀请', all: '查看全部' },
  en: { none: 'No invitations', next: 'Choose a lecturer above and invite him.', session: 'Record', to: (name) => `Only invitations to ${name}`, ofBranch: 'Only invitations of this branch', all: 'See all' },
});

interface Properties {
  readonly year: number | undefined;
  readonly organisation: string;
  readonly person: string;
  readonly people: readonly LecturerRow[];
  readonly onAsk: (change: { readonly organisation?: string; readonly person?: string }) => void;
}

/** 授课邀请 of the year that one may see; what waits for somebody stands first. */
export function InvitationTable({ year, organisation, person, people, onAsk }: Properties) {
  const t = useTexts(texts);
  const words = useTexts(trainingTexts);
  const [view, setView] = useState<TableView>({ page: 1, size: 50 });
  const filter = { ...(organisation === '' ? {} : { organisation }), ...(person === '' ? {} : { lecturer: person }) };
  const list = useCall(listInvitations, { ...(year === undefined ? {} : { year }), ...filter }, { keep: true, enabled: year !== undefined });
  const columns = useColumns(String(year));
  if (list.error) return <ErrorNote refusal={list.error.refusal} onRetry={() => void list.refetch()} />;
  const name = people.find(({ lecturer }) => lecturer.id === person)?.lecturer.name ?? '';
  return (
    <section className="room-section">
      <h2>{words.invitations}</h2>
      {person === '' && organisation === '' ? null : (
        <p className="room-hint">{person === '' ? t.ofBranch : t.to(name)} <Button type="link" size="small" onClick={() => onAsk({ person: '', organisation: '' })}>{t.all}</Button></p>
      )}
      <DataTable
        name="lecturer-invitations" title={words.invitations} rows={list.data?.items} rowKey={(row) => row.invitation} columns={columns}
        asked={[String(year ?? ''), person === '' ? (organisation === '' ? '' : t.ofBranch) : t.to(name)]} view={view} onView={(change) => setView({ ...view, ...change })} empty={{ title: t.none, next: t.next }}
        card={(row) => <ColumnCard row={row} columns={columns} />}
      />
    </section>
  );
}

function useColumns(year: string): readonly [Column<InvitationRow>, ...Column<InvitationRow>[]] {
  const t = useTexts(texts);
  const words = useTexts(trainingTexts);
  const say = useWords();
  return [
    { key: 'topic', title: words.topic, text: (row) => row.topic, cell: (row) => <PathLink to={paths.lecturers()} search={{ year, invitation: row.invitation }}>{row.topic}</PathLink> },
    { key: 'branch', title: words.branch, text: (row) => row.organisation.name },
    { key: 'lecturer', title: words.lecturer, text: (row) => row.lecturer.name },
    { key: 'wished', title: words.wished, text: (row) => row.wished, cell: (row) => <span className="date-text">{row.wished}</span> },
    { key: 'agreed', title: words.agreed, text: (row) => row.agreed ?? '', cell: (row) => <span className="date-text">{row.agreed ?? ''}</span> },
    { key: 'standing', title: words.standing, text: (row) => say(statuses[invitationStatus[row.stage]].words), cell: (row) => <StatusTag status={invitationStatus[row.stage]} /> },
    { key: 'session', title: t.session, text: (row) => row.session?.day ?? row.reason, cell: (row) => (row.session === null ? row.reason : <PathLink to={paths.session(row.session.id)} className="date-text">{row.session.day}</PathLink>) },
  ];
}
