import type { CivilDate, Period } from '#domain/calendar/civil-date.ts';
import type { FactKind, FactState } from './contract.ts';

/**
 * One entry of the append-only fact log: the complete new state of one fact, its own dates, and `seq`, the order
 * in which the bureau learned of it.
 */
interface Entry<K extends FactKind> {
  readonly seq: number;
  readonly factId: string;
  /** 1, 2, … An amendment names the version it read. */
  readonly version: number;
  readonly kind: K;
  readonly change: 'recorded' | 'amended' | 'withdrawn';
  /** For `withdrawn`: the state that no longer holds. */
  readonly state: FactState<K>;
  /** 发生日期, or the first day from which the fact holds. Decides membership, rota and excuse. */
  readonly day: CivilDate;
  /** 所属期: decides windows and cycles. */
  readonly period: Period;
  /** The person behind the account that recorded this version; null for an account without one (an administrator, an import). */
  readonly recordedBy: string | null;
  readonly recordedOn: CivilDate;
  /** Whether the recorder held the right to record for all subjects; otherwise another person must confirm. */
  readonly standing: 'counted' | 'proposed';
}

export type LogEntry = { [K in FactKind]: Entry<K> }[FactKind];
export type LogEntryOf<K extends FactKind> = Entry<K>;
