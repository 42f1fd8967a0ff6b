import { listOwnStatements, type StatementLine } from '#domain/months/statement-contract.ts';
import { paths } from '#web/paths.ts';
import { useAddress } from '#web/shell/address.ts';
import { useCall } from '#web/shell/calling.ts';
import { useLanguage, useTexts, useWords } from '#web/shell/language.tsx';
import { PageFault } from '#web/shell/PageFault.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { useWhoAmI } from '#web/shell/session.tsx';
import { useTableView } from '#web/shell/table-view.ts';
import { DataTable } from '#web/ui/DataTable.tsx';
import type { Column } from '#web/ui/table-columns.ts';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { YearSteps } from '#web/ui/YearSteps.tsx';
import { monthText } from '#web/ui/month-words.ts';
import { statementTexts } from './statement-texts.ts';
import { useStatementColumns } from './statement-columns.tsx';
import './months.css';

/** A member's months of a year, the latest first: what waits for him stands at the top. */
export function MyStatementsPage() {
  const t = useTexts(statementTexts);
  const say = useWords();
  const { language } = useLanguage();
  const { today } = useWhoAmI();
  const [{ year }, change] = useAddress({ year: today.slice(0, 4) });
  const [view, setView] = useTableView();
  const list = useCall(listOwnStatements, { year: Number(year) }, { keep: true });
  const { state, figures, until } = useStatementColumns<StatementLine>();
  if (list.error) return <PageFault refusal={list.error.refusal} onRetry={() => void list.refetch()} />;
  const name = (row: StatementLine) => monthText(row.period, language);
  const columns: readonly [Column<StatementLine>, ...Column<StatementLine>[]] = [
    { key: 'month', title: t.month, text: name, cell: (row) => <PathLink to={paths.statement(row.statement)}>{name(row)}</PathLink> }, state, ...figures, until,
  ];
  return (
    <>
      <PageHeader title={t.own} beside={<YearSteps year={year} onChoose={(chosen) => change({ year: chosen })} />} />
      <DataTable
        name="my-statements" title={t.own} rows={list.data?.items} rowKey={(row) => row.statement} columns={columns} view={view} onView={setView} asked={[year]}
        empty={{ title: t.none, next: t.noneNext }}
        card={(row) => (
          <div className="month-in-brief">
            <p><PathLink to={paths.statement(row.statement)}><b>{name(row)}</b></PathLink> {state.cell?.(row)}</p>
            {figures.map((figure) => <p key={figure.key}>{figure.title} {figure.cell?.(row)}</p>)}
            {until.text(row) === '' ? null : <p className="months-hint">{t.until} {until.text(row)}</p>}
          </div>
        )}
      />
      {list.data && list.data.items.length > 0 ? <p className="months-hint">{say({ zh: '异议期满未提出异议的，视为确认。', en: 'No objection by the last day counts as confirmation.' })}</p> : null}
    </>
  );
}
