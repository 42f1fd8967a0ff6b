import { Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { readScoreScopes } from '#domain/assessments/contract.ts';
import { type BranchReviewOfOne, fileSelfReview, readBranchReview, readReviewGrounds } from '#domain/reviews/branch-contract.ts';
import { paths } from '#web/paths.ts';
import { useAddress } from '#web/shell/address.ts';
import { useCall, useWrite } from '#web/shell/calling.ts';
import { KeptForm } from '#web/shell/KeptForm.tsx';
import { defineTexts, useLanguage, useTexts, useWords } from '#web/shell/language.tsx';
import { PageFault } from '#web/shell/PageFault.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { SchemeWay } from '#web/shell/SchemeWay.tsx';
import { useWhoAmI } from '#web/shell/session.tsx';
import { dayText } from '#web/ui/day-words.ts';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { Figure } from '#web/ui/Figure.tsx';
import { figureWords } from '#web/ui/figure-format.ts';
import { NonClassifiedNotice } from '#web/ui/NonClassifiedNotice.tsx';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { LinesSkeleton } from '#web/ui/Skeletons.tsx';
import { StatusTag } from '#web/ui/StatusTag.tsx';
import { SuccessNote } from '#web/ui/SuccessNote.tsx';
import { YearSteps } from '#web/ui/YearSteps.tsx';
import { PartCell } from './review-columns.tsx';
import { fetchGrounds } from './review-grounds.ts';
import { ResultReceipt } from './ResultReceipt.tsx';
import { ReviewCourse, ReviewSteps } from './ReviewSteps.tsx';
import { reviewTexts } from './review-texts.ts';
import './reviews.css';

const texts = defineTexts({
  zh: {
    title: '支部年度考核', choose: '选择支部', none: '该年度的考核方案没有支部年度考核', nothing: '没有可查看的支部', live: '尚未核分，以下为当前工作记录的试算。', result: '考核结果', part: '项目', value: '得分', waiting: '等次待局党委审定后公布。',
    self: '支部自评', remark: '自评说明', hint: '得分由工作记录得出，不能改写；与实际不符的，请补录或更正有关记录。可写完成情况、亮点和不足。', file: '提交自评', again: '重新提交', filed: (day: string) => `${day} 已提交自评，当时得分`, until: (day: string) => `请于 ${day} 前提交。`, done: '已提交自评，机关党委可见。',
    years: '历年等次', year: '年度', grade: '等次', noGrade: '未定等次', noScore: '未录分数', daily: '查看日常考核明细', object: '提出异议', differences: '核分后变动', was: (before: string, after: string) => `${before} → ${after}`, recompute: '按当时的记录重新计算，结果与核定的不同，请告知机关党委。', notice: '公示',
  },
  en: {
    title: "The branch's year", choose: 'Choose a branch', none: 'The scheme of the year has no annual review of branches', nothing: 'There is no branch that you may see', live: 'Not scored yet: what follows is computed from the record as it is now.', result: 'Result', part: 'Part', value: 'Score', waiting: 'Grades are told once they are approved.',
    self: 'Self-review', remark: 'Remark', hint: 'The score comes from the record and cannot be typed over; if it is wrong, enter or correct what it rests on. Say what was done, what stands out and what is lacking.', file: 'File the self-review', again: 'File it again', filed: (day) => `Filed on ${day}, the score being`, until: (day) => `Please file it by ${day}.`, done: 'The self-review is filed; the office can see it.',
    years: 'Grades over the years', year: 'Year', grade: 'Grade', noGrade: 'no grade', noScore: 'not entered', daily: 'The everyday score in detail', object: 'Object', differences: 'Since scoring', was: (before, after) => `${before} → ${after}`, recompute: 'Recomputed from the record of then, the result is another one. Tell the office.', notice: 'Public notice',
  },
});

/** 本支部年度考核: the step, the result part by part, the self-review, and the grades of past years. */
export function BranchReviewPage() {
  const t = useTexts(texts);
  const { today } = useWhoAmI();
  const [{ branch, year }, ask] = useAddress({ branch: '', year: String(Number(today.slice(0, 4)) - 1) });
  const scopes = useCall(readScoreScopes, {});
  const choices = scopes.data?.items ?? [];
  const organisation = branch || choices[0]?.id || '';
  const review = useCall(readBranchReview, { organisation, year: Number(year) }, { enabled: organisation !== '', keep: true });
  const error = scopes.error ?? review.error;
  if (error) return <PageFault refusal={error.refusal} />;
  const { data } = review;
  return (
    <div className="review-page">
      <PageHeader
        title={t.title}
        beside={(
          <>
            <YearSteps year={year} onChoose={(chosen) => ask({ year: chosen })} />
            {choices.length > 1 ? (
              <Select
                className="review-scope" aria-label={t.choose} value={organisation || null} showSearch={{ optionFilterProp: 'label' }} options={choices.map((it) => ({ value: it.id, label: it.name }))}
                onChange={(chosen: string) => ask({ branch: chosen })}
              />
            ) : <span className="review-hint">{data?.organisation.name}</span>}
          </>
        )}
      />
      {scopes.data && choices.length === 0 ? <EmptyState title={t.nothing} /> : data === undefined ? <LinesSkeleton count={6} /> : data.line === null ? <EmptyState title={t.none} action={<SchemeWay />} /> : <Own key={`${data.organisation.id} ${data.year}`} of={data} line={data.line} />}
    </div>
  );
}

interface Properties {
  readonly of: BranchReviewOfOne;
  readonly line: NonNullable<BranchReviewOfOne['line']>;
}

function Own({ of, line }: Properties) {
  const t = useTexts(texts);
  return (
    <>
      <ReviewSteps head={of.head} />
      {of.live ? <p className="review-said">{t.live}</p> : null}
      {of.head?.notice ? <p className="review-said"><PathLink to={paths.reviewNotice(of.head.review)}>{t.notice}</PathLink></p> : null}
      <Result of={of} line={line} />
      <ResultReceipt of={of} />
      <SelfReview of={of} line={line} />
      <Years of={of} />
      <ReviewCourse steps={of.steps} />
    </>
  );
}

function Result({ of, line }: Properties) {
  const t = useTexts(texts);
  const words = useTexts(reviewTexts);
  const say = useWords();
  const grounds = (part?: string) => fetchGrounds(of.organisation.id, of.year, of.head?.revision, part);
  const grade = of.grades.find(({ id }) => id === line.grade);
  return (
    <section className="review-section" aria-label={t.result}>
      <h2>{t.result}</h2>
      <table className="review-numbers">
        <thead><tr><th scope="col">{t.part}</th><th scope="col" className="figures">{t.value}</th></tr></thead>
        <tbody>
          {of.result?.parts.map(({ id, label, weight }) => (
            <tr key={id}>
              <th scope="row">{weight === null || weight === 10_000 ? say(label) : words.weight(say(label), String(weight / 100))}</th>
              <td className="figures"><PartCell row={line} part={id} value={line.parts.find(({ part }) => part === id)?.value ?? null} year={of.year} grounds={grounds(id)} /></td>
            </tr>
          ))}
          <tr><th scope="row"><b>{words.score}</b></th><td className="figures"><Figure value={line.score} grounds={grounds()} /></td></tr>
          {line.vetoes.map(({ label, clause }) => <tr key={clause}><th scope="row" colSpan={2}>{words.veto(say(label), clause)}</th></tr>)}
          <tr><th scope="row"><b>{words.grade}</b></th><td className="figures">{grade ? <Figure value={say(grade.label)} grounds={grounds()} /> : line.ungraded === null ? t.waiting : words[line.ungraded]}</td></tr>
          {line.reason === '' ? null : <tr><th scope="row">{words.reason}</th><td>{line.reason}</td></tr>}
        </tbody>
      </table>
      <p className="review-places">
        <PathLink to={paths.branchScore()} search={{ branch: of.organisation.id, year: String(of.year) }}>{t.daily}</PathLink>
        {of.objection === null || of.head === null ? null : <PathLink to={paths.raiseObjection()} search={{ subject: 'branch', of: of.organisation.id, item: of.objection, year: String(of.year) }}>{t.object}</PathLink>}
      </p>
      {of.live ? null : <Differences of={of} />}
    </section>
  );
}

/** What facts that came later would change, item by item; the pinned score stays. */
function Differences({ of }: { readonly of: BranchReviewOfOne }) {
  const t = useTexts(texts);
  const words = useTexts(reviewTexts);
  const say = useWords();
  const read = useCall(readReviewGrounds, { organisation: of.organisation.id, year: of.year });
  if (!read.data || (read.data.recomputes && read.data.now === read.data.pinned && read.data.differences.length === 0)) return null;
  const { now, recomputes, differences } = read.data;
  const grounds = fetchGrounds(of.organisation.id, of.year, undefined);
  return (
    <div aria-label={t.differences}>
      {recomputes ? null : <p role="alert">{t.recompute}</p>}
      <p>{t.differences} <Figure value={now} grounds={grounds}>{words.now(figureWords(now, words.none))}</Figure></p>
      <ul>{differences.map((it) => <li key={it.id} className="review-hint">{say(it.label)} <Figure value={it.after} grounds={grounds}>{t.was(figureWords(it.before, words.none), figureWords(it.after, words.none))}</Figure></li>)}</ul>
    </div>
  );
}

/** One button: the score is filled in already. */
function SelfReview({ of, line }: Properties) {
  const t = useTexts(texts);
  const { language } = useLanguage();
  const filing = useWrite(fileSelfReview);
  const [done, setDone] = useState(false);
  if (!of.may.self && line.self === null) return null;
  return (
    <section className="review-section" aria-label={t.self}>
      <h2>{t.self} {line.self === null ? <StatusTag status="toDo" /> : <StatusTag status="completed" />}</h2>
      {done ? <SuccessNote>{t.done}</SuccessNote> : null}
      {line.self === null ? null : <p>{t.filed(dayText(line.self.filedOn, language))} <Figure value={line.self.score} grounds={fetchGrounds(of.organisation.id, of.year, undefined)} /> {line.self.remark}</p>}
      {of.may.self ? (
        <KeptForm<{ remark?: string }> of={`self-review ${of.organisation.id} ${of.year} ${line.self?.filedOn ?? ''}`} layout="vertical" initialValues={{ remark: line.self?.remark ?? '' }} onFinish={({ remark = '' }) => filing.mutate({ organisation: of.organisation.id, year: of.year, remark }, { onSuccess: () => setDone(true) })}>
          {of.head === null ? null : <p className="review-hint">{t.until(dayText(of.head.selfUntil, language))}</p>}
          <NonClassifiedNotice />
          <Form.Item name="remark" label={t.remark} extra={t.hint}><Input.TextArea rows={3} maxLength={500} /></Form.Item>
          {filing.error ? <Form.Item><ErrorNote refusal={filing.error.refusal} /></Form.Item> : null}
          <Button type="primary" htmlType="submit" loading={filing.isPending}>{line.self === null ? t.file : t.again}</Button>
        </KeptForm>
      ) : null}
    </section>
  );
}

function Years({ of }: { readonly of: BranchReviewOfOne }) {
  const t = useTexts(texts);
  const words = useTexts(reviewTexts);
  const say = useWords();
  if (of.years.length === 0) return null;
  return (
    <section className="review-section" aria-label={t.years}>
      <h2>{t.years}</h2>
      <table className="review-numbers">
        <thead><tr><th scope="col">{t.year}</th><th scope="col" className="figures">{words.score}</th><th scope="col">{t.grade}</th></tr></thead>
        <tbody>
          {of.years.map(({ year, score, grade }) => (
            <tr key={year}>
              <th scope="row">{String(year)}</th>
              <td className="figures"><Figure value={score} missing={grade === null ? undefined : t.noScore} grounds={fetchGrounds(of.organisation.id, year, undefined)} /></td>
              <td>{grade === null ? t.noGrade : <Figure value={say(grade)} grounds={fetchGrounds(of.organisation.id, year, undefined)} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
