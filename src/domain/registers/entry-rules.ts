import { addMonths, type CivilDate, type Period, periodOf } from '#domain/calendar/civil-date.ts';
import { firstOpenDay } from '#domain/calendar/open-year.ts';
import { refuseDay } from '#domain/calendar/refusals.ts';
import type { FactState } from '#domain/facts/contract.ts';
import type { Register } from '#domain/schemes/format/register-shape.ts';
import type { Words } from '#domain/words/words.ts';
import { refuseRegister } from './refusals.ts';

/** So far before the month of its day an entry may belong: a ballot of the year held in the spring after it. */
const MONTHS_BACK = 3;

/**
 * The days of an entry. What has not happened is not entered, except an order or a plan, and what the office announces as
 * lasting (重要节点、届次). What lasts may have begun in a settled year, as long as it still reaches an open one.
 * @throws DayInFuture, YearClosed, EntryEndsBefore
 */
export function demandDays(register: Register, { day, until }: Pick<FactState<'record'>, 'day' | 'until'>, today: CivilDate): void {
  if (day > today && !mayBeAhead(register)) throw refuseDay('DayInFuture', { day, today });
  if (until !== null && until < day) throw refuseRegister('EntryEndsBefore', {});
  demandOpenEntry(register, { day, until }, today);
}

const mayBeAhead = ({ ahead, lasts, keptBy }: Register): boolean => ahead === true || (lasts === true && keptBy === 'office');

/** What lies in a settled year alone does not change any more. @throws YearClosed */
export function demandOpenEntry(register: Register, { day, until }: Pick<FactState<'record'>, 'day' | 'until'>, today: CivilDate): void {
  const open = firstOpenDay(today);
  const last = register.lasts === true ? until ?? today : day;
  if (last < open) throw refuseDay('YearClosed', { day: last, open });
}

/** 所属期: the month of the day, or one of the months before it with a reason. @throws PeriodNeedsReason, PeriodTooFar */
export function demandPeriod(day: CivilDate, period: Period, reason: string): void {
  const month = periodOf(day);
  if (period === month) return;
  const first = addMonths(month, -MONTHS_BACK);
  if (period > month || period < first) throw refuseRegister('PeriodTooFar', { first, last: month });
  if (reason.trim() === '') throw refuseRegister('PeriodNeedsReason', { period, month });
}

/** What is wrong with the persons of an entry: too few, too many, twice, without a part or without anybody in one. */
export function personFaults(register: Register, persons: FactState<'record'>['persons']): readonly Words[] {
  if (register.persons === 'none') return persons.length === 0 ? [] : [{ zh: '这本登记簿不登记人员。', en: 'This register names nobody.' }];
  if (persons.length === 0) return [{ zh: '请选择人员。', en: 'Choose who it is about.' }];
  if (register.persons === 'one' && persons.length > 1) return [{ zh: '一条登记只写一个人。', en: 'One entry is about one person.' }];
  if (new Set(persons.map(({ person }) => person)).size < persons.length) return [{ zh: '同一人只能写一次。', en: 'Nobody stands there twice.' }];
  const { parts } = register;
  if (!parts) return persons.some(({ as }) => as !== null) ? [{ zh: '这本登记簿不分角色。', en: 'This register has no parts.' }] : [];
  if (persons.some(({ as }) => !parts.some(({ id }) => id === as))) return [{ zh: '请给每个人选择角色。', en: 'Give everybody a part.' }];
  return parts.filter(({ id }) => !persons.some(({ as }) => as === id))
    .map(({ label }) => ({ zh: `请至少填写一名${label.zh}。`, en: `At least one: ${label.en}.` }));
}

/** Whether an entry needs somebody else before it counts: the register says so, or its recorder stands in it. */
export const needsConfirmation = (register: Register, state: FactState<'record'>, recorder: string | null): boolean =>
  (register.confirmedBy ?? 'nobody') !== 'nobody' || state.persons.some(({ person }) => person === recorder);
