import { openingBalances } from '#domain/schemes/built-in-registers.ts';
import type { Register } from '#domain/schemes/format/register-shape.ts';
import { isFactValue } from '#domain/schemes/format/value-shapes.ts';
import type { PointsPart, Scheme } from '#domain/schemes/scheme.ts';
import type { Hundredths } from '#domain/points/hundredths.ts';

/** The id under which entries of 期初结转 stand. */
export const OPENING_BALANCE = openingBalances.id;

/** A kind of points that may be brought forward, and how much at most. */
export interface CarriedPart {
  readonly part: PointsPart;
  /** Under which part of the total it stands. */
  readonly top: string;
  readonly most: Hundredths;
}

const UNBOUNDED = 100_000;

/**
 * The kinds of points that facts pay, from the total down, each with what can be brought forward: its full mark less what its
 * shares make and what everybody starts with. A share is not brought forward, for it needs its sessions, and those are
 * imported; nor is a deduction, which is entered as what it was.
 */
export const carriedParts = ({ points }: Pick<Scheme, 'points'>): CarriedPart[] => (points === null ? [] : points.children.flatMap((child) => (child.kind === 'part' ? carriedBelow(child, child.id) : [])));

function carriedBelow(part: PointsPart, top: string): CarriedPart[] {
  const paid = part.base !== null || part.children.some((child) => child.kind === 'rule' && isFactValue(child.value));
  const full = part.full ?? UNBOUNDED;
  const most = full - sharesIn(part) - (part.base?.value ?? 0);
  const below = part.children.flatMap((child) => (child.kind === 'part' ? carriedBelow(child, top) : []));
  return [...(paid && most > 0 ? [{ part, top, most }] : []), ...below];
}

const sharesIn = ({ children }: PointsPart): Hundredths =>
  children.reduce((sum, child) => sum + (child.kind === 'part' ? child.full ?? 0 : isFactValue(child.value) ? 0 : child.value.full), 0);

/** The register as a scheme makes it, with its kinds of points to choose from; null where nothing can be brought forward. */
export function openingRegister(scheme: Pick<Scheme, 'points'>): Register | null {
  const levels = carriedParts(scheme).map(({ part: { id, label } }) => ({ id, label }));
  if (levels.length === 0) return null;
  return {
    ...openingBalances,
    guidance: { zh: '启用日期之前的积分按构成逐项结转，注明依据文件；日期填启用日期之前的一天，由另一人审核后计入。按出勤比例计分的部分不结转，请导入历史考勤。', en: 'Points from before the day of inclusion, one kind at a time, with the document that says so; dated before that day, and counted once another person has confirmed them. What a share of attendance makes is not brought forward: import the sessions.' },
    fields: [{ id: 'part', label: { zh: '积分构成', en: 'Kind of points' }, kind: 'level', levels, required: true }, ...(openingBalances.fields ?? [])],
  };
}
