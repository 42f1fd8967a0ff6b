import { Select } from 'antd';
import type { RegisterLine } from '#domain/registers/contract.ts';
import { paths } from '#web/paths.ts';
import { CountLink } from '#web/shell/CountLink.tsx';
import { defineTexts, useTexts, useWords } from '#web/shell/language.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { usePhone } from '#web/ui/screen.ts';
import { registerTexts } from './register-texts.ts';

const texts = defineTexts({
  zh: { waiting: (count: number) => `${count} 待确认`, entries: (label: string, count: number) => `${label} ${count} 条` },
  en: { waiting: (count: number) => `${count} waiting`, entries: (label: string, count: number) => `${label}: ${count}` },
});

interface Properties {
  readonly items: readonly RegisterLine[];
  readonly chosen: string;
  /** Filters of the page that stay when another register is opened. */
  readonly kept: Readonly<Record<string, string>>;
  readonly onChoose: (register: string) => void;
}

const keepers = ['branch', 'office', 'discipline'] as const;

/** The registers that one may see with how much stands in each, by who keeps them; on a phone one list to choose from. */
export function RegisterList({ items, chosen, kept, onChoose }: Properties) {
  const t = useTexts(texts);
  const words = useTexts(registerTexts);
  const say = useWords();
  const phone = usePhone();
  const groups = keepers.map((keptBy) => ({ keptBy, lines: items.filter((it) => it.keptBy === keptBy) })).filter(({ lines }) => lines.length > 0);
  if (phone) {
    return (
      <Select
        className="register-choice" aria-label={words.title} value={chosen} showSearch={{ optionFilterProp: 'label' }} onChange={onChoose}
        options={groups.map(({ keptBy, lines }) => ({ label: words.keptBy[keptBy], options: lines.map((it) => ({ value: it.id, label: t.entries(say(it.label), it.entries) })) }))}
      />
    );
  }
  return (
    <nav className="register-list" aria-label={words.title}>
      {groups.map(({ keptBy, lines }) => (
        <section key={keptBy}>
          <h2>{words.keptBy[keptBy]}</h2>
          <ul>
            {lines.map((it) => (
              <li key={it.id} className={it.id === chosen ? 'chosen' : undefined}>
                <PathLink to={paths.registers()} search={{ ...kept, register: it.id }}>{say(it.label)}</PathLink>
                {it.waiting > 0 ? <CountLink to={paths.registers()} search={{ ...kept, register: it.id, show: 'waiting' }} value={it.waiting}>{t.waiting(it.waiting)}</CountLink> : null}
                <CountLink to={paths.registers()} search={{ ...kept, register: it.id }} value={it.entries} label={t.entries(say(it.label), it.entries)} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}
