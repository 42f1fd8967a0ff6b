import { amendSession, recordSession, type RecordForm, type SessionSaved } from '#domain/activities/contract.ts';
import type { CallRefused } from '#web/shell/call-refused.ts';
import { useWrite } from '#web/shell/calling.ts';
import type { Draft } from './record-draft.ts';

interface Submission {
  readonly send: (draft: Draft) => void;
  readonly busy: boolean;
  readonly error: CallRefused | null;
}

/** Sends the draft as a first record or as an amendment, whichever the form is for. */
export function useSubmitRecord(form: RecordForm, onSaved: (saved: SessionSaved) => void): Submission {
  const recording = useWrite(recordSession);
  const amending = useWrite(amendSession);
  const { session, version, recorded } = form;
  const known = session === null || version === null ? null : { session, version };
  const send = (draft: Draft) => {
    const record = written(draft);
    if (known && recorded) amending.mutate({ ...record, ...known }, { onSuccess: onSaved });
    else recording.mutate({ ...record, organisation: form.organisation.id, arranged: known }, { onSuccess: onSaved });
  };
  return { send, busy: recording.isPending || amending.isPending, error: recording.error ?? amending.error };
}

/** Lines that were added and left empty are no agenda items. */
const written = (draft: Draft): Draft => ({
  ...draft,
  agenda: draft.agenda.filter(({ title }) => title.trim() !== ''),
  resolutions: draft.resolutions.filter(({ text, vote }) => text.trim() !== '' || vote !== null),
});
