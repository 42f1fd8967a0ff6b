import type { MemberReviewView, ReviewedMemberView } from '#domain/evaluations/contract.ts';
import { useMarks, useTexts, useWords } from '#web/shell/language.tsx';
import { useTableView } from '#web/shell/table-view.ts';
import { DataTable } from '#web/ui/DataTable.tsx';
import type { Column } from '#web/ui/table-columns.ts';
import { Figure } from '#web/ui/Figure.tsx';
import { figureWords } from '#web/ui/figure-format.ts';
import { evaluationTexts } from './evaluation-texts.ts';
import { fetchMemberYear } from './year-grounds.ts';

/** The members by their numbers, never by value (D-61): kinds of points, ballots, value, what is proposed and what was decided. */
export function MemberTable({ of }: { readonly of: MemberReviewView }) {
  const t = useTexts(evaluationTexts);
  const [view, setView] = useTableView(100);
  const columns = useColumns(of);
  return (
    <DataTable
      name="member-review" title={t.of(of.organisation.name, String(of.year))} rows={of.members} rowKey={(row) => row.person.id} columns={columns} view={view} onView={setView}
      asked={[of.organisation.name, t.year(String(of.year))]} empty={{ title: t.none }}
      card={(row) => (
        <div className="evaluation-card">
          <p><b>{row.person.name}</b> <span className="evaluation-hint">{row.person.number}</span></p>
          {row.exempt ? columns.find(({ key }) => key === 'value')?.cell?.(row) : (
            <p className="evaluation-card-figures">{columns.filter(({ key }) => ['value', 'proposed', 'grade'].includes(key)).map((column) => <span key={column.key}>{column.title} {column.cell?.(row)}</span>)}</p>
          )}
        </div>
      )}
    />
  );
}

function useColumns(of: MemberReviewView): readonly [Column<ReviewedMemberView>, ...Column<ReviewedMemberView>[]] {
  const t = useTexts(evaluationTexts);
  const marks = useMarks();
  const say = useWords();
  const { organisation, year } = of;
  const gradeOf = (id: string | null): string => {
    const found = of.grades.find((grade) => grade.id === id);
    return found ? say(found.label) : t.none;
  };
  const figure = (row: ReviewedMemberView, part: string): number | null => row.figures.find((it) => it.part === part)?.value ?? null;
  const source = (row: ReviewedMemberView, part?: string) => fetchMemberYear(organisation.id, year, row.person.id, part);
  const shown = of.may.figures ? of.parts : [];
  // What rests on ballots is not lacking before they are entered.
  const missing = of.stage === 'none' || of.stage === 'opened' ? t.notYet : undefined;
  const grounds: Column<ReviewedMemberView>[] = of.may.figures ? [
    {
      key: 'value', title: t.value, figures: true, text: (row) => (row.exempt ? t.exempt : figureWords(row.value, t.noValue)), number: { format: 'points', of: (row) => row.value },
      cell: (row) => (row.exempt ? <span className="evaluation-hint">{t.exempt}{marks.colon}{say(row.exempt)}</span> : <Figure value={row.value} missing={missing} grounds={source(row)} />),
    },
    {
      key: 'proposed', title: t.proposed, text: (row) => (row.exempt ? '' : gradeOf(row.proposed)),
      cell: (row) => (row.exempt ? null : <ProposedCell row={row} label={row.proposed === null ? null : gradeOf(row.proposed)} grounds={source(row)} />),
    },
    {
      key: 'grade', title: of.stage === 'approved' ? t.approved : t.grade, text: (row) => (row.exempt ? '' : gradeOf(row.grade)),
      cell: (row) => (row.exempt ? null : <GradeCell row={row} label={row.grade === null ? null : gradeOf(row.grade)} grounds={source(row)} was={row.regraded === null ? null : t.was(gradeOf(row.regraded.from), row.regraded.on)} />),
    },
  ] : [{ key: 'value', title: t.state, text: (row) => (row.exempt ? t.exempt : t.takesPart), cell: (row) => <span className="evaluation-hint">{row.exempt ? t.exempt : t.takesPart}</span> }];
  return [
    { key: 'name', title: t.name, text: (row) => row.person.name, cell: (row) => <span className="evaluation-name">{row.person.name}</span> },
    { key: 'number', title: t.number, text: (row) => row.person.number },
    ...shown.map((part): Column<ReviewedMemberView> => ({
      key: part.part, title: say(part.label), figures: true, text: (row) => (row.exempt ? '' : figureWords(figure(row, part.part), t.noValue)), number: { format: 'points', of: (row) => figure(row, part.part) },
      cell: (row) => (row.exempt ? null : <Figure value={figure(row, part.part)} missing={missing} grounds={source(row, part.part)} />),
    })),
    ...grounds,
  ];
}

interface CellProperties {
  readonly row: ReviewedMemberView;
  readonly label: string | null;
  readonly grounds: ReturnType<typeof fetchMemberYear>;
}

/** What the formula proposes, with what caps it. */
function ProposedCell({ row, label, grounds }: CellProperties) {
  const t = useTexts(evaluationTexts);
  const say = useWords();
  return (
    <span className="evaluation-grade">
      {label === null ? t.none : <Figure value={label} grounds={grounds} />}
      {row.tied ? <small>{t.tied}</small> : null}
      {row.vetoes.map((veto) => <small key={veto.zh}>{say(veto)}</small>)}
    </span>
  );
}

/** What was decided, with the reason where it differs, and what it was before an upheld objection. */
function GradeCell({ row, label, grounds, was }: CellProperties & { readonly was: string | null }) {
  const t = useTexts(evaluationTexts);
  return (
    <span className="evaluation-grade">
      {label === null ? t.none : <Figure value={label} grounds={grounds} />}
      {was === null ? null : <small>{was}</small>}
      {row.reason === '' ? null : <small>{row.reason}</small>}
    </span>
  );
}
