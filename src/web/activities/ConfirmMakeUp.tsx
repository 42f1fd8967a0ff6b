import { confirmMakeUp } from '#domain/activities/record-contract.ts';
import { useWrite } from '#web/shell/calling.ts';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import './activities.css';

const texts = defineTexts({ zh: { confirm: '确认补学' }, en: { confirm: 'Confirm' } });

/** Another stands for what somebody entered for himself. */
export function ConfirmMakeUp({ makeUp, version }: { readonly makeUp: string; readonly version: number }) {
  const t = useTexts(texts);
  const confirming = useWrite(confirmMakeUp);
  return (
    <>
      <button type="button" className="link-button small" disabled={confirming.isPending} onClick={() => confirming.mutate({ makeUp, version })}>{t.confirm}</button>
      {confirming.error ? <ErrorNote refusal={confirming.error.refusal} /> : null}
    </>
  );
}
