import type { FactState } from '#domain/facts/contract.ts';

type SheetState = FactState<'checkSheet'>;

/** A sheet counts when somebody else of the team than who filled it in has confirmed it. */
export const isConfirmedSheet = ({ stage, markedBy, confirmedBy }: Pick<SheetState, 'stage' | 'markedBy' | 'confirmedBy'>): boolean =>
  (stage === 'confirmed' || stage === 'sent' || stage === 'signed') && markedBy !== null && confirmedBy !== null && markedBy !== confirmedBy;

const TEN = 10;
const ELEVEN = 11;

/**
 * Items that the branch had marked more than a tenth above what was found, each in proportion to what it was out of: an
 * item that meanwhile is out of less was not marked too high by that.
 */
export const overMarkedIn = ({ items }: Pick<SheetState, 'items'>): number => items.filter(({ selfMark, selfFull, checked, full }) => {
  if (selfMark === null || checked === null) return false;
  const [self, found] = selfFull === null || full === null ? [selfMark, checked] : [selfMark * full, checked * selfFull];
  return self * TEN > found * ELEVEN;
}).length;
