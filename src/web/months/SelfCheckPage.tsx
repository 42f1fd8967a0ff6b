import { Button, Input } from 'antd';
import { useRef, useState } from 'react';
import { confirmSelfCheck, fillSelfCheck, readSelfCheck, type SelfCheckView } from '#domain/months/self-check-contract.ts';
import { paths } from '#web/paths.ts';
import { useField } from '#web/shell/address.ts';
import { useCall, useWrite } from '#web/shell/calling.ts';
import { defineTexts, useLanguage, useTexts } from '#web/shell/language.tsx';
import { PageFault } from '#web/shell/PageFault.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { VersionsButton } from '#web/shell/VersionsButton.tsx';
import { NonClassifiedNotice } from '#web/ui/NonClassifiedNotice.tsx';
import { dayText } from '#web/ui/day-words.ts';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { Figure } from '#web/ui/Figure.tsx';
import { figureText } from '#web/ui/figure-format.ts';
import { InclusionNote } from '#web/ui/InclusionNote.tsx';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { SideForm } from '#web/ui/SideForm.tsx';
import { PageSkeleton } from '#web/ui/Skeletons.tsx';
import { StatusTag } from '#web/ui/StatusTag.tsx';
import { SuccessNote } from '#web/ui/SuccessNote.tsx';
import { DelegateForm } from './DelegateForm.tsx';
import { monthText } from '#web/ui/month-words.ts';
import { ReviewBar } from './ReviewBar.tsx';
import { groundsOfItem } from './self-check-grounds.ts';
import { isLeftOut, selfCheckTexts, tagOfStage } from './self-check-texts.ts';
import { SelfCheckItems } from './SelfCheckItems.tsx';
import './months.css';

const texts = defineTexts({
  zh: {
    of: (name: string, month: string) => `${name} ${month}自查`, fill: '填报', confirm: '审核并提交', delegate: '授权代行', print: '打印自查表', back: '返回收交情况', filled: '已填报，请支部书记审核。',
    confirmed: (took: string, filed: string) => `已审核提交（${filed}），用时 ${took}。`, took: (took: string) => `审核用时 ${took}`, minutes: (minutes: number, seconds: number) => (minutes === 0 ? `${seconds} 秒` : `${minutes} 分 ${seconds} 秒`),
    reminded: (day: string) => `机关党委 ${day} 催办，请尽快报送。`, deputy: (name: string, to: string) => `${name}代行审核至 ${to}`, due: (day: string) => `报送截止 ${day}`, provisional: '（暂定）',
    changed: (count: number, now: string) => `确认后有 ${count} 处变动，现为 ${now}`, differs: '按当时的记录重新计算，结果与报送的不同，请告知机关党委。', delegated: '已授权。', nobody: '公用账号', course: '办理过程', basis: (seq: number, day: string) => `截至 ${day}、第 ${seq} 号工作记录`,
  },
  en: {
    of: (name, month) => `${name}: self-check of ${month}`, fill: 'Fill in', confirm: 'Confirm and submit', delegate: 'Delegate', print: 'Print the sheet', back: 'Back to all branches', filled: 'Filled in; the secretary confirms.',
    confirmed: (took, filed) => `Confirmed and submitted (${filed}) in ${took}.`, took: (took) => `confirmed in ${took}`, minutes: (minutes, seconds) => (minutes === 0 ? `${seconds} s` : `${minutes} min ${seconds} s`),
    reminded: (day) => `The office reminded the branch on ${day}.`, deputy: (name, to) => `${name} confirms in place of the secretary until ${to}`, due: (day) => `due ${day}`, provisional: ' (provisional)',
    changed: (count, now) => `${count} changes since it was confirmed, now ${now}`, differs: 'Recomputed from the record of then, the result is another one. Tell the office.', delegated: 'Delegated.', nobody: 'an office account', course: 'Course', basis: (seq, day) => `as of ${day}, entry ${seq} of the record`,
  },
});

/** The sheet of a month: facts have filled it in, one fills what is to be explained, another confirms with one button. */
export function SelfCheckPage() {
  const t = useTexts(texts);
  const organisation = useField('organisation');
  const period = useField('period');
  const { language } = useLanguage();
  const read = useCall(readSelfCheck, { organisation, period });
  const [notes, setNotes] = useState<Readonly<Record<string, string>>>({});
  const [delegating, setDelegating] = useState(false);
  const [done, setDone] = useState<string | null>(null);
  if (read.error) return <PageFault refusal={read.error.refusal} onRetry={() => void read.refetch()} />;
  if (!read.data) return <PageSkeleton />;
  const { data } = read;
  return (
    <div className="statement-page">
      <PageHeader
        title={t.of(data.organisation.name, monthText(period, language))} beside={<StatusTag status={data.stage === 'none' && isLeftOut(data) ? 'notIncluded' : tagOfStage[data.stage]} />}
        actions={<Actions of={data} notes={notes} onDone={setDone} onDelegate={() => setDelegating(true)} />}
      />
      {done === null ? null : <SuccessNote>{done}</SuccessNote>}
      {data.reminded !== null && (data.may.fill || data.may.confirm) ? <p className="statement-until" role="status">{t.reminded(dayText(data.reminded, language))}</p> : null}
      {data.recomputes ? null : <p className="statement-differs" role="alert">{t.differs}</p>}
      <Head of={data} />
      <InclusionNote inclusion={data.inclusion} />
      {data.may.review ? <ReviewBar of={data} onDone={setDone} /> : null}
      {data.may.fill ? <NonClassifiedNotice /> : null}
      <SelfCheckItems of={data} note={data.may.fill ? (item, label) => (
        <Input size="small" aria-label={label} maxLength={300} value={notes[item.item] ?? item.note} onChange={(event) => setNotes({ ...notes, [item.item]: event.target.value })} />
      ) : null} />
      <Course of={data} />
      <SideForm title={t.delegate} open={delegating} onClose={() => setDelegating(false)}>
        <DelegateForm of={data} onDone={() => { setDelegating(false); setDone(t.delegated); }} />
      </SideForm>
    </div>
  );
}

/** Mark of the branch, what changed since, until when, and how long it took. */
function Head({ of }: { readonly of: SelfCheckView }) {
  const t = useTexts(texts);
  const words = useTexts(selfCheckTexts);
  const { language } = useLanguage();
  const changed = of.aspects.flatMap(({ items }) => items).filter(({ mark, now }) => mark !== now).length;
  const whole = groundsOfItem(of);
  return (
    <>
      <p className="self-check-head">
        <span>{words.total} <Figure value={of.total} full={of.full} grounds={whole} /></span>
        {of.stage === 'none' || (changed === 0 && of.now === of.total) ? null : <Figure value={of.now} grounds={whole}>{t.changed(changed, of.now === null ? '' : figureText(of.now, 'points'))}</Figure>}
        <span className="months-hint">{[
          isLeftOut(of) ? '' : `${t.due(dayText(of.due, language))}${of.provisional ? t.provisional : ''}`, of.filed === null || of.filedOn === null ? '' : `${dayText(of.filedOn, language)} ${words[of.filed]}`,
          of.seconds === null ? '' : t.took(t.minutes(Math.floor(of.seconds / 60), of.seconds % 60)), of.asOf === null ? '' : t.basis(of.asOf.seq, of.asOf.day), of.deputy === null ? '' : t.deputy(of.deputy.name, dayText(of.deputy.to, language)),
        ].filter((it) => it !== '').join(' · ')}</span>
      </p>
      <p className="months-hint">{words.asProven}</p>
    </>
  );
}

function Course({ of }: { readonly of: SelfCheckView }) {
  const t = useTexts(texts);
  const { language } = useLanguage();
  if (of.history.length === 0) return null;
  return (
    <section className="statement-history" aria-label={t.course}>
      <h2>{t.course} {of.selfCheck !== null && of.version !== null && of.version > 1 ? <VersionsButton fact={of.selfCheck} /> : null}</h2>
      <ol>{of.history.map((it, at) => <li key={at}><StatusTag status={tagOfStage[it.stage]} /> <span className="months-hint">{dayText(it.on, language)} {it.by ?? t.nobody}</span></li>)}</ol>
    </section>
  );
}

interface ActionsProperties {
  readonly of: SelfCheckView;
  readonly notes: Readonly<Record<string, string>>;
  readonly onDone: (said: string) => void;
  readonly onDelegate: () => void;
}

function Actions({ of, notes, onDone, onDelegate }: ActionsProperties) {
  const t = useTexts(texts);
  const words = useTexts(selfCheckTexts);
  // The office wants to know whether a month costs more than five minutes; only the page knows when it was opened.
  const opened = useRef(Date.now());
  const filling = useWrite(fillSelfCheck);
  const confirming = useWrite(confirmSelfCheck);
  const about = { organisation: of.organisation.id, period: of.period, version: of.version };
  const said = of.aspects.flatMap(({ items }) => items).map(({ item, note }) => ({ item, words: (notes[item] ?? note).trim() })).filter((it) => it.words.length > 1);
  const confirm = () => {
    const seconds = Math.min(86_400, Math.round((Date.now() - opened.current) / 1000));
    confirming.mutate({ ...about, seconds }, { onSuccess: ({ filed }) => onDone(t.confirmed(t.minutes(Math.floor(seconds / 60), seconds % 60), words[filed])) });
  };
  const error = filling.error ?? confirming.error;
  return (
    <>
      <PathLink to={paths.selfChecks()} className="link-button">{t.back}</PathLink>
      <PathLink to={paths.selfCheckSheet(of.organisation.id, of.period)} className="link-button">{t.print}</PathLink>
      {of.may.delegate ? <Button onClick={onDelegate}>{t.delegate}</Button> : null}
      {of.may.fill ? <Button loading={filling.isPending} onClick={() => filling.mutate({ ...about, notes: said }, { onSuccess: () => onDone(t.filled) })}>{t.fill}</Button> : null}
      {of.may.confirm ? <Button type="primary" loading={confirming.isPending} onClick={confirm}>{t.confirm}</Button> : null}
      {error ? <ErrorNote refusal={error.refusal} /> : null}
    </>
  );
}
