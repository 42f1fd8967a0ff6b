import { Select } from 'antd';
import { addMonths } from '#domain/calendar/civil-date.ts';
import { type BranchStatementLine, listStatements } from '#domain/months/statement-contract.ts';
import { readPointsScopes } from '#domain/points/contract.ts';
import { paths } from '#web/paths.ts';
import { useAddress } from '#web/shell/address.ts';
import { useCall } from '#web/shell/calling.ts';
import { useTexts } from '#web/shell/language.tsx';
import { PageFault } from '#web/shell/PageFault.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { useWhoAmI } from '#web/shell/session.tsx';
import { useTableView } from '#web/shell/table-view.ts';
import { DataTable } from '#web/ui/DataTable.tsx';
import type { Column } from '#web/ui/table-columns.ts';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { MonthSteps } from './MonthSteps.tsx';
import { useStatementColumns } from './statement-columns.tsx';
import { statementTexts } from './statement-texts.ts';
import './months.css';

/** The statements of a branch's month by the numbers of its members, never by points (D-61). */
export function StatementsPage() {
  const t = useTexts(statementTexts);
  const { today } = useWhoAmI();
  const [{ branch, month }, ask] = useAddress({ branch: '', month: addMonths(today.slice(0, 7), -1) });
  const [view, setView] = useTableView();
  const scopes = useCall(readPointsScopes, {});
  const organisation = branch || scopes.data?.items[0]?.id || '';
  const list = useCall(listStatements, { organisation, period: month }, { enabled: organisation !== '', keep: true });
  const { state, figures, until } = useStatementColumns<BranchStatementLine>();
  const error = scopes.error ?? list.error;
  if (error) return <PageFault refusal={error.refusal} />;
  const columns: readonly [Column<BranchStatementLine>, ...Column<BranchStatementLine>[]] = [
    { key: 'name', title: t.name, text: (row) => row.person.name, cell: (row) => <PathLink to={paths.statement(row.statement)}>{row.person.name}</PathLink> },
    { key: 'number', title: t.number, text: (row) => row.person.number }, state, ...figures, until,
  ];
  return (
    <>
      <PageHeader title={t.title} count={list.data?.items.length} beside={<MonthSteps month={month} onChoose={(chosen) => ask({ month: chosen })} />} />
      <DataTable
        name="statements" title={t.title} rows={scopes.data?.items.length === 0 ? [] : list.data?.items} rowKey={(row) => row.statement} columns={columns} view={view} onView={setView}
        asked={list.data ? [list.data.organisation.name, month] : []} empty={scopes.data?.items.length === 0 ? { title: t.noBranch, next: t.noBranchNext } : { title: t.noneOfMonth, next: t.noneOfMonthNext, action: <PathLink to={paths.months()}>{t.toMonths}</PathLink> }}
        filters={(
          <Select
            className="months-branch" aria-label={t.branch} value={organisation || null} showSearch={{ optionFilterProp: 'label' }}
            options={(scopes.data?.items ?? []).map((it) => ({ value: it.id, label: it.name }))} onChange={(chosen) => ask({ branch: chosen })}
          />
        )}
        card={(row) => (
          <div className="month-in-brief">
            <p><PathLink to={paths.statement(row.statement)}><b>{row.person.name}</b></PathLink> {state.cell?.(row)}</p>
            <p>{figures.map((figure) => <span key={figure.key} className="month-card-figure">{figure.title} {figure.cell?.(row)}</span>)}</p>
            {until.text(row) === '' ? null : <p className="months-hint">{t.until} {until.text(row)}</p>}
          </div>
        )}
      />
    </>
  );
}
