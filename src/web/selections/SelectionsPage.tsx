import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { listSelections } from '#domain/selections/contract.ts';
import { paths } from '#web/paths.ts';
import { useAddress } from '#web/shell/address.ts';
import { useCall } from '#web/shell/calling.ts';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import { PageFault } from '#web/shell/PageFault.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { SideForm } from '#web/ui/SideForm.tsx';
import { PageSkeleton } from '#web/ui/Skeletons.tsx';
import { SuccessNote } from '#web/ui/SuccessNote.tsx';
import { YearSteps } from '#web/ui/YearSteps.tsx';
import { OpenForm } from './OpenForm.tsx';
import { nextOf, SelectionCard } from './SelectionCard.tsx';
import { selectionTexts } from './selection-texts.ts';
import '#web/ui/room.css';
import './selections.css';

const texts = defineTexts({
  zh: {
    open: '开展评选', hint: '人选由支部委员会推荐，年度综合评价只作参考，不自动产生；名单不分先后、不列分数，公示不少于 5 个工作日。', reference: '评优参考', opened: (title: string) => `“${title}”评选已开展，各支部可以推荐。`,
    none: '本年度没有开展评选', next: '由党务办开展评选、定名额，各支部再推荐。',
  },
  en: {
    open: 'Open a selection', hint: 'Branch committees propose; the evaluation of the year is a reference and chooses nobody. Lists have no order of merit and no points, and a notice stands for five working days at least.', reference: 'Reference for awards', opened: (title) => `“${title}” is open; branches can propose.`,
    none: 'No selection in this year', next: 'The Party office opens one with its quota, then branches propose.',
  },
});

/** 评选表彰 (S0-31): proposed by branches, listed and noticed by the office, decided by a document. */
export function SelectionsPage() {
  const t = useTexts(texts);
  const words = useTexts(selectionTexts);
  const [{ year }, ask] = useAddress({ year: '' });
  const [opening, setOpening] = useState(false);
  const [done, setDone] = useState<string | null>(null);
  const page = useCall(listSelections, year === '' ? {} : { year: Number(year) }, { keep: true });
  if (page.error) return <PageFault refusal={page.error.refusal} onRetry={() => void page.refetch()} />;
  if (!page.data) return <PageSkeleton />;
  const { items, opening: places } = page.data;
  const first = items.find((it) => nextOf(it) !== null)?.selection;
  return (
    <>
      <PageHeader
        title={words.title} beside={<YearSteps year={String(page.data.year)} onChoose={(chosen) => ask({ year: chosen })} />}
        actions={places.length === 0 ? undefined : (
          <><PathLink to={paths.awardReference()} search={{ year: String(page.data.year) }} className="link-button">{t.reference}</PathLink><Button type={first === undefined ? 'primary' : 'default'} icon={<PlusOutlined />} onClick={() => { setDone(null); setOpening(true); }}>{t.open}</Button></>
        )}
      />
      {done === null ? null : <SuccessNote>{done}</SuccessNote>}
      <p className="room-hint">{t.hint}</p>
      {items.length === 0 ? <EmptyState title={t.none} next={t.next} /> : items.map((it) => <SelectionCard key={it.selection} it={it} leads={it.selection === first} onDone={setDone} />)}
      <SideForm title={t.open} open={opening} onClose={() => setOpening(false)}>
        <OpenForm places={places} year={page.data.year} onDone={(title, of) => { setOpening(false); setDone(t.opened(title)); ask({ year: String(of) }); }} />
      </SideForm>
    </>
  );
}
