import type { ReactNode } from 'react';
import { type BoardActivity, type BoardLine, type BoardRow, type MonthBoard, readMonthGrounds } from '#domain/boards/month-contract.ts';
import { paths } from '#web/paths.ts';
import { call } from '#web/shell/call.ts';
import { useTexts, useWords } from '#web/shell/language.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import type { Column } from '#web/ui/DataTable.tsx';
import { Figure } from '#web/ui/Figure.tsx';
import { figureWords } from '#web/ui/figure-format.ts';
import type { NamedGrounds } from '#web/ui/GroundsHome.tsx';
import { StatusTag } from '#web/ui/StatusTag.tsx';
import { statuses } from '#web/ui/statuses.ts';
import { monthBoardTexts } from './month-board-texts.ts';

/** Where the sessions behind a count are listed. */
interface Listed {
  readonly period: string;
  readonly organisation: string;
  readonly activity?: string;
  readonly status?: string;
}

export function useMonthColumns(board: MonthBoard | undefined, committee: string): readonly [Column<BoardRow>, ...Column<BoardRow>[]] {
  const t = useTexts(monthBoardTexts);
  const say = useWords();
  const { period = '', total, activities = [] } = board ?? {};
  const waiting = (key: 'toRecord' | 'toConfirm' | 'late'): Column<BoardRow> => ({
    key, title: t[key], figures: true, text: (row) => row[key], total: total?.[key], totalCell: total?.[key] ?? null,
    cell: (row) => (row[key] === 0 ? null : <Count of={{ period, organisation: row.organisation.id, ...(key === 'late' ? {} : { status: key }) }}>{row[key]}</Count>),
  });
  const persons = (key: 'expected' | 'present' | 'madeUp' | 'excused'): Column<BoardRow> =>
    ({ key, title: t[key], figures: true, text: (row) => row[key], total: total?.[key], totalCell: total?.[key] ?? null });
  return [
    { key: 'branch', title: t.branch, text: (row) => row.organisation.name, total: t.total, totalCell: t.total },
    { key: 'status', title: t.status, text: ({ standing }) => (standing === 'nothingArranged' ? t.nothingArranged : say(statuses[standing].words)), cell: (row) => <Standing line={row} />, total: total ? <Standing line={total} /> : null },
    ...activities.map(({ id, label }): Column<BoardRow> => ({
      key: id, title: say(label), figures: true, text: (row) => heldText(activityOf(row, id)), total: total ? heldText(activityOf(total, id)) : null, totalCell: total ? heldText(activityOf(total, id)) : '',
      cell: (row) => <Held of={activityOf(row, id)} listed={{ period, organisation: row.organisation.id, activity: id }} />,
    })),
    waiting('toRecord'), waiting('toConfirm'), waiting('late'),
    persons('expected'), persons('present'), persons('madeUp'), persons('excused'),
    {
      key: 'rate', title: t.rate, figures: true, text: (row) => figureWords(row.rate, t.noBasis), number: { format: 'percent', of: (row) => row.rate },
      totalCell: total?.rate ?? t.noBasis, cell: (row) => <Rate line={row} period={period} organisation={row.organisation.id} />,
      total: total ? <Rate line={total} period={period} organisation={committee} /> : null,
    },
  ];
}

/** A count leads to the sessions it counts. */
export function Count({ of: { period, organisation, activity, status }, children }: { readonly of: Listed; readonly children: ReactNode }) {
  return <PathLink to={paths.sessions()} search={{ month: period, organisation, ...(activity ? { activity } : {}), ...(status ? { status } : {}) }}>{children}</PathLink>;
}

/** Sessions held of those due; what was cancelled or reported as not held stands beside it. */
function Held({ of, listed }: { readonly of: BoardActivity | undefined; readonly listed: Listed }) {
  const t = useTexts(monthBoardTexts);
  if (!of || of.arranged === 0) return <span className="month-board-none">–</span>;
  const notes = [of.notHeld > 0 ? t.notHeld(of.notHeld) : '', of.stopped > 0 ? t.stopped(of.stopped) : ''].filter((note) => note !== '');
  return <><Count of={listed}>{heldText(of)}</Count>{notes.map((note) => <small key={note} className="month-board-note">{note}</small>)}</>;
}

/** The share opens its grounds: the branches of a committee, the sessions of a branch. */
export function Rate({ line, period, organisation }: { readonly line: BoardLine; readonly period: string; readonly organisation: string }) {
  const fetchGrounds = (): Promise<NamedGrounds> => call(readMonthGrounds, { period, ...(organisation === '' ? {} : { organisation }) });
  return <Figure value={line.rate} format="percent" grounds={fetchGrounds} />;
}

export function Standing({ line: { standing } }: { readonly line: BoardLine }) {
  const t = useTexts(monthBoardTexts);
  return standing === 'nothingArranged' ? <span className="month-board-none">{t.nothingArranged}</span> : <StatusTag status={standing} />;
}

export const activityOf = (line: BoardLine, id: string): BoardActivity | undefined => line.activities.find(({ activity }) => activity === id);

export const heldText = (of: BoardActivity | undefined): string => (!of || of.arranged === 0 ? '–' : `${of.held}/${of.arranged - of.stopped}`);
