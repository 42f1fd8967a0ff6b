import { Segmented } from 'antd';
import { useState } from 'react';
import { listComplaints } from '#domain/complaints/contract.ts';
import { useAddress } from '#web/shell/address.ts';
import { useCall } from '#web/shell/calling.ts';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import { PageFault } from '#web/shell/PageFault.tsx';
import { useNarrowing } from '#web/shell/table-view.ts';
import { ClearFilters } from '#web/ui/ClearFilters.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { LinesSkeleton } from '#web/ui/Skeletons.tsx';
import { SuccessNote } from '#web/ui/SuccessNote.tsx';
import { ComplaintCard } from './ComplaintCard.tsx';
import { ComplaintForm } from './ComplaintForm.tsx';
import '#web/ui/room.css';
import './complaints.css';

const texts = defineTexts({
  zh: {
    title: '投诉建议', own: '我提出的', open: '待答复', done: '已答复', filed: (due: string) => `已提交，党务办将在 ${due} 前答复，答复显示在本页。`, answered: '已答复。',
    none: { own: '还没有提出过投诉建议', open: '没有待答复的投诉建议', done: '还没有答复过' },
  },
  en: {
    title: 'Complaints and suggestions', own: 'Mine', open: 'To be answered', done: 'Answered', filed: (due) => `Filed. The office answers by ${due}; the answer stands on this page.`, answered: 'Answered.',
    none: { own: 'You have filed nothing yet', open: 'Nothing waits for an answer', done: 'Nothing has been answered yet' },
  },
});

const lists = ['own', 'open', 'done'] as const;

/** Where anybody says what is wrong or too much, and where the office answers by the day of the clock. */
export function ComplaintsPage() {
  const t = useTexts(texts);
  const [asked, ask] = useAddress({ list: 'own', page: '' });
  const list = lists.find((it) => it === asked.list) ?? 'own';
  const read = useCall(listComplaints, { list }, { keep: true });
  const [said, setSaid] = useState<string | null>(null);
  const narrowing = useNarrowing(['list']);
  if (read.error) return <PageFault refusal={read.error.refusal} onRetry={() => void read.refetch()} />;
  return (
    <>
      <PageHeader title={t.title} />
      {said === null ? null : <SuccessNote>{said}</SuccessNote>}
      {list === 'own' ? <ComplaintForm page={asked.page} onDone={(due) => setSaid(t.filed(due))} /> : null}
      {read.data?.reads ? <div className="room-bar"><Segmented value={list} options={lists.map((it) => ({ value: it, label: t[it] }))} onChange={(chosen) => { setSaid(null); ask({ list: chosen }); }} /><ClearFilters narrowing={narrowing} /></div> : null}
      {read.isPending ? <LinesSkeleton count={4} /> : null}
      {read.data && read.data.items.length === 0 ? <EmptyState title={t.none[list]} /> : null}
      <ul className="complaints">{read.data?.items.map((it) => <ComplaintCard key={it.id} of={it} onAnswered={() => setSaid(t.answered)} />)}</ul>
    </>
  );
}
