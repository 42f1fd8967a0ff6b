import { Button } from 'antd';
import type { AccountGrant, AccountPage } from '#domain/access/account-contract.ts';
import { roleLabels } from '#domain/access/roles.ts';
import { defineTexts, useTexts, useWords } from '#web/shell/language.tsx';
import { minuteText } from '#web/ui/instant-text.ts';
import { GrantStandingTag } from './StateTag.tsx';
import { accessTexts } from './access-texts.ts';

const texts = defineTexts({
  zh: {
    title: '职责', none: '没有职责：登录后只能看到与本人有关的内容。', end: '终止',
    suspended: '组织关系已不在该组织，暂不生效；转回后自动恢复。',
    given: (by: string | null, at: string) => (by === null ? `建立单位时授予` : `${by} 于 ${at} 授予`), ended: (by: string | null, at: string) => `${by ?? ''} 于 ${at} 终止`,
  },
  en: {
    title: 'Roles', none: 'No role: the account sees what concerns its owner and nothing else.', end: 'End',
    suspended: 'The holder does not belong there any more, so it does not hold; it returns with him.',
    given: (by, at) => (by === null ? 'granted with the founding of the bureau' : `granted by ${by}, ${at}`), ended: (by, at) => `ended by ${by ?? ''}, ${at}`,
  },
});

interface Properties {
  readonly page: AccountPage;
  readonly onEnd: (grant: AccountGrant) => void;
}

/** Every role that the account has, will have or had, with who gave it. */
export function AccountGrants({ page, onEnd }: Properties) {
  const t = useTexts(texts);
  return (
    <section className="room-section">
      <h2>{t.title}</h2>
      {page.grants.length === 0 ? <p className="faint">{t.none}</p> : null}
      {page.grants.map((grant) => <GrantLine key={grant.id} grant={grant} {...(page.own || grant.standing === 'over' ? {} : { onEnd })} />)}
    </section>
  );
}

function GrantLine({ grant, onEnd }: { readonly grant: AccountGrant; readonly onEnd?: (grant: AccountGrant) => void }) {
  const t = useTexts(texts);
  const { days } = useTexts(accessTexts);
  const say = useWords();
  return (
    <div className={grant.standing === 'over' ? 'grant past' : 'grant'}>
      <div className="grant-line">
        <b>{say(roleLabels[grant.role])}</b>
        <span>{grant.organisationName}</span>
        <GrantStandingTag standing={grant.standing} />
        <span className="grant-days">{days(grant.from, grant.to)}</span>
        {onEnd ? <span className="grant-actions unprinted"><Button size="small" onClick={() => onEnd(grant)}>{t.end}</Button></span> : null}
      </div>
      <div className="grant-given">
        {grant.standing === 'suspended' ? <span>{t.suspended} </span> : null}
        {t.given(grant.grantedBy, minuteText(grant.grantedAt))}
        {grant.endedAt === null ? null : ` · ${t.ended(grant.endedBy, minuteText(grant.endedAt))}`}
      </div>
    </div>
  );
}
