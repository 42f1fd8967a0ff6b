import type { ReactNode } from 'react';
import { type BoardActivity, type BoardLine, type BoardRow, type MonthBoard, readMonthGrounds } from '#domain/boards/month-contract.ts';
import { paths } from '#web/paths.ts';
import { call } from '#web/shell/call.ts';
import { useTexts, useWords } from '#web/shell/language.tsx';
import { CountLink } from '#web/shell/CountLink.tsx';
import type { Column } from '#web/ui/table-columns.ts';
import { Figure } from '#web/ui/Figure.tsx';
import { figureWords } from '#web/ui/figure-format.ts';
import type { NamedGrounds } from '#web/ui/grounds-source.ts';
import { StatusTag } from '#web/ui/StatusTag.tsx';
import { statuses } from '#web/ui/statuses.ts';
import { monthBoardTexts } from './month-board-texts.ts';

/** Where the sessions behind a count are listed. */
interface Listed {
  readonly period: string;
  /** '' for all together. */
  readonly organisation: string;
  readonly activity?: string;
  readonly status?: string;
  readonly late?: 'yes';
}

export function useMonthColumns(board: MonthBoard | undefined, committee: string): readonly [Column<BoardRow>, ...Column<BoardRow>[]] {
  const t = useTexts(monthBoardTexts);
  const say = useWords();
  const { period = '', total, activities = [] } = board ?? {};
  const waiting = (key: 'toRecord' | 'toConfirm' | 'late'): Column<BoardRow> => ({
    key, title: t[key], figures: true, text: (row) => row[key], totalCell: total?.[key] ?? null,
    total: total ? <Waiting line={total} of={key} period={period} organisation={committee} /> : null,
    cell: (row) => <Waiting line={row} of={key} period={period} organisation={row.organisation.id} />,
  });
  const persons = (key: 'expected' | 'present' | 'madeUp' | 'excused'): Column<BoardRow> => ({
    key, title: t[key], figures: true, text: (row) => row[key], totalCell: total?.[key] ?? null,
    total: total ? <Persons line={total} of={key} period={period} organisation={committee} /> : null,
    cell: (row) => <Persons line={row} of={key} period={period} organisation={row.organisation.id} />,
  });
  return [
    { key: 'branch', title: t.branch, text: (row) => row.organisation.name, total: t.total, totalCell: t.total },
    { key: 'status', title: t.status, text: ({ standing }) => (standing === 'nothingArranged' ? t.nothingArranged : say(statuses[standing].words)), cell: (row) => <Standing line={row} />, total: total ? <Standing line={total} /> : null },
    ...activities.map(({ id, label }): Column<BoardRow> => ({
      key: id, title: say(label), figures: true, text: (row) => heldText(activityOf(row, id)), total: total ? <Held of={activityOf(total, id)} listed={{ period, organisation: committee, activity: id }} /> : null, totalCell: total ? heldText(activityOf(total, id)) : '',
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

/** A count leads to the sessions it counts, by the month they belong to. */
export function Count({ of: { period, organisation, ...narrow }, value, children }: { readonly of: Listed; readonly value: number; readonly children?: ReactNode }) {
  return (
    <CountLink to={paths.sessions()} search={{ month: period, by: 'period', ...(organisation === '' ? {} : { organisation }), ...narrow }} value={value}>
      {children}
    </CountLink>
  );
}

interface Line {
  readonly line: BoardLine;
  readonly period: string;
  readonly organisation: string;
}

/** What waits, or came late; nothing is shown as nothing. */
export function Waiting({ line, of, period, organisation }: Line & { readonly of: 'toRecord' | 'toConfirm' | 'late' }) {
  if (line[of] === 0) return null;
  return <Count of={{ period, organisation, ...(of === 'late' ? { late: 'yes' } : { status: of }) }} value={line[of]} />;
}

/** Sessions held of those due; what was cancelled or reported as not held stands beside it. */
export function Held({ of, listed }: { readonly of: BoardActivity | undefined; readonly listed: Listed }) {
  const t = useTexts(monthBoardTexts);
  if (!of || of.arranged === 0) return <span className="month-board-none">–</span>;
  const beside = (['notHeld', 'stopped'] as const).filter((status) => of[status] > 0);
  return (
    <>
      <Count of={listed} value={of.held}>{heldText(of)}</Count>
      {beside.map((status) => <small key={status} className="month-board-note"><Count of={{ ...listed, status }} value={of[status]}>{t[status](of[status])}</Count></small>)}
    </>
  );
}

const groundsOf = (period: string, organisation: string) => (): Promise<NamedGrounds> =>
  call(readMonthGrounds, { period, ...(organisation === '' ? {} : { organisation }) });

/** Heads over the sessions of the month: out of the branches of a committee, the sessions of a branch. */
export function Persons({ line, of, period, organisation }: Line & { readonly of: 'expected' | 'present' | 'madeUp' | 'excused' }) {
  return <Figure value={line[of]} format="count" grounds={groundsOf(period, organisation)} />;
}

/** The share opens its grounds: the branches of a committee, the sessions of a branch. */
export function Rate({ line, period, organisation }: Line) {
  return <Figure value={line.rate} format="percent" grounds={groundsOf(period, organisation)} />;
}

export function Standing({ line: { standing } }: { readonly line: BoardLine }) {
  const t = useTexts(monthBoardTexts);
  return standing === 'nothingArranged' ? <span className="month-board-none">{t.nothingArranged}</span> : <StatusTag status={standing} />;
}

export const activityOf = (line: BoardLine, id: string): BoardActivity | undefined => line.activities.find(({ activity }) => activity === id);

export const heldText = (of: BoardActivity | undefined): string => (!of || of.arranged === 0 ? '–' : `${of.held}/${of.arranged - of.stopped}`);
