import { Select } from 'antd';
import { useEffect, useState } from 'react';
import { readReviewChanges } from '#domain/reviews/branch-contract.ts';
import { type BranchReviewView, readReview, type ReviewLine } from '#domain/reviews/contract.ts';
import { isBefore } from '#domain/reviews/review.ts';
import { paths } from '#web/paths.ts';
import { useAddress } from '#web/shell/address.ts';
import { useCall } from '#web/shell/calling.ts';
import { isUnderWay, JobBar } from '#web/shell/JobBar.tsx';
import { defineTexts, useLanguage, useMarks, useTexts, useWords } from '#web/shell/language.tsx';
import { PageFault } from '#web/shell/PageFault.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { SchemeWay } from '#web/shell/SchemeWay.tsx';
import { useWhoAmI } from '#web/shell/session.tsx';
import { useTableView } from '#web/shell/table-view.ts';
import { DataTable } from '#web/ui/DataTable.tsx';
import { dayText } from '#web/ui/day-words.ts';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { Figure } from '#web/ui/Figure.tsx';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { PageSkeleton } from '#web/ui/Skeletons.tsx';
import { SuccessNote } from '#web/ui/SuccessNote.tsx';
import { YearSteps } from '#web/ui/YearSteps.tsx';
import { ReviewActions } from './ReviewActions.tsx';
import { PartCell, useReviewColumns } from './review-columns.tsx';
import { countOf, fetchGrounds } from './review-grounds.ts';
import { ReviewCourse, ReviewSteps } from './ReviewSteps.tsx';
import { reviewTexts } from './review-texts.ts';
import './reviews.css';

const texts = defineTexts({
  zh: {
    branches: (count: number) => `共 ${count} 个党支部`,
    none: '该年度的考核方案没有支部年度考核', noneNext: '启用含支部年度考核计分和等次的方案后，在此办理。', empty: '该范围内没有党支部', live: '尚未核分，以下为目前各项情况；年度得分和建议等次在核分后产生。', basis: (seq: number, day: string) => `核分依据截至 ${day}、第 ${seq} 号工作记录。`,
    openMonths: (months: string) => `核分前须锁定各月，尚未锁定：${months}。`, months: '去锁定', changed: (count: number) => `核分后有 ${count} 个支部发生补录或更正，已在得分旁注明，点开可看对得分的影响；如需采用，请退回重新核分。`, tie: '名额线上得分并列，研究时由会议确定。', notOpen: '尚未布置。',
    notice: '公示', table: '通报及附表', history: '历年等次', objections: (count: number) => `尚有 ${count} 件异议未办结，办结后才能审定。`, toObjections: '查看异议', revisions: '版本', far: (done: number, total: number | null) => (total === null ? `${done} 个支部` : `${done} / ${total} 个支部`),
  },
  en: {
    branches: (count) => `${count} branches`,
    none: 'The scheme of the year has no annual review of branches', noneNext: 'Adopt a scheme with a result and grades for branches; the review is then run here.', empty: 'There is no branch in this scope', live: 'Not scored yet: these are the parts as they stand now. Scores and proposed grades come with the scoring.', basis: (seq, day) => `Scored from the record as of ${day}, entry ${seq}.`,
    openMonths: (months) => `Months must be locked before scoring; open still: ${months}.`, months: 'Lock them', changed: (count) => `${count} branches have entries that came after scoring; open them to see what they would change. Send the review back and score again to take them over.`, tie: 'Scores are equal at the line of a quota; the meeting decides.', notOpen: 'Not opened yet.',
    notice: 'Public notice', table: 'Circular and its table', history: 'Grades over the years', objections: (count) => `${count} objections are open; the approval waits for them.`, toObjections: 'Open them', revisions: 'Version', far: (done, total) => (total === null ? `${done} branches` : `${done} of ${total} branches`),
  },
});

/** More than any committee has branches. */
const BRANCHES_ON_A_PAGE = 100;
const ASK_AGAIN_MS = 700;

/** 年度考核: which step is next and whose it is, and every branch with its score, its proposed grade and what was decided. */
export function ReviewPage() {
  const t = useTexts(texts);
  const words = useTexts(reviewTexts);
  const { today } = useWhoAmI();
  const [{ year, organisation, revision }, ask] = useAddress({ year: String(Number(today.slice(0, 4)) - 1), organisation: '', revision: '' });
  const read = useCall(readReview, { year: Number(year), ...(organisation === '' ? {} : { organisation }), ...(revision === '' ? {} : { revision: Number(revision) }) }, { keep: true });
  const [done, setDone] = useState<string | null>(null);
  const moving = isUnderWay(read.data?.scoring ?? null);
  const { refetch } = read;
  useEffect(() => {
    if (!moving) return undefined;
    const timer = setInterval(() => void refetch(), ASK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [moving, refetch]);
  if (read.error) return <PageFault refusal={read.error.refusal} onRetry={() => void read.refetch()} />;
  if (!read.data) return <PageSkeleton />;
  const { data } = read;
  const turn = (to: Partial<{ year: string; organisation: string; revision: string }>) => { setDone(null); ask({ revision: '', ...to }); };
  return (
    <div className="review-page">
      <PageHeader
        title={words.title} count={data.branches.length} counted={t.branches}
        beside={<><YearSteps year={year} onChoose={(chosen) => turn({ year: chosen })} /><Choices of={data} onChoose={turn} /></>}
        actions={<><PathLink to={paths.gradeHistory()} search={{ organisation: data.organisation.id }} className="link-button">{t.history}</PathLink><Papers of={data} /><ReviewActions of={data} onDone={setDone} /></>}
      />
      {done === null ? null : <SuccessNote>{done}</SuccessNote>}
      {data.scoring ? <Scoring job={data.scoring} /> : null}
      {data.result === null ? <EmptyState title={t.none} next={t.noneNext} action={<SchemeWay />} /> : <Review of={data} />}
    </div>
  );
}

/** The scoring while it is under way, or why it was refused. */
function Scoring({ job }: { readonly job: NonNullable<BranchReviewView['scoring']> }) {
  const t = useTexts(texts);
  return job.refusal ? <ErrorNote refusal={{ words: job.refusal.words, places: [] }} /> : <JobBar job={job} far={t.far} />;
}

function Choices({ of, onChoose }: { readonly of: BranchReviewView; readonly onChoose: (to: Partial<{ organisation: string; revision: string }>) => void }) {
  const t = useTexts(texts);
  const words = useTexts(reviewTexts);
  const latest = of.revisions.at(-1)?.revision ?? 0;
  return (
    <>
      {of.scopes.length < 2 ? <span className="review-hint">{of.organisation.name}</span> : (
        <Select aria-label={words.scope} className="review-scope" value={of.organisation.id} options={of.scopes.map(({ id, name }) => ({ value: id, label: name }))} onChange={(organisation: string) => onChoose({ organisation })} />
      )}
      {of.revisions.length < 2 ? null : (
        <Select
          aria-label={t.revisions} className="review-revision" value={of.head?.revision ?? latest} options={of.revisions.map((it) => ({ value: it.revision, label: words.revision(it.revision) }))}
          onChange={(revision: number) => onChoose({ organisation: of.organisation.id, revision: revision === latest ? '' : String(revision) })}
        />
      )}
    </>
  );
}

function Review({ of }: { readonly of: BranchReviewView }) {
  const t = useTexts(texts);
  const words = useTexts(reviewTexts);
  const [view, setView] = useTableView(BRANCHES_ON_A_PAGE);
  const { head } = of;
  const pinned = head !== null && head.asOf !== null;
  const changes = useCall(readReviewChanges, { review: head?.review ?? '' }, { enabled: pinned });
  const later = new Map((pinned ? changes.data?.items ?? [] : []).map((it) => [it.organisation, it.entries]));
  const columns = useReviewColumns(of, later);
  return (
    <>
      <ReviewSteps head={head} />
      <Said of={of} changed={later.size} />
      {of.live ? null : <Places of={of} />}
      <DataTable
        name="reviews" title={`${words.title} ${of.year} ${of.organisation.name}`} rows={of.branches} rowKey={(row) => row.organisation.id} columns={columns} view={view} onView={setView}
        asked={[of.live ? t.live : head?.asOf ? t.basis(head.asOf.seq, head.asOf.day) : '']} empty={{ title: t.empty }} card={(row) => <BranchCard of={of} row={row} />}
      />
      <ReviewCourse steps={of.steps} />
    </>
  );
}

/** What goes on paper by now. */
function Papers({ of: { head, year, organisation } }: { readonly of: BranchReviewView }) {
  const t = useTexts(texts);
  if (head === null || head.asOf === null) return null;
  return (
    <>
      {head.notice ? <PathLink to={paths.reviewNotice(head.review)} className="link-button">{t.notice}</PathLink> : null}
      <PathLink to={paths.reviewTable()} search={{ year: String(year), organisation: organisation.id, revision: String(head.revision) }} className="link-button">{t.table}</PathLink>
    </>
  );
}

/** What stands in the way of the next step, and what has changed since the last. */
function Said({ of, changed }: { readonly of: BranchReviewView; readonly changed: number }) {
  const t = useTexts(texts);
  const marks = useMarks();
  const { language } = useLanguage();
  const { head } = of;
  const waits = head === null || head.stage === 'opened';
  return (
    <ul className="review-said">
      {head === null ? <li>{t.notOpen}</li> : null}
      {of.live ? <li>{t.live}</li> : null}
      {head?.asOf ? <li className="review-hint">{t.basis(head.asOf.seq, dayText(head.asOf.day, language))}</li> : null}
      {waits && of.openMonths.length > 0 ? <li>{t.openMonths(of.openMonths.join(marks.list))} <PathLink to={paths.months()} search={{ year: String(of.year) }}>{t.months}</PathLink></li> : null}
      {of.undecided !== null && head?.stage === 'scored' ? <li>{t.tie}</li> : null}
      {of.objections > 0 ? <li>{t.objections(of.objections)} <PathLink to={paths.objections()}>{t.toObjections}</PathLink></li> : null}
      {changed > 0 ? <li>{t.changed(changed)}</li> : null}
    </ul>
  );
}

/** 优秀 8/8: how many branches have each grade, and how many may. */
function Places({ of }: { readonly of: BranchReviewView }) {
  const words = useTexts(reviewTexts);
  const say = useWords();
  const decided = of.head !== null && !isBefore(of.head.stage, 'deliberated');
  return (
    <p className="review-places">
      {of.grades.map(({ id, label, places, given }) => {
        const branches = of.branches.filter((it) => (decided ? it.grade : it.proposed) === id).map((it) => it.organisation);
        return <Figure key={id} value={given} format="count" grounds={countOf(label, branches)}>{places === null ? words.count(say(label), given) : words.places(say(label), given, places)}</Figure>;
      })}
      {of.head?.stage === 'circulated' ? <Receipts of={of} /> : null}
    </p>
  );
}

/** 已签收 27/29: which branches have signed for their result. */
function Receipts({ of }: { readonly of: BranchReviewView }) {
  const words = useTexts(reviewTexts);
  const signed = of.branches.filter(({ receipt }) => receipt !== null).map((it) => it.organisation);
  return <Figure value={signed.length} format="count" grounds={countOf(receiptLabel, signed)}>{words.signedCount(signed.length, of.branches.length)}</Figure>;
}

const receiptLabel = { zh: '已签收考核结果的支部', en: 'Branches that have signed for their result' };

/** A branch on a phone. */
function BranchCard({ of, row }: { readonly of: BranchReviewView; readonly row: ReviewLine }) {
  const words = useTexts(reviewTexts);
  const say = useWords();
  const { id, name } = row.organisation;
  const grounds = (part?: string) => fetchGrounds(id, of.year, of.head?.revision, part);
  const grade = of.grades.find((it) => it.id === (row.grade ?? row.proposed));
  return (
    <article className="review-card">
      <div className="review-card-head">
        <h3><PathLink to={paths.branchReview()} search={{ branch: id, year: String(of.year) }}>{name}</PathLink></h3>
        {row.score === null ? null : <Figure value={row.score} grounds={grounds()} />}
      </div>
      <p>{of.result?.parts.map((part) => <span key={part.id}>{say(part.label)} <PartCell row={row} part={part.id} value={row.parts.find((it) => it.part === part.id)?.value ?? null} year={of.year} grounds={grounds(part.id)} /></span>)}</p>
      <p className="review-hint">{row.ungraded !== null ? words[row.ungraded] : grade ? `${row.grade === null ? words.proposed : words.grade} ${say(grade.label)}` : ''} {row.reason}</p>
    </article>
  );
}
