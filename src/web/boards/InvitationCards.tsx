import type { BranchDesk } from '#domain/boards/contract.ts';
import type { InvitationRow } from '#domain/training/contract.ts';
import { paths } from '#web/paths.ts';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { DateText } from '#web/ui/DateText.tsx';
import { Card } from './DeskCards.tsx';
import { useDeskWords } from './desk-words.ts';

const texts = defineTexts({
  zh: {
    invited: '授课邀请', wished: '希望授课 ', asked: (name: string, when: string) => `${name} ${when}邀请`, branch: '支部', answer: '答复',
    title: '已约的授课', by: (name: string) => `主讲 ${name}`, record: '去记录', open: '查看',
  },
  en: {
    invited: 'Invitation to lecture', wished: 'wished for ', asked: (name, when) => `invited by ${name} ${when}`, branch: 'the branch', answer: 'Answer',
    title: 'Lectures agreed on', by: (name) => `by ${name}`, record: 'Record it', open: 'Open',
  },
});

/** A branch has invited me to lecture. */
export function InvitationCard({ it, today }: { readonly it: InvitationRow; readonly today: string }) {
  const t = useTexts(texts);
  const words = useDeskWords(today);
  return (
    <Card
      label={t.invited} tone="due" title={it.topic} when={<>{t.wished}<DateText day={it.wished} short /> {it.organisation.name}</>} about={t.asked(it.askedBy ?? t.branch, words.ago(it.askedOn))}
      action={<PathLink to={paths.lecturers()} search={{ invitation: it.invitation }} className="desk-button main">{t.answer}</PathLink>}
    />
  );
}

/** Lectures that were promised to the branch; one that is over waits for its record. */
export function LecturesCard({ desk: { lectures, organisation } }: { readonly desk: BranchDesk }) {
  const t = useTexts(texts);
  if (lectures.length === 0) return null;
  return (
    <section className="desk-panel" aria-label={t.title}>
      <div className="desk-panel-head"><h2>{t.title}</h2><PathLink to={paths.lecturers()} search={{ organisation: organisation.id }}>{t.open}</PathLink></div>
      <ul className="gaps">
        {lectures.map((it) => (
          <li key={it.invitation}>
            <span className="gap-text"><b>{it.topic}</b><small><DateText day={it.agreed ?? it.wished} short /> · {t.by(it.lecturer.name)}</small></span>
            {it.may.record ? <PathLink to={paths.record(organisation.id)} search={{ invitation: it.invitation }} className="desk-button">{t.record}</PathLink> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
