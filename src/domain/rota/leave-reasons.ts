import type { ExcuseReason, Scheme } from '#domain/schemes/scheme.ts';

/**
 * The reasons that may be entered as leave (请假登记): those that no register brings by itself and that say something
 * about the sitting beforehand. Being late or simply not coming is marked in the session, never beforehand.
 */
export const leaveReasonsOf = (scheme: Pick<Scheme, 'excuses'>): readonly ExcuseReason[] =>
  scheme.excuses.filter((it) => it.broughtBy === null && it.shownAs !== 'absent' && (it.exempts || it.makeUp !== 'no'));

/** What anybody but the person and his secretary may see of a reason (finding 14); an unknown word shows as 其他. */
export const shownAsOf = (scheme: Pick<Scheme, 'excuses'>, reason: string): ExcuseReason['shownAs'] =>
  scheme.excuses.find((it) => it.id === reason)?.shownAs ?? 'other';

/** The word of the scheme for what a register brings; null where the scheme has none. */
export const reasonBroughtBy = (scheme: Pick<Scheme, 'excuses'>, register: NonNullable<ExcuseReason['broughtBy']>): string | null =>
  scheme.excuses.find((it) => it.broughtBy === register)?.id ?? null;
