import type { ReactNode } from 'react';
import { readRequirements, type RequirementLine } from '#domain/boards/requirement-contract.ts';
import { lastDayOf } from '#domain/calendar/window.ts';
import { paths } from '#web/paths.ts';
import { useCall } from '#web/shell/calling.ts';
import { defineTexts, useTexts, useWords } from '#web/shell/language.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { useWhoAmI } from '#web/shell/session.tsx';
import { DateText } from '#web/ui/DateText.tsx';
import { Figure } from '#web/ui/Figure.tsx';
import type { GroundsNames } from '#web/ui/grounds-source.ts';
import { Card } from './DeskCards.tsx';
import { useDeskWords } from './desk-words.ts';

const texts = defineTexts({
  zh: { label: '工作要求', done: '已开展', until: '截止 ', record: '记录' },
  en: { label: 'Requirement', done: 'Held', until: 'by ', record: 'Record' },
});

type Owed = RequirementLine & { readonly window: RequirementLine['windows'][number]; readonly names: GroundsNames };

interface Properties {
  /** The rest of the desk, which is to know whether anything stands above it. */
  readonly children: (owed: number) => ReactNode;
}

/** What the committee still owes in the window that lasts, for those of the office who record it, above the rest of the desk. */
export function RequirementCards({ children }: Properties) {
  const t = useTexts(texts);
  const say = useWords();
  const { today } = useWhoAmI();
  const words = useDeskWords(today);
  const { data } = useCall(readRequirements, {});
  const owed = (data?.items ?? []).flatMap((line): Owed[] => line.windows
    .filter(({ state }) => state === 'due' && line.may.record && line.activity !== null).map((window) => ({ ...line, window, names: data?.names ?? {} })));
  return (
    <>
      {owed.map(({ requirement, label, organisation, activity, window: { window, done, asked, grounds }, names }) => (
        <Card
          key={`${requirement} ${window}`} label={`${t.label} · ${words.left(lastDayOf(window))}`} tone="due" title={say(label)}
          when={<>{t.done} <Figure value={done} full={asked} format="count" grounds={{ grounds, names }} /> · {t.until}<DateText day={lastDayOf(window)} short /></>} about={organisation.name}
          action={<PathLink to={paths.record(organisation.id)} search={{ activity: activity ?? '', window }} className="desk-button main">{t.record}</PathLink>}
        />
      ))}
      {children(owed.length)}
    </>
  );
}
