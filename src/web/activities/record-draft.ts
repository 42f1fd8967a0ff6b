import { useEffect, useState } from 'react';
import type { RecordForm } from '#domain/activities/contract.ts';

/** What has been filled in so far. */
export type Draft = RecordForm['record'];
export type ChangeDraft = (change: Partial<Draft> | ((draft: Draft) => Partial<Draft>)) => void;

interface Kept {
  /** Which version of the session it was begun on; a draft of an older one is of no use. */
  readonly version: number | null;
  readonly at: string;
  readonly draft: Draft;
}

export interface KeptDraft {
  readonly draft: Draft;
  readonly change: ChangeDraft;
  /** When what is shown was typed, if it was taken up again. */
  readonly since: string | null;
  readonly discard: () => void;
}

const DAYS_KEPT = 7;

/** A draft that stays on the device until it is submitted or discarded, so that neither a lost network nor a patrol loses it. */
export function useKeptDraft(form: RecordForm, account: string): KeptDraft {
  const place = `zhibu.record.${account}.${form.organisation.id}.${form.session ?? 'new'}`;
  const [kept] = useState(() => keptAt(place, form.version));
  const [draft, setDraft] = useState(kept?.draft ?? form.record);
  const [since, setSince] = useState(kept?.at ?? null);
  const [touched, setTouched] = useState(false);
  useEffect(() => {
    if (touched) localStorage.setItem(place, JSON.stringify({ version: form.version, at: new Date().toISOString(), draft } satisfies Kept));
  }, [touched, draft, place, form.version]);
  return {
    draft,
    since,
    change: (change) => {
      setTouched(true);
      setDraft((before) => ({ ...before, ...(typeof change === 'function' ? change(before) : change) }));
    },
    discard: () => {
      localStorage.removeItem(place);
      setTouched(false);
      setSince(null);
      setDraft(form.record);
    },
  };
}

function keptAt(place: string, version: number | null): Kept | null {
  const text = localStorage.getItem(place);
  if (text === null) return null;
  const kept: Kept = JSON.parse(text);
  const old = Date.now() - Date.parse(kept.at) > DAYS_KEPT * 86_400_000;
  if (!old && kept.version === version) return kept;
  localStorage.removeItem(place);
  return null;
}
