import { Select } from 'antd';
import { type DutyGuideCard, guideKinds, readGuides } from '#domain/schemes/guide-contract.ts';
import { paths } from '#web/paths.ts';
import { useAddress } from '#web/shell/address.ts';
import { useCall } from '#web/shell/calling.ts';
import { defineTexts, useMarks, useTexts, useWords } from '#web/shell/language.tsx';
import { office } from '#web/shell/needs.ts';
import { PageFault } from '#web/shell/PageFault.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { useWhoAmI } from '#web/shell/session.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { FoldedFilters } from '#web/ui/FoldedFilters.tsx';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { SearchField } from '#web/ui/SearchField.tsx';
import { PageSkeleton } from '#web/ui/Skeletons.tsx';
import { guideTexts } from './guide-texts.ts';
import '#web/ui/room.css';
import './guides.css';

const texts = defineTexts({
  zh: { hint: '每件事一页：谁来办、办理步骤、怎样表决、常见差错和依据条款，可以打印。', search: '名称、步骤或条款', kind: '类别', every: '全部类别', votes: '需表决', nothing: '没有找到', nothingNext: '换一个词，或清空后看全部。' },
  en: { hint: 'One page for each duty: who does it, its steps, who votes, common mistakes and the clause. To be printed.', search: 'Name, step or clause', kind: 'Kind', every: 'All kinds', votes: 'Put to the vote', nothing: 'Nothing found', nothingNext: 'Try another word, or clear the search to see all.' },
});

/** 办理指引 (S1-04): how each duty of the scheme in force is done, a page for each, as the scheme orders them. */
export function GuidesPage() {
  const t = useTexts(texts);
  const words = useTexts(guideTexts);
  const [{ q, kind }, ask] = useAddress({ q: '', kind: '' });
  const who = useWhoAmI();
  const list = useCall(readGuides, {});
  if (list.error) return <PageFault refusal={list.error.refusal} onRetry={() => void list.refetch()} />;
  if (!list.data) return <PageSkeleton />;
  const { items } = list.data;
  if (items.length === 0) {
    const action = office(who) ? <PathLink to={paths.schemes()} className="link-button">{words.scheme}</PathLink> : undefined;
    return <><PageHeader title={words.title} /><EmptyState title={words.none} next={words.noneNext} action={action} /></>;
  }
  const found = items.filter((it) => (kind === '' || it.kind === kind) && holds(it, q));
  return (
    <>
      <PageHeader title={words.title} count={found.length} />
      <p className="room-hint">{t.hint}</p>
      <div className="room-bar">
        <FoldedFilters search={<SearchField value={q} onSearch={(typed) => ask({ q: typed })} placeholder={t.search} />} values={[kind]}>
          <Select className="guide-kind" aria-label={t.kind} value={kind} options={[{ value: '', label: t.every }, ...guideKinds.map((it) => ({ value: it, label: words.kinds[it] }))]} onChange={(chosen) => ask({ kind: chosen })} />
        </FoldedFilters>
      </div>
      {found.length === 0 ? <EmptyState title={t.nothing} next={t.nothingNext} /> : null}
      {guideKinds.map((each) => <Group key={each} title={words.kinds[each]} items={found.filter((it) => it.kind === each)} />)}
    </>
  );
}

function Group({ title, items }: { readonly title: string; readonly items: readonly DutyGuideCard[] }) {
  const t = useTexts(texts);
  const say = useWords();
  const marks = useMarks();
  if (items.length === 0) return null;
  return (
    <section className="room-section" aria-label={title}>
      <h2>{title}</h2>
      <ul className="guide-list">
        {items.map(({ kind, id, label, clause, who, whoVotes }) => (
          <li key={id}>
            <PathLink to={paths.guide(kind, id)}>{say(label)}</PathLink>
            {whoVotes === null ? null : <span className="guide-votes">{t.votes}</span>}
            <small>{[who === null ? null : say(who), clause].filter((text) => text !== null).join(marks.semicolon)}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Every word that is typed stands somewhere in the guide, in either language. */
function holds({ label, clause, course, whoVotes, mistakes, asked }: DutyGuideCard, typed: string): boolean {
  const text = [label, ...course, ...(whoVotes === null ? [] : [whoVotes]), ...mistakes, ...asked].map(({ zh, en }) => `${zh} ${en}`).join(' ').concat(' ', clause ?? '').toLowerCase();
  return typed.toLowerCase().split(/\s+/).every((word) => text.includes(word));
}
