import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { enterBallots, readMemberReview, type MemberReviewView } from '#domain/evaluations/contract.ts';
import { paths } from '#web/paths.ts';
import { useField } from '#web/shell/address.ts';
import { useCall, useWrite } from '#web/shell/calling.ts';
import { KeptNote } from '#web/shell/KeptNote.tsx';
import { defineTexts, useTexts, useWords } from '#web/shell/language.tsx';
import { PageFault } from '#web/shell/PageFault.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { useWhoAmI } from '#web/shell/session.tsx';
import { useKeptState } from '#web/shell/use-kept-state.ts';
import { DayField } from '#web/ui/DayField.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { PageSkeleton } from '#web/ui/Skeletons.tsx';
import { SuccessNote } from '#web/ui/SuccessNote.tsx';
import { type BallotDraft, ballotsOf, differs, emptyDraft } from './ballot-draft.ts';
import { BallotTable } from './BallotTable.tsx';
import { evaluationTexts } from './evaluation-texts.ts';
import '#web/ui/room.css';
import './evaluations.css';

const texts = defineTexts({
  zh: {
    title: (name: string, year: string) => `${name} ${year}年民主测评票数`, day: '民主测评日期', day_: '测评在会场以纸质票进行，会后由计票人录入合计票数，不录入个人所投的票。', held: (kind: string) => `组织了${kind}测评`, save: '保存票数',
    saved: (entries: number) => `已录入 ${entries} 条票数，待另一人核对后核算。`, wrong: (count: number) => `有 ${count} 行票数不符：各档与弃权之和应等于有效票。`, entitled: (count: number) => `当日有表决权的正式党员 ${count} 人。`,
    closed: '现在不能录入票数', closedNext: '先填写学习动员、自评、互评的日期；已录入的票数由另一人核对，不再重复录入。',
  },
  en: {
    title: (name, year) => `${name}: ballots of ${year}`, day: 'Day of the ballots', day_: 'Ballots are given on paper at the meeting. Only their sums are typed in afterwards, never whose ballot was which.', held: (kind) => `${kind} were held`, save: 'Save the counts',
    saved: (entries) => `${entries} counts entered; another checks them before they are scored.`, wrong: (count) => `${count} rows do not fit: answers and abstentions make up the valid papers.`, entitled: (count) => `${count} full members have a vote that day.`,
    closed: 'No ballots can be entered now', closedNext: 'First the days of the steps are kept. Counts that are entered are checked by another and not entered again.',
  },
});

/** One form for the counts of the whole branch, as the tellers read them out. */
export function BallotPage() {
  const t = useTexts(texts);
  const words = useTexts(evaluationTexts);
  const [organisation, year] = [useField('organisation'), useField('year')];
  const read = useCall(readMemberReview, { organisation, year: Number(year) });
  const [saved, setSaved] = useState<number | null>(null);
  if (read.error) return <PageFault refusal={read.error.refusal} onRetry={() => void read.refetch()} />;
  if (!read.data) return <PageSkeleton />;
  const back = <PathLink to={paths.memberReview(organisation, year)} className="link-button">{words.back}</PathLink>;
  return (
    <div className="evaluation-page">
      <PageHeader title={t.title(read.data.organisation.name, year)} actions={back} />
      {saved !== null ? <SuccessNote>{t.saved(saved)}</SuccessNote> : read.data.may.enterBallots
        ? <BallotForm of={read.data} onSaved={setSaved} />
        : <EmptyState title={t.closed} next={t.closedNext} action={back} />}
    </div>
  );
}

interface Typed {
  readonly draft: BallotDraft;
  /** The kinds of ballots that were held. */
  readonly held: readonly string[];
}

function BallotForm({ of, onSaved }: { readonly of: MemberReviewView; readonly onSaved: (entries: number) => void }) {
  const t = useTexts(texts);
  const say = useWords();
  const { today } = useWhoAmI();
  const [day, setDay] = useState<string | null>(today);
  const { value: { draft, held }, change, since, discard } = useKeptState<Typed>(`ballots ${of.review ?? ''} ${of.version ?? 0}`, () => ({ draft: emptyDraft(of.kinds), held: of.kinds.slice(0, 1).map(({ register }) => register) }));
  const setHeld = (next: readonly string[]) => change((before) => ({ ...before, held: next }));
  const entering = useWrite(enterBallots);
  const used = of.kinds.filter(({ register }) => held.includes(register));
  const evaluated = of.members.filter(({ exempt }) => exempt === null);
  const wrong = used.reduce((sum, kind) => sum + evaluated.filter(({ person }) => differs(draft, kind, person.id)).length, 0);
  const send = () => {
    if (day === null) return;
    entering.mutate({ review: of.review ?? '', version: of.version ?? 0, day, ...ballotsOf(draft, of, used) }, { onSuccess: ({ entries }) => { discard(); onSaved(entries); } });
  };
  return (
    <>
      {since === null ? null : <KeptNote at={since} onDiscard={discard} />}
      <p className="evaluation-hint">{t.day_}</p>
      <p className="ballot-day"><label htmlFor="ballot-day">{t.day}</label> <DayField id="ballot-day" latest={today} value={day} onChange={setDay} /> <span className="evaluation-hint">{t.entitled(of.entitled)}</span></p>
      {of.kinds.map((kind, at) => (
        <section key={kind.register} className="ballot-kind" aria-label={say(kind.label)}>
          {at === 0 ? <h2>{say(kind.label)}</h2> : (
            <h2><Checkbox checked={held.includes(kind.register)} onChange={({ target }) => setHeld(target.checked ? [...held, kind.register] : held.filter((it) => it !== kind.register))}>{t.held(say(kind.label))}</Checkbox></h2>
          )}
          {held.includes(kind.register) ? <BallotTable kind={kind} members={evaluated} draft={draft} onDraft={(next) => change((before) => ({ ...before, draft: next }))} /> : null}
        </section>
      ))}
      <div className="ballot-foot">
        {wrong > 0 ? <p className="evaluation-over" role="status">{t.wrong(wrong)}</p> : null}
        {entering.error ? <ErrorNote refusal={entering.error.refusal} /> : null}
        <Button type="primary" loading={entering.isPending} onClick={send}>{t.save}</Button>
      </div>
    </>
  );
}
