import type { StatementLine } from '#domain/months/statement-contract.ts';
import { useLanguage, useMarks, useTexts, useWords } from '#web/shell/language.tsx';
import type { Column } from '#web/ui/table-columns.ts';
import { dayText } from '#web/ui/day-words.ts';
import { Figure } from '#web/ui/Figure.tsx';
import { figureWords } from '#web/ui/figure-format.ts';
import { statuses } from '#web/ui/statuses.ts';
import { StatusTag } from '#web/ui/StatusTag.tsx';
import { MonthFigure } from './MonthFigure.tsx';
import { fetchStatement } from './statement-grounds.ts';
import { statementTexts, tagOfStanding } from './statement-texts.ts';

interface Columns<R> {
  readonly state: Column<R>;
  readonly figures: readonly Column<R>[];
  readonly until: Column<R>;
}

/** What both lists of statements show: the state, the month and the year as published, and the last day of whoever is to move. */
export function useStatementColumns<R extends StatementLine>(): Columns<R> {
  const t = useTexts(statementTexts);
  const say = useWords();
  const { language } = useLanguage();
  const marks = useMarks();
  const note = ({ verdict }: R) => (verdict === null ? undefined : t[verdict]);
  return {
    state: {
      key: 'state', title: t.state, text: (row) => [say(statuses[tagOfStanding[row.standing]].words), note(row) ?? ''].join(' ').trim(),
      cell: (row) => <StatusTag status={tagOfStanding[row.standing]} note={note(row)} />,
    },
    figures: [
      { key: 'ofMonth', title: t.ofMonth, figures: true, text: (row) => figureWords(row.month, ''), number: { format: 'points', of: (row) => row.month }, cell: (row) => <MonthFigure value={row.month} grounds={fetchStatement(row.statement)} /> },
      { key: 'total', title: t.total, figures: true, text: (row) => figureWords(row.total, ''), number: { format: 'points', of: (row) => row.total }, cell: (row) => <Figure value={row.total} grounds={fetchStatement(row.statement)} /> },
    ],
    until: {
      key: 'until', title: t.until,
      text: (row) => (row.deadline === null || row.standing === 'silent' ? '' : `${dayText(row.deadline, language)}${row.provisional ? marks.aside(t.provisional) : ''}`),
    },
  };
}
