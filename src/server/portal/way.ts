import type { Words } from '#domain/words/words.ts';
import type { PortalFaultKind } from './portal-fault.ts';

/** Whom the provider of identities or the directory proved. */
export interface Proven {
  /** Of the roster (警号). */
  readonly number: string;
  /** As he is called there, where he is; he is asked whether that is him. */
  readonly name: string | null;
}

/** What a page says. */
export interface Told {
  readonly title: Words;
  readonly text: Words;
}

/** Fields of a name and a password, and what a browser must bring back with them. */
export interface Form {
  readonly state: string;
}

/** One of the two ways in which people are proven: the provider's page, or a password typed into ours. */
export interface Way {
  /** Whether what stands behind it is there and takes us. @throws PortalFault */
  examine(): Promise<unknown>;
  /** A page, a place to go on to, or who was proven; undefined for what is not ours. @throws PortalFault */
  step(request: Request, now: Date): Promise<Response | Proven | undefined>;
  told(kind: PortalFaultKind): Told;
  /** What a browser keeps after a refusal, and the form where the next try is on the same page. */
  after(kind: PortalFaultKind, request: Request, now: Date): { readonly cookie: string; readonly form: Form | null };
  /** What a browser keeps when it goes on. */
  readonly gone: string;
}
