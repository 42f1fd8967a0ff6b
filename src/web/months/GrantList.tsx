import type { GrantRow } from '#domain/months/contract.ts';
import { defineTexts, useLanguage, useTexts } from '#web/shell/language.tsx';
import { dayText } from '#web/ui/day-words.ts';
import { monthText } from '#web/ui/month-words.ts';

const texts = defineTexts({
  zh: { title: '补报授权', until: (day: string) => `至 ${day}`, over: '已到期', by: (on: string, by: string) => `${on} ${by}`, nobody: '公用账号' },
  en: { title: 'Grants of late filing', until: (day) => `until ${day}`, over: 'ended', by: (on, by) => `${on}, ${by}`, nobody: 'an office account' },
});

/** Who may or might still file for a locked month, until when, by whose leave and why. */
export function GrantList({ grants }: { readonly grants: readonly GrantRow[] }) {
  const t = useTexts(texts);
  const { language } = useLanguage();
  if (grants.length === 0) return null;
  return (
    <section className="months-grants" aria-label={t.title}>
      <h2>{t.title}</h2>
      <ul>
        {grants.map((it) => (
          <li key={it.grant} className={it.inForce ? undefined : 'over'}>
            <b>{it.organisation.name}</b> · {monthText(it.period, language)} · {t.until(dayText(it.until, language))}{it.inForce ? null : ` (${t.over})`}
            <p className="months-hint">{it.reason} · {t.by(dayText(it.on, language), it.by ?? t.nobody)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
