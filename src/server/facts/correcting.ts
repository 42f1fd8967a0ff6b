import type { FactKind } from '#domain/facts/contract.ts';
import type { LogEntryOf } from '#domain/facts/fact.ts';
import type { Correctable, Correction } from '#domain/objections/contract.ts';
import type { Call } from '#server/platform/call.ts';
import type { NewFact } from './record-fact.ts';

/** For whom a fact is put right: one member, or a branch. */
export interface CorrectedFor {
  readonly kind: 'person' | 'branch';
  readonly id: string;
}

export type Ways = Pick<Correctable, 'ways' | 'reasons' | 'mark' | 'makeUp' | 'leave' | 'handedIn' | 'sheet' | 'register' | 'row' | 'people' | 'detail'>;
export type Corrected<K extends FactKind> = Pick<NewFact<K>, 'state' | 'period' | 'text'>;

/**
 * How a room lets one kind of its facts be put right when an objection is upheld. The room checks what would be
 * written, by its own rules; whoever decides on the objection writes it, as an amendment like any other.
 */
export interface Correcting<K extends FactKind = FactKind> {
  readonly ways: (call: Call, entry: LogEntryOf<K>, whose: CorrectedFor) => Promise<Ways>;
  /** The fact as it should have been; nothing is written. @throws the refusals of the room */
  readonly corrected: (call: Call, entry: LogEntryOf<K>, correction: Correction, whose: CorrectedFor) => Promise<Corrected<K>>;
}

/** By kind of fact; what has no line here can only be explained. */
export type Correctings = { readonly [K in FactKind]?: Correcting<K> };

export const noWays: Ways = { ways: [], reasons: [], mark: null, makeUp: null, leave: null, handedIn: null, sheet: null, register: null, row: null, people: [], detail: null };

/** What upholding an objection does beside the facts: rooms hand in what is theirs, the room of objections knows none of them. */
export interface Remedies {
  readonly correctings: Correctings;
  /** Takes somebody off the notice of a selection. */
  readonly strike: (call: Call, listed: { readonly selection: string; readonly person: string; readonly words: string }) => Promise<void>;
}
