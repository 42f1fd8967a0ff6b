import { type MakeUpWay, recordMakeUp, withdrawMakeUp } from '#domain/activities/record-contract.ts';
import { call } from '#web/shell/call.ts';
import { useWrite } from '#web/shell/calling.ts';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import { useUndo } from '#web/shell/Undo.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import './activities.css';

const texts = defineTexts({
  zh: { withdraw: '撤回补学', withdrawn: (name: string) => `已撤回${name}的补学登记。` },
  en: { withdraw: 'Withdraw', withdrawn: (name) => `The make-up of ${name} is withdrawn.` },
});

interface Properties {
  readonly session: string;
  readonly person: { readonly id: string; readonly name: string };
  readonly makeUp: { readonly id: string; readonly version: number; readonly day: string; readonly way: MakeUpWay };
}

/** A make-up that was entered by mistake; entered again it waits for another where it is one's own. */
export function WithdrawMakeUp({ session, person, makeUp: { id, version, day, way } }: Properties) {
  const t = useTexts(texts);
  const withdrawing = useWrite(withdrawMakeUp);
  const offerUndo = useUndo();
  const send = () => withdrawing.mutate({ makeUp: id, version }, { onSuccess: () => offerUndo(t.withdrawn(person.name), (key) => call(recordMakeUp, { session, person: person.id, day, way }, { key })) });
  return (
    <>
      <button type="button" className="link-button small" disabled={withdrawing.isPending} onClick={send}>{t.withdraw}</button>
      {withdrawing.error ? <ErrorNote refusal={withdrawing.error.refusal} /> : null}
    </>
  );
}
