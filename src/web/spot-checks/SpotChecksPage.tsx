import { Button } from 'antd';
import { useState } from 'react';
import { acts } from '#domain/access/acts.ts';
import { type DrawCard, listDraws } from '#domain/spot-checks/draw-contract.ts';
import { paths } from '#web/paths.ts';
import { useAddress } from '#web/shell/address.ts';
import { useCall } from '#web/shell/calling.ts';
import { CountLink } from '#web/shell/CountLink.tsx';
import { defineTexts, useLanguage, useTexts, useWords } from '#web/shell/language.tsx';
import { holding } from '#web/shell/needs.ts';
import { PageFault } from '#web/shell/PageFault.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { useWhoAmI } from '#web/shell/session.tsx';
import { useTableView } from '#web/shell/table-view.ts';
import { DataTable } from '#web/ui/DataTable.tsx';
import type { Column } from '#web/ui/table-columns.ts';
import { dayText } from '#web/ui/day-words.ts';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { SideForm } from '#web/ui/SideForm.tsx';
import { statuses } from '#web/ui/statuses.ts';
import { StatusTag } from '#web/ui/StatusTag.tsx';
import { SuccessNote } from '#web/ui/SuccessNote.tsx';
import { YearSteps } from '#web/ui/YearSteps.tsx';
import { drawStatus, drawTexts } from './draw-texts.ts';
import { SheetsToDo } from './SheetsToDo.tsx';
import { PublishForm } from './PublishForm.tsx';
import '#web/ui/room.css';
import './spot-checks.css';

const texts = defineTexts({
  zh: {
    organise: (quarter: string) => `组织${quarter}抽查`, others: (name: string | null) => `组织${name ?? '其他党委'}抽查`, recusals: '回避登记', done: '名单已公布，指纹已生成。请至少两人各输入一个词，然后抽取。', drawn: '抽到支部', publishedOn: '公布日期',
    none: '本年度还没有组织抽查', next: '每季度由党务办公布名单、两人以上各输入一个词后抽取，每个支部每年至少抽到一次。', left: '本年度尚未抽到的支部', nobodyLeft: '本年度每个支部都已抽到。',
  },
  en: {
    organise: (quarter) => `Organise the check of ${quarter}`, others: (name) => `Organise the check of ${name ?? 'another committee'}`, recusals: 'Recusals', done: 'The list is published with its hash. At least two people type a word each; then draw.', drawn: 'Branches drawn', publishedOn: 'Published',
    none: 'No check this year yet', next: 'Each quarter the office publishes the list, at least two people type a word each, and branches are drawn; each comes up at least once a year.', left: 'Branches not drawn yet this year', nobodyLeft: 'Every branch has been drawn this year.',
  },
});

/** 季抽查: the quarters of a year, whom they drew, and who is left. Branches stand by number; nobody is ranked. */
export function SpotChecksPage() {
  const t = useTexts(texts);
  const words = useTexts(drawTexts);
  const who = useWhoAmI();
  const { today } = who;
  const checks = holding(...acts.markSheets.roles)(who);
  const [{ year }, ask] = useAddress({ year: today.slice(0, 4) });
  const [view, setView] = useTableView();
  const [publishing, setPublishing] = useState(false);
  const [done, setDone] = useState<string | null>(null);
  const list = useCall(listDraws, { year: Number(year) }, { keep: true });
  const columns = useColumns();
  if (list.error) return <PageFault refusal={list.error.refusal} onRetry={() => void list.refetch()} />;
  const { next, items, left = [] } = list.data ?? {};
  const organisations = next?.organisations ?? [];
  // Where a committee has drawn already, what is left to organise is that of others.
  const begun = items?.some(({ window, stage }) => window === next?.window && stage !== 'void') === true;
  return (
    <>
      <PageHeader
        title={words.title} beside={<YearSteps year={year} onChoose={(chosen) => { setDone(null); ask({ year: chosen }); }} />}
        actions={(
          <>
            {checks ? <PathLink to={paths.recusals()} className="link-button">{t.recusals}</PathLink> : null}
            {next === undefined || organisations.length === 0 ? null : (
              <Button type={begun ? 'default' : 'primary'} onClick={() => { setDone(null); setPublishing(true); }}>
                {begun ? t.others(organisations.length === 1 ? organisations[0]?.name ?? null : null) : t.organise(words.quarterOf(next.window))}
              </Button>
            )}
          </>
        )}
      />
      {done === null ? null : <SuccessNote>{done}</SuccessNote>}
      <SheetsToDo />
      <DataTable
        name="spot-checks" title={words.title} rows={items} rowKey={(row) => row.draw} columns={columns} view={view} onView={setView} asked={[year]} empty={{ title: t.none, next: t.next }}
        card={(row) => <div className="check-card"><p>{columns[0].cell?.(row)} {columns[2]?.cell?.(row)}</p><p>{t.drawn} {columns[3]?.cell?.(row)}</p></div>}
      />
      {items === undefined || items.length === 0 ? null : (
        <section className="room-section">
          <h2>{t.left}</h2>
          {left.length === 0 ? <p className="room-hint">{t.nobodyLeft}</p> : <ul className="check-left">{left.map((it) => <li key={it.id}><span className="faint">{it.number}</span> {it.name}</li>)}</ul>}
        </section>
      )}
      <SideForm title={words.published} open={publishing} onClose={() => setPublishing(false)} wide>
        {organisations.length === 0 ? null : <PublishForm organisations={organisations} onDone={() => { setPublishing(false); setDone(t.done); }} />}
      </SideForm>
    </>
  );
}

function useColumns(): readonly [Column<DrawCard>, ...Column<DrawCard>[]] {
  const t = useTexts(texts);
  const words = useTexts(drawTexts);
  const say = useWords();
  const { language } = useLanguage();
  return [
    { key: 'quarter', title: words.quarter, text: (row) => words.quarterOf(row.window), cell: (row) => <PathLink to={paths.draw(row.draw)}>{words.quarterOf(row.window)}</PathLink> },
    { key: 'committee', title: words.committee, text: (row) => row.organisation.name },
    { key: 'state', title: words.state, text: (row) => say(statuses[drawStatus[row.stage]].words), cell: (row) => <StatusTag status={drawStatus[row.stage]} /> },
    { key: 'drawn', title: t.drawn, figures: true, text: (row) => row.drawn.length, cell: (row) => (row.stage === 'drawn' ? <CountLink to={paths.draw(row.draw)} value={row.drawn.length} label={String(row.drawn.length)} /> : null) },
    { key: 'publishedOn', title: t.publishedOn, text: (row) => dayText(row.publishedOn, language) },
  ];
}
