import type { AssignmentRow } from '#domain/assignments/contract.ts';
import { useTexts } from '#web/shell/language.tsx';
import { StatusTag } from '#web/ui/StatusTag.tsx';
import type { Status } from '#web/ui/statuses.ts';
import { assignmentTexts } from './assignment-texts.ts';

const statusOf: Readonly<Record<AssignmentRow['stage'], Status>> = {
  open: 'toDo', handedIn: 'handedIn', returned: 'returned', accepted: 'completed', notDone: 'notDone', cancelled: 'cancelled',
};

/** What became of a task; still to be done after its day it is overdue, handed in after it is marked as late. */
export function StageTag({ row }: { readonly row: AssignmentRow }) {
  const { late } = useTexts(assignmentTexts);
  const open = row.stage === 'open' || row.stage === 'returned';
  return <StatusTag status={row.late && open ? 'overdue' : statusOf[row.stage]} note={row.late && !open && row.stage !== 'notDone' ? late : undefined} />;
}
