import type { RecordForm } from '#domain/activities/contract.ts';
import { useKeptState, type KeptState } from '#web/shell/use-kept-state.ts';

/** What has been filled in so far. */
export type Draft = RecordForm['record'];
export type ChangeDraft = (change: Partial<Draft> | ((draft: Draft) => Partial<Draft>)) => void;

export interface KeptDraft extends Pick<KeptState<Draft>, 'since' | 'discard'> {
  readonly draft: Draft;
  readonly change: ChangeDraft;
}

/** A record as far as it is filled in, of the version of the session it was begun on: a draft of an older one is of no use. */
export function useKeptDraft(form: RecordForm): KeptDraft {
  const { value, change, since, discard } = useKeptState(`record ${form.organisation.id} ${form.session ?? 'new'} ${form.version ?? ''}`, () => form.record);
  return { draft: value, since, discard, change: (changed) => change((before) => ({ ...before, ...(typeof changed === 'function' ? changed(before) : changed) })) };
}
