import { useState } from 'react';
import { amendSession, recordSession, type RecordForm, type SessionSaved } from '#domain/activities/contract.ts';
import type { CallRefusal } from '#web/shell/call-refused.ts';
import { useWrite } from '#web/shell/calling.ts';
import type { Draft } from './record-draft.ts';
import { wanting } from './wanting.ts';

interface Submission {
  readonly send: (draft: Draft) => void;
  readonly busy: boolean;
  readonly refusal: CallRefusal | null;
  /** The list was marked otherwise: what was said of it no longer holds. */
  readonly forget: () => void;
}

/** Sends the draft as a first record or as an amendment, whichever the form is for; not before it is whole. */
export function useSubmitRecord(form: RecordForm, onSaved: (saved: SessionSaved) => void): Submission {
  const recording = useWrite(recordSession);
  const amending = useWrite(amendSession);
  const [unwhole, setUnwhole] = useState<CallRefusal | null>(null);
  const { session, version, recorded } = form;
  const known = session === null || version === null ? null : { session, version };
  const send = (draft: Draft) => {
    const refusal = unwholeness(draft);
    setUnwhole(refusal);
    if (refusal) return;
    const record = written(draft);
    if (known && recorded) amending.mutate({ ...record, ...known }, { onSuccess: onSaved });
    else recording.mutate({ ...record, organisation: form.organisation.id, arranged: known }, { onSuccess: onSaved });
  };
  const refused = recording.error ?? amending.error;
  const forget = () => { setUnwhole(null); recording.reset(); amending.reset(); };
  return { send, busy: recording.isPending || amending.isPending, refusal: unwhole ?? refused?.refusal ?? null, forget };
}

function unwholeness(draft: Draft): CallRefusal | null {
  const missing = wanting(draft);
  if (missing.length === 0) return null;
  const words = { zh: `请先填写：${missing.map(({ zh }) => zh).join('、')}。`, en: `Still to be filled in: ${missing.map(({ en }) => en).join(', ')}.` };
  return { name: 'Unwhole', status: 422, words, places: [], requestId: null };
}

/** Lines that were added and left empty are no agenda items. */
const written = (draft: Draft): Draft => ({
  ...draft,
  agenda: draft.agenda.filter(({ title }) => title.trim() !== ''),
  resolutions: draft.resolutions.filter(({ text, vote }) => text.trim() !== '' || vote !== null),
});
