import type { ObjectionLine } from '#domain/objections/list-contract.ts';
import { useMarks, useTexts } from '#web/shell/language.tsx';
import { DateText } from '#web/ui/DateText.tsx';
import { objectionTexts } from './objection-texts.ts';

/** Until when somebody is to move, and how many working days that is. */
export function Clock({ of: { deadline, provisional, overdue, daysLeft } }: { readonly of: ObjectionLine }) {
  const t = useTexts(objectionTexts);
  const marks = useMarks();
  if (deadline === null) return null;
  return (
    <span className={overdue ? 'objection-clock over' : 'objection-clock'}>
      <DateText day={deadline} short /> {overdue ? t.over : daysLeft === null ? null : t.left(daysLeft)}{provisional ? marks.aside(t.provisional) : ''}
    </span>
  );
}
