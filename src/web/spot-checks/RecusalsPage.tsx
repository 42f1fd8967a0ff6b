import { Button } from 'antd';
import { useState } from 'react';
import { listRecusals, type RecusalLine } from '#domain/spot-checks/sheet-contract.ts';
import { paths } from '#web/paths.ts';
import { useCall } from '#web/shell/calling.ts';
import { defineTexts, useLanguage, useTexts } from '#web/shell/language.tsx';
import { PageFault } from '#web/shell/PageFault.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { useWhoAmI } from '#web/shell/session.tsx';
import { useTableView } from '#web/shell/table-view.ts';
import { ColumnCard } from '#web/ui/ColumnCard.tsx';
import { DataTable } from '#web/ui/DataTable.tsx';
import { dayText } from '#web/ui/day-words.ts';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { SideForm } from '#web/ui/SideForm.tsx';
import { SuccessNote } from '#web/ui/SuccessNote.tsx';
import type { Column } from '#web/ui/table-columns.ts';
import { EndRecusalForm, RecusalForm } from './RecusalForm.tsx';
import { recusalTexts } from './recusal-texts.ts';
import '#web/ui/room.css';
import './spot-checks.css';

const texts = defineTexts({
  zh: {
    title: '回避登记', enter: '登记回避', end: '终止', back: '返回季抽查', none: '没有回避登记', next: '检查组成员与支部有联系点、亲属等关系的，在此登记；登记期间不编入该支部的检查组。',
    lasting: '长期', over: '已终止', entered: '已登记，编组时不再编入。', ended: '已终止。',
  },
  en: {
    title: 'Recusals', enter: 'Enter a recusal', end: 'End', back: 'Back to the spot checks', none: 'No recusals', next: 'Whoever is the contact of a branch, or has family in it, is entered here and is not put on its team for that time.',
    lasting: 'without an end', over: 'over', entered: 'Entered; teams are formed without.', ended: 'Ended.',
  },
});

/** 回避登记: who does not check which branch, why and until when. */
export function RecusalsPage() {
  const t = useTexts(texts);
  const [view, setView] = useTableView();
  const [form, setForm] = useState<RecusalLine | 'enter' | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const list = useCall(listRecusals, {}, { keep: true });
  const open = (it: RecusalLine | 'enter') => { setDone(null); setForm(it); };
  const close = (said: string) => () => { setForm(null); setDone(said); };
  const columns = useColumns(open);
  if (list.error) return <PageFault refusal={list.error.refusal} onRetry={() => void list.refetch()} />;
  return (
    <>
      <PageHeader title={t.title} actions={<><PathLink to={paths.spotChecks()} className="link-button">{t.back}</PathLink><Button type="primary" onClick={() => open('enter')}>{t.enter}</Button></>} />
      {done === null ? null : <SuccessNote>{done}</SuccessNote>}
      <DataTable
        name="recusals" title={t.title} rows={list.data?.items} rowKey={(row) => row.recusal} columns={columns} view={view} onView={setView} empty={{ title: t.none, next: t.next }}
        card={(row) => <ColumnCard row={row} columns={columns} />}
      />
      <SideForm title={form === 'enter' || form === null ? t.enter : t.end} open={form !== null} onClose={() => setForm(null)}>
        {form === 'enter' && list.data ? <RecusalForm of={list.data} onDone={close(t.entered)} /> : null}
        {form !== null && form !== 'enter' ? <EndRecusalForm row={form} onDone={close(t.ended)} /> : null}
      </SideForm>
    </>
  );
}

function useColumns(onEnd: (row: RecusalLine) => void): readonly [Column<RecusalLine>, ...Column<RecusalLine>[]] {
  const t = useTexts(texts);
  const words = useTexts(recusalTexts);
  const { language } = useLanguage();
  const { today } = useWhoAmI();
  const until = ({ to }: RecusalLine): string => (to === null ? t.lasting : `${dayText(to, language)}${to < today ? ` ${t.over}` : ''}`);
  return [
    { key: 'organisation', title: words.organisation, text: (row) => row.organisation.name },
    { key: 'person', title: words.person, text: (row) => row.person.name },
    { key: 'because', title: words.because, text: (row) => words[row.because] },
    { key: 'from', title: words.from, text: (row) => dayText(row.from, language) },
    { key: 'to', title: words.to, text: until },
    { key: 'reason', title: words.reason, text: (row) => row.reason },
    { key: 'end', title: '', text: () => '', screenOnly: true, cell: (row) => (row.mayEnd ? <Button size="small" onClick={() => onEnd(row)}>{t.end}</Button> : null) },
  ];
}
