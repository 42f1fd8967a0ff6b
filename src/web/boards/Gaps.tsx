import type { ReactNode } from 'react';
import type { Gap, BranchDesk } from '#domain/boards/contract.ts';
import { paths } from '#web/paths.ts';
import { defineTexts, useLanguage, useTexts } from '#web/shell/language.tsx';
import { CountLink } from '#web/shell/CountLink.tsx';
import { GuideLinks } from '#web/shell/GuideLinks.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { useWhoAmI } from '#web/shell/session.tsx';
import { DateText } from '#web/ui/DateText.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { useDeskWords } from './desk-words.ts';
import './boards.css';

const texts = defineTexts({
  zh: {
    title: '缺什么', count: (count: number) => `${count} 项`, none: '本支部活动没有缺项', next: '记录、审核和补学都已办理；全年任务的缺项见“年度任务缺项”。',
    toRecord: '待记录', toConfirm: '待审核', together: '一并审核', toMakeUp: (count: number) => `${count} 人待补学`, makeUp: '补学待确认',
    over: (ago: string) => `${ago}开展`, filled: (by: string) => `${by} 填报`, mine: '由您填报，须他人审核', until: (day: string, left: string) => `至 ${day}，${left}`,
    record: '记录', review: '审核', make: '登记补学', confirm: '确认', open: '查看', somebody: '公用账号', and: (names: string, count: number) => `${names} 等 ${count} 人`,
  },
  en: {
    title: 'What is missing', count: (count: number) => `${count}`, none: 'No session of the branch lacks anything', next: 'Records, confirmations and make-ups are all done; what the year still lacks stands under the gaps of its tasks.',
    toRecord: 'To be recorded', toConfirm: 'To be confirmed', together: 'Confirm together', toMakeUp: (count: number) => `${count} to make up`, makeUp: 'Make-up to confirm',
    over: (ago: string) => `held ${ago}`, filled: (by: string) => `filled in by ${by}`, mine: 'filled in by you; another confirms', until: (day: string, left: string) => `until ${day}, ${left}`,
    record: 'Record', review: 'Review', make: 'Record make-up', confirm: 'Confirm', open: 'Open', somebody: 'an office account', and: (names: string, count: number) => `${names} and others, ${count} in all`,
  },
});

/** 缺什么: each gap in words, with the button that closes it. */
export function Gaps({ desk }: { readonly desk: BranchDesk }) {
  const t = useTexts(texts);
  const toConfirm = desk.may.confirm ? desk.gaps.filter((gap) => gap.kind === 'toConfirm' && !gap.byMe).length : 0;
  return (
    <section className="desk-panel" aria-label={t.title}>
      <div className="desk-panel-head">
        <h2>{t.title}</h2>
        {toConfirm > 1 ? <PathLink to={paths.sessionsToConfirm()} search={{ organisation: desk.organisation.id }}>{t.together}</PathLink> : null}
        {desk.gaps.length > 0 ? <span className="desk-none">{t.count(desk.gaps.length)}</span> : null}
      </div>
      {desk.gaps.length === 0 ? <EmptyState title={t.none} next={t.next} /> : null}
      <ul className="gaps">
        {desk.gaps.map((gap) => <li key={`${gap.kind} ${gap.line.session} ${gap.kind === 'makeUpToConfirm' ? gap.makeUp : ''}`}><GapLine gap={gap} desk={desk} /></li>)}
      </ul>
    </section>
  );
}

interface Said {
  readonly what: ReactNode;
  readonly more: string;
  readonly button: string;
  /** Whether the reader may close it himself; the button is then the main one. */
  readonly mine: boolean;
}

function GapLine({ gap, desk }: { readonly gap: Gap; readonly desk: BranchDesk }) {
  const { today } = useWhoAmI();
  const words = useDeskWords(today);
  const { what, more, button, mine } = useSaid(gap, desk);
  const { line } = gap;
  const record = gap.kind === 'toRecord' && mine;
  return (
    <>
      <span className="gap-text">
        <b>{what}</b>
        <span><DateText day={line.day} short /> {words.list(line.activities)}{line.organisation.id === desk.organisation.id ? '' : ` · ${line.organisation.name}`}</span>
        <small>{more}</small>
        {record ? <GuideLinks activities={line.activities.map(({ id }) => id)} /> : null}
      </span>
      <PathLink to={record ? paths.record(line.organisation.id) : paths.session(line.session)} search={record ? { session: line.session } : {}} className="desk-button">{button}</PathLink>
    </>
  );
}

function useSaid(gap: Gap, { may }: BranchDesk): Said {
  const t = useTexts(texts);
  const { language } = useLanguage();
  const { today } = useWhoAmI();
  const words = useDeskWords(today);
  switch (gap.kind) {
    case 'toRecord': return { what: t.toRecord, more: t.over(words.ago(gap.line.day)), button: may.record ? t.record : t.open, mine: may.record };
    case 'toConfirm': {
      const mine = may.confirm && !gap.byMe;
      return { what: t.toConfirm, more: gap.byMe ? t.mine : t.filled(gap.recordedBy ?? t.somebody), button: mine ? t.review : t.open, mine };
    }
    case 'toMakeUp': {
      const names = gap.persons.slice(0, 3).map(({ name }) => name).join(language === 'zh' ? '、' : ', ');
      const who = gap.persons.length > 3 ? t.and(names, gap.persons.length) : names;
      const count = gap.persons.length;
      return { what: <CountLink to={paths.session(gap.line.session)} value={count}>{t.toMakeUp(count)}</CountLink>, more: `${who} · ${t.until(gap.until.slice(5), words.left(gap.until))}`, button: may.record ? t.make : t.open, mine: may.record };
    }
    case 'makeUpToConfirm': {
      const mine = may.record && !gap.byMe;
      return { what: t.makeUp, more: gap.person.name, button: mine ? t.confirm : t.open, mine };
    }
  }
}
