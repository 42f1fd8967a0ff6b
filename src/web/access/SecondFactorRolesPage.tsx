import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { roleLabels, roles, type Role } from '#domain/access/roles.ts';
import { demandSecondFactor, readSecondFactorRoles } from '#domain/access/second-factor-contract.ts';
import { paths } from '#web/paths.ts';
import { useCall, useWrite } from '#web/shell/calling.ts';
import { defineTexts, useTexts, useWords } from '#web/shell/language.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { LinesSkeleton } from '#web/ui/Skeletons.tsx';
import { SuccessNote } from '#web/ui/SuccessNote.tsx';
import '#web/ui/room.css';
import './accounts.css';
import './second-factor.css';

const texts = defineTexts({
  zh: {
    title: '动态口令规定', back: '返回账号与职责', save: '保存', done: '已保存。所选职责的人员下一次操作前须启用动态口令。',
    hint: '担任所选职责的人员，未启用动态口令的，须先启用才能办理业务；其他人可自愿启用。手机遗失的，在其账号页重置。',
  },
  en: {
    title: 'Who needs a second factor', back: 'Back to the accounts', save: 'Save', done: 'Saved. Holders of these roles must enrol before the next thing they do.',
    hint: 'Who holds one of these roles must enrol a second factor before anything else answers; everybody else may. When a phone is lost, reset it on the page of the account.',
  },
});

/** Of which roles a second factor is demanded. */
export function SecondFactorRolesPage() {
  const t = useTexts(texts);
  const demanded = useCall(readSecondFactorRoles, {});
  const [saved, setSaved] = useState(false);
  return (
    <>
      <PageHeader title={t.title} actions={<PathLink to={paths.accounts()} className="link-button">{t.back}</PathLink>} />
      <p className="room-hint">{t.hint}</p>
      {demanded.error ? <ErrorNote refusal={demanded.error.refusal} onRetry={() => void demanded.refetch()} /> : null}
      {demanded.isPending ? <LinesSkeleton count={5} /> : null}
      {demanded.data ? <RolesForm key={demanded.data.roles.join()} demanded={demanded.data.roles} onSaved={setSaved} /> : null}
      {saved ? <SuccessNote>{t.done}</SuccessNote> : null}
    </>
  );
}

/** Begins anew with what is demanded once it was saved; `onSaved` is false as soon as something is chosen again. */
function RolesForm({ demanded, onSaved }: { readonly demanded: readonly Role[]; readonly onSaved: (saved: boolean) => void }) {
  const t = useTexts(texts);
  const say = useWords();
  const saving = useWrite(demandSecondFactor);
  const [chosen, setChosen] = useState<readonly Role[]>(demanded);
  const changed = [...chosen].toSorted().join() !== [...demanded].toSorted().join();
  return (
    <>
      <Checkbox.Group className="factor-roles" value={[...chosen]} onChange={(values) => { setChosen(values); onSaved(false); }} options={roles.map((it) => ({ value: it, label: say(roleLabels[it]) }))} />
      {saving.error ? <ErrorNote refusal={saving.error.refusal} /> : null}
      <Button type="primary" disabled={!changed} loading={saving.isPending} onClick={() => saving.mutate({ roles: [...chosen] }, { onSuccess: () => onSaved(true) })}>{t.save}</Button>
    </>
  );
}
