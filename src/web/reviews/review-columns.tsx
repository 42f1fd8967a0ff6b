import type { BranchReviewView, ReviewLine } from '#domain/reviews/contract.ts';
import { isBefore } from '#domain/reviews/review.ts';
import { paths } from '#web/paths.ts';
import { CountLink } from '#web/shell/CountLink.tsx';
import { useLanguage, useTexts, useWords } from '#web/shell/language.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import type { Column } from '#web/ui/table-columns.ts';
import { dayText } from '#web/ui/day-words.ts';
import { figureWords } from '#web/ui/figure-format.ts';
import { Figure } from '#web/ui/Figure.tsx';
import { StatusTag } from '#web/ui/StatusTag.tsx';
import { fetchGrounds } from './review-grounds.ts';
import { reviewTexts } from './review-texts.ts';
import { useRemarks } from './row-remarks.ts';

const WHOLE = 10_000;

/** Branch by branch: the parts of the score, the grade that it proposes, the one that was decided, and why they differ. */
export function useReviewColumns(of: BranchReviewView | undefined, later: ReadonlyMap<string, number>): readonly [Column<ReviewLine>, ...Column<ReviewLine>[]] {
  const t = useTexts(reviewTexts);
  const say = useWords();
  const { language } = useLanguage();
  const year = of?.year ?? 0;
  const revision = of?.head?.revision;
  const decided = of?.head !== null && of?.head !== undefined && !isBefore(of.head.stage, 'deliberated');
  const approved = of?.head !== null && of?.head !== undefined && !isBefore(of.head.stage, 'approved');
  const labelOf = (id: string | null): string | null => {
    const found = of?.grades.find((it) => it.id === id);
    return found ? say(found.label) : null;
  };
  const without = (row: ReviewLine): string => (row.ungraded !== null || row.gaps.length > 0 || row.atMost === 'out' ? '–' : t.tied);
  const proposedText = (row: ReviewLine): string => labelOf(row.proposed) ?? (of?.head === null || of?.live ? '–' : without(row));
  const said = useRemarks(of?.grades ?? []);
  // Before the scoring a gap stands in its own column, with the register that fills it.
  const remarks = (row: ReviewLine): string => said(of?.live ? { ...row, gaps: [] } : row);
  const grounds = (row: ReviewLine, part?: string) => fetchGrounds(row.organisation.id, year, revision, part);
  const grade = (row: ReviewLine, id: string | null, text: string) => (id === null ? <span className="review-none">{text}</span> : <Figure value={text} grounds={grounds(row)} />);
  const partValue = (row: ReviewLine, id: string): number | null => row.parts.find(({ part }) => part === id)?.value ?? null;
  return [
    { key: 'branch', title: t.branch, text: (row) => row.organisation.name, cell: ({ organisation }) => <PathLink to={paths.branchReview()} search={{ branch: organisation.id, year: String(year) }}>{organisation.name}</PathLink> },
    ...(of?.head?.stage === 'opened' ? [{
      key: 'self', title: t.self, text: (row: ReviewLine) => (row.self ? t.filed(dayText(row.self.filedOn, language)) : t.notFiled),
      cell: (row: ReviewLine) => (row.self ? <StatusTag status="completed" note={dayText(row.self.filedOn, language)} /> : <StatusTag status="toDo" />),
    }] : []),
    ...(of?.result?.parts ?? []).map(({ id, label, weight }): Column<ReviewLine> => ({
      key: id, title: weight === null || weight === WHOLE ? say(label) : t.weight(say(label), String(weight / 100)), figures: true,
      text: (row) => figureWords(partValue(row, id), t.none), number: { format: 'points', of: (row) => partValue(row, id) },
      cell: (row) => <PartCell row={row} part={id} value={partValue(row, id)} year={year} grounds={grounds(row, id)} />,
    })),
    {
      key: 'score', title: t.score, figures: true, text: (row) => figureWords(row.score, t.none), number: { format: 'points', of: (row) => row.score },
      cell: (row) => (
        <>
          {row.score === null ? <span className="review-none">–</span> : <Figure value={row.score} grounds={grounds(row)} />}
          {later.has(row.organisation.id) ? <small className="review-now"><CountLink to={paths.branchReview()} search={{ branch: row.organisation.id, year: String(year) }} value={later.get(row.organisation.id) ?? 0}>{t.later(later.get(row.organisation.id) ?? 0)}</CountLink></small> : null}
        </>
      ),
    },
    { key: 'proposed', title: t.proposed, text: proposedText, cell: (row) => grade(row, row.proposed, proposedText(row)) },
    ...(decided ? [{ key: 'grade', title: approved ? t.grade : t.draftGrade, text: (row: ReviewLine) => labelOf(row.grade) ?? '–', cell: (row: ReviewLine) => grade(row, row.grade, labelOf(row.grade) ?? '–') }] : []),
    ...(of?.head?.stage === 'circulated' ? [{
      key: 'receipt', title: t.receipt, text: (row: ReviewLine) => (row.receipt ? t.signedBy(row.receipt.on, row.receipt.by) : t.unsigned),
      cell: (row: ReviewLine) => (row.receipt ? <><StatusTag status="signed" /><small className="review-now date-text">{t.signedBy(dayText(row.receipt.on, language), row.receipt.by)}</small></> : <StatusTag status="sent" />),
    }] : []),
    { key: 'reason', title: t.reason, text: remarks, cell: (row) => <span className="review-reason">{remarks(row)}</span> },
  ];
}

interface PartProperties {
  readonly row: ReviewLine;
  readonly part: string;
  readonly value: number | null;
  readonly year: number;
  readonly grounds: ReturnType<typeof fetchGrounds>;
}

/** A part with its value, or the gap with the register that fills it, open for this branch and the December of the year. */
export function PartCell({ row, part, value, year, grounds }: PartProperties) {
  const say = useWords();
  const gap = row.gaps.find((it) => it.part === part);
  if (gap) {
    const words = <StatusTag status="missing" />;
    if (gap.register === null) return words;
    return <PathLink to={paths.registers()} search={{ register: gap.register, organisation: row.organisation.id, enter: `${year}-12` }} label={`${say(gap.label)} ${row.organisation.name}`}>{words}</PathLink>;
  }
  return value === null ? <span className="review-none">–</span> : <Figure value={value} grounds={grounds} />;
}
