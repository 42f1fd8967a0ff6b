import type { Grounds, OpenedFact } from '#domain/engine/evaluation.ts';
import type { Words } from '#domain/words/words.ts';

/** The names behind the ids of a tree: persons, activities, reasons, schemes, the facts of `because`. */
export type GroundsNames = Readonly<Record<string, Words>>;

export interface NamedGrounds {
  readonly grounds: Grounds;
  readonly names: GroundsNames;
  /** Left out where the number is nobody's to object to. */
  readonly disputes?: Disputes | undefined;
}

/** Whose number it is, what of it is under objection (异议中) by the id of a fact or an item, and whether the reader may object. */
export interface Disputes {
  readonly subject: { readonly kind: 'person' | 'branch'; readonly id: string };
  readonly year: number;
  readonly objected: Readonly<Record<string, string>>;
  readonly mayObject: boolean;
}

export type GroundsSource = Grounds | NamedGrounds | (() => Promise<Grounds | NamedGrounds>);

/** Where a fact can be opened; null where there is no page for it. */
export interface FactPlace {
  readonly href: (fact: OpenedFact) => string | null;
  /** An objection under way, and the form of a new one to a fact or an item. */
  readonly objection: (objection: string) => string;
  readonly objecting: (disputes: Disputes, to: { readonly fact: string } | { readonly item: string }) => string;
  readonly go: (href: string) => void;
}
