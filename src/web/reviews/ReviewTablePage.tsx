import { type BranchReviewView, readReview, type ReviewLine } from '#domain/reviews/contract.ts';
import { isBefore } from '#domain/reviews/review.ts';
import { paths } from '#web/paths.ts';
import { useAddress } from '#web/shell/address.ts';
import { useCall } from '#web/shell/calling.ts';
import { defineTexts, useLanguage, useMarks, useTexts, useWords } from '#web/shell/language.tsx';
import { PageFault } from '#web/shell/PageFault.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { useWhoAmI } from '#web/shell/session.tsx';
import { documentDayText } from '#web/ui/day-words.ts';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { Figure } from '#web/ui/Figure.tsx';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { Paper } from '#web/ui/Paper.tsx';
import { PageSkeleton } from '#web/ui/Skeletons.tsx';
import { fetchGrounds } from './review-grounds.ts';
import { reviewTexts } from './review-texts.ts';
import { useRemarks } from './row-remarks.ts';
import './reviews.css';

const texts = defineTexts({
  zh: {
    page: '年度考核通报', title: (year: number) => `关于 ${year} 年度党支部考核结果的通报`, draft: (year: number) => `${year} 年度党支部考核情况表`, annex: (year: number) => `附表：${year} 年度党支部考核结果`, back: '返回年度考核', none: '该年度尚未核分', next: '由机关党委在“年度考核”中核分后，这里可以打印考核情况表；局党委审定后，为通报和附表。', nobody: '无',
    said: (year: number, deliberated: string, minutes: string, notice: string, approved: string, document: string) => `${year} 年度党支部考核，经支部自评、核分，${deliberated}机关党委研究（${minutes}）${notice}，${approved}局党委审定（${document}），现将结果通报如下。`,
    noticed: (from: string, until: string) => `，${from}至${until}公示`, grade: (label: string, count: number) => `${label}（${count} 个）：`, number: '序号', signed: '（印章）', status: '尚未审定，仅供研究。', revised: (n: number) => `第 ${n} 次修订`,
  },
  en: {
    page: 'Circular of the annual review', title: (year) => `Circular on the annual review of branches, ${year}`, draft: (year) => `Annual review of branches, ${year}`, annex: (year) => `Table: results of ${year}`, back: 'Back to the review', none: 'The year is not scored yet', next: 'Once the organs committee has scored it in the annual review, the table can be printed here; after the approval, the circular with its table.', nobody: 'none',
    said: (year, deliberated, minutes, notice, approved, document) => `The branches were reviewed for ${year} by self-review and scoring, the organs committee deliberated on ${deliberated} (${minutes})${notice}, and the bureau committee approved on ${approved} (${document}). The results are circulated herewith.`,
    noticed: (from, until) => `, notice was given from ${from} to ${until}`, grade: (label, count) => `${label} (${count}): `, number: 'No.', signed: ' (seal)', status: 'Not approved yet; for deliberation only.', revised: (n) => `Revision ${n}`,
  },
});

/** 通报 with its table on A4; before the approval the same table for those who decide. */
export function ReviewTablePage() {
  const t = useTexts(texts);
  const { today } = useWhoAmI();
  const [{ year, organisation, revision }] = useAddress({ year: String(Number(today.slice(0, 4)) - 1), organisation: '', revision: '' });
  const read = useCall(readReview, { year: Number(year), ...(organisation === '' ? {} : { organisation }), ...(revision === '' ? {} : { revision: Number(revision) }) });
  if (read.error) return <PageFault refusal={read.error.refusal} onRetry={() => void read.refetch()} />;
  if (!read.data) return <PageSkeleton />;
  const { data } = read;
  const back = <PathLink to={paths.reviews()} search={{ year, organisation: data.organisation.id }} className="link-button">{t.back}</PathLink>;
  if (data.head?.asOf === null || data.head === null) return <><PageHeader title={`${t.page} ${year}`} actions={back} /><EmptyState title={t.none} next={t.next} /></>;
  const approved = !isBefore(data.head.stage, 'approved');
  return <Paper title={t.page} back={back} sheets={[...(approved ? [<Circular key="circular" of={data} />] : []), <Table key="table" of={data} approved={approved} />]} />;
}

/** Grade by grade the branches in the order of their numbers; nobody is ranked (D-61). */
function Circular({ of }: { readonly of: BranchReviewView }) {
  const t = useTexts(texts);
  const marks = useMarks();
  const say = useWords();
  const { language } = useLanguage();
  const { head } = of;
  if (head === null) return null;
  const day = (it: string | null) => (it === null ? '' : documentDayText(it, language));
  const notice = head.notice === null ? '' : t.noticed(day(head.notice.from), day(head.notice.until));
  return (
    <div className="review-notice">
      <h1><small>{head.circular}</small>{t.title(of.year)}{head.revision === 0 ? null : <small>{t.revised(head.revision)}</small>}</h1>
      <p>{t.said(of.year, day(head.deliberatedOn), head.minutes, notice, day(head.approvedOn), head.approval)}</p>
      {of.grades.map(({ id, label }) => {
        const branches = of.branches.filter((it) => it.grade === id).map(({ organisation }) => organisation.name);
        return <p key={id}><b>{t.grade(say(label), branches.length)}</b>{branches.length === 0 ? t.nobody : branches.join(marks.list)}</p>;
      })}
      <p className="review-sign">{of.organisation.name}{t.signed}</p>
      <p className="review-sign">{day(head.circulatedOn)}</p>
    </div>
  );
}

function Table({ of, approved }: { readonly of: BranchReviewView; readonly approved: boolean }) {
  const t = useTexts(texts);
  const words = useTexts(reviewTexts);
  const say = useWords();
  const decided = of.head !== null && !isBefore(of.head.stage, 'deliberated');
  return (
    <div className="review-sheet">
      <h1>{approved ? t.annex(of.year) : t.draft(of.year)}<small>{of.organisation.name}{approved ? '' : ` · ${t.status}`}</small></h1>
      <table>
        <thead>
          <tr>
            <th>{t.number}</th><th>{words.branch}</th>{of.result?.parts.map(({ id, label, weight }) => <th key={id}>{weight === null || weight === 10_000 ? say(label) : words.weight(say(label), String(weight / 100))}</th>)}
            <th>{words.score}</th><th>{words.proposed}</th>{decided ? <th>{approved ? words.grade : words.draftGrade}</th> : null}<th>{words.reason}</th>
          </tr>
        </thead>
        <tbody>{of.branches.map((row, at) => <Line key={row.organisation.id} of={of} row={row} at={at} decided={decided} />)}</tbody>
      </table>
    </div>
  );
}

function Line({ of, row, at, decided }: { readonly of: BranchReviewView; readonly row: ReviewLine; readonly at: number; readonly decided: boolean }) {
  const words = useTexts(reviewTexts);
  const say = useWords();
  const grounds = (part?: string) => fetchGrounds(row.organisation.id, of.year, of.head?.revision, part);
  const labelOf = (id: string | null): string => {
    const found = of.grades.find((it) => it.id === id);
    return found ? say(found.label) : '–';
  };
  const remarks = useRemarks(of.grades)(row);
  const none = row.ungraded !== null || row.gaps.length > 0;
  return (
    <tr>
      <td className="paper-figure">{String(at + 1)}</td>
      <th scope="row">{row.organisation.name}</th>
      {row.parts.map(({ part, value }) => <td key={part} className="paper-figure">{value === null ? '–' : <Figure value={value} grounds={grounds(part)} />}</td>)}
      <td className="paper-figure">{row.score === null ? '–' : <Figure value={row.score} grounds={grounds()} />}</td>
      <td>{row.proposed === null ? (none ? '–' : words.tied) : <Figure value={labelOf(row.proposed)} grounds={grounds()} />}</td>
      {decided ? <td>{row.grade === null ? '–' : <Figure value={labelOf(row.grade)} grounds={grounds()} />}</td> : null}
      <td>{remarks}</td>
    </tr>
  );
}
