import { LeftOutlined, PrinterOutlined, RightOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import { readMonthBoard, type MonthBoard } from '#domain/boards/month-contract.ts';
import { addMonths } from '#domain/calendar/civil-date.ts';
import { useAddress } from '#web/shell/address.ts';
import { useCall } from '#web/shell/calling.ts';
import { useTexts } from '#web/shell/language.tsx';
import { PageFault } from '#web/shell/PageFault.tsx';
import { useWhoAmI } from '#web/shell/session.tsx';
import { useTableView } from '#web/shell/table-view.ts';
import { DataTable } from '#web/ui/DataTable.tsx';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { usePhone } from '#web/ui/screen.ts';
import { MonthCard } from './MonthCard.tsx';
import { monthBoardTexts } from './month-board-texts.ts';
import { useMonthColumns } from './month-columns.tsx';
import './month-board.css';

/** More than any committee has branches, so that one sheet of paper holds them all. */
const BRANCHES_ON_A_PAGE = 100;

/** 开展情况: the branches of a month by number, what they held, what is missing, and who came. No rank, no colour of one. */
export function MonthBoardPage() {
  const t = useTexts(monthBoardTexts);
  const phone = usePhone();
  const [{ month, committee }, ask] = useAddress({ month: useWhoAmI().today.slice(0, 7), committee: '' });
  const [view, setView] = useTableView(BRANCHES_ON_A_PAGE, ['committee']);
  const place = committee === '' ? {} : { organisation: committee };
  const board = useCall(readMonthBoard, { period: month, ...place }, { keep: true });
  const columns = useMonthColumns(board.data, committee);
  if (board.error) return <PageFault refusal={board.error.refusal} onRetry={() => void board.refetch()} />;
  const { data } = board;
  return (
    <div className="month-board">
      <PageHeader
        title={t.title} count={data?.items.length}
        beside={(
          <span className="month-board-month">
            <Button className="unprinted" icon={<LeftOutlined />} aria-label={t.before} onClick={() => ask({ month: addMonths(month, -1) })} />
            <b aria-live="polite">{t.month(month)}</b>
            <Button className="unprinted" icon={<RightOutlined />} aria-label={t.after} onClick={() => ask({ month: addMonths(month, 1) })} />
          </span>
        )}
        actions={phone ? null : <Button icon={<PrinterOutlined />} onClick={() => print()}>{t.print}</Button>}
      />
      {data ? <AsOf asOf={data.asOf} /> : null}
      {phone && data && data.items.length > 1 ? <MonthCard board={data} line={data.total} name={t.all(data.items.length)} organisation={committee} /> : null}
      <DataTable
        name="month-board" title={`${t.title} ${t.month(month)}`} rows={data?.items} rowKey={(row) => row.organisation.id} columns={columns} view={view} onView={setView}
        asked={[data?.choices.find((it) => it.id === committee)?.name ?? '', data ? t.asOf(`${data.asOf.day} ${data.asOf.time}`, data.asOf.seq) : '']}
        empty={{ title: t.empty, next: t.next }}
        totalsAbove card={(row) => (data ? <MonthCard board={data} line={row} name={row.organisation.name} organisation={row.organisation.id} /> : null)}
        filters={data && data.choices.length > 1 ? (
          <Select
            className="month-board-committee" aria-label={t.committee} value={committee} showSearch={{ optionFilterProp: 'label' }} onChange={(chosen) => ask({ committee: chosen })}
            options={[{ value: '', label: t.everybody }, ...data.choices.map((it) => ({ value: it.id, label: it.name }))]}
          />
        ) : null}
      />
      <p className="month-board-legend">{t.legend}</p>
    </div>
  );
}

/** Up to where the board knows everything (截至): the moment for people, the number of the record for whoever compares. */
function AsOf({ asOf: { day, time, seq, behind } }: { readonly asOf: MonthBoard['asOf'] }) {
  const t = useTexts(monthBoardTexts);
  return <p className="month-board-as-of">{t.asOf(`${day} ${time}`, seq)}{behind ? ` ${t.behind}` : ''}</p>;
}
