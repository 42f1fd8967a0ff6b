/** What was typed and not written yet, with the moment of the last letter. */
export interface Kept<T> {
  readonly at: string;
  readonly value: T;
}

const DAYS_KEPT = 7;

export const keepDraft = <T>(store: Storage, place: string, value: T): void => store.setItem(place, JSON.stringify({ at: new Date().toISOString(), value } satisfies Kept<T>));

/** A draft of the last days; an older one is put away unread. */
export function keptDraft<T>(store: Storage, place: string): Kept<T> | null {
  const text = store.getItem(place);
  if (text === null) return null;
  const kept: Kept<T> = JSON.parse(text);
  if (Date.now() - Date.parse(kept.at) <= DAYS_KEPT * 86_400_000) return kept;
  store.removeItem(place);
  return null;
}
