import type { ItemState } from '#domain/assessments/item-standing.ts';
import type { Status } from '#web/ui/statuses.ts';

/** How each state of an item looks. */
export const itemStatus = {
  done: 'done', inProgress: 'inProgress', notDue: 'notDue', lacks: 'missing', notApplicable: 'notApplicable', notIncluded: 'notIncluded',
} as const satisfies Record<ItemState, Status>;
