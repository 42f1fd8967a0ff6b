import { useState } from 'react';
import type { AccountRow } from '#domain/access/account-contract.ts';
import { readRights, type Right } from '#domain/access/grant-contract.ts';
import { roleLabels } from '#domain/access/roles.ts';
import { paths } from '#web/paths.ts';
import { useCall } from '#web/shell/calling.ts';
import { defineTexts, useTexts, useWords } from '#web/shell/language.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { LinesSkeleton } from '#web/ui/Skeletons.tsx';
import { OrganisationField } from './OrganisationField.tsx';
import { accessTexts } from './access-texts.ts';

const texts = defineTexts({
  zh: { title: '权限依据', where: '对哪个党组织', choose: '选择一个党组织，看此账号对它能做什么、依据哪一项职责。', nothing: '对此党组织没有任何权限。', not: '不能：', view: '以此人视角查看页面和全部权限' },
  en: { title: 'Grounds of its rights', where: 'To which organisation', choose: 'Choose an organisation to see what the account may do to it, and by which role.', nothing: 'Nothing may be done to this organisation.', not: 'Not:', view: 'See the product as this account' },
});

/** What the account may do to one organisation today, each right with the role that gives it. */
export function AccountRights({ account }: { readonly account: AccountRow }) {
  const t = useTexts(texts);
  const [organisation, setOrganisation] = useState(account.branch?.id ?? '');
  const rights = useCall(readRights, { account: account.id, organisation }, { enabled: organisation !== '', keep: true });
  return (
    <section className="room-section">
      <h2>{t.title}</h2>
      <p className="room-hint"><PathLink to={paths.viewpoint(account.id)}>{t.view}</PathLink></p>
      <OrganisationField label={t.where} value={organisation || undefined} onChange={setOrganisation} />
      {organisation === '' ? <p className="faint">{t.choose}</p> : null}
      {rights.error ? <ErrorNote refusal={rights.error.refusal} onRetry={() => void rights.refetch()} /> : null}
      {organisation !== '' && rights.isPending ? <LinesSkeleton count={4} /> : null}
      {rights.data ? <Rights rights={rights.data.rights} /> : null}
    </section>
  );
}

function Rights({ rights }: { readonly rights: readonly Right[] }) {
  const t = useTexts(texts);
  const { days, join } = useTexts(accessTexts);
  const say = useWords();
  const held = rights.filter((it) => it.because.length > 0);
  const missing = rights.filter((it) => it.because.length === 0);
  return (
    <>
      {held.length === 0 ? <p>{t.nothing}</p> : null}
      <ul className="right-lines">
        {held.map((it) => (
          <li key={it.act}>
            <b>{say(it.words)}</b>
            <span>{it.because.map((by) => `${say(roleLabels[by.role])} · ${by.organisationName} · ${days(by.from, by.to)}`).join(join)}</span>
          </li>
        ))}
      </ul>
      {missing.length === 0 || held.length === 0 ? null : <p className="faint">{t.not} {missing.map((it) => say(it.words)).join(join)}</p>}
    </>
  );
}
