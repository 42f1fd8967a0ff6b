import type { Feed } from '#domain/assessments/fed-by.ts';
import { paths } from '#web/paths.ts';
import { defineTexts, useTexts, useWords } from './language.tsx';
import { PathLink } from './PathLink.tsx';
import '#web/ui/room.css';

const texts = defineTexts({
  zh: { fill: '去填写', see: '看登记' },
  en: { fill: 'Fill in', see: 'See' },
});

interface Properties {
  readonly feeds: readonly Feed[];
  readonly organisation: string;
  /** What is open there: a month, or a year. */
  readonly show: { readonly month: string } | { readonly year: string };
}

/** 去填写: where a figure comes from a register, the way to its entries; what the office keeps a branch can only look at. */
export function FeedLinks({ feeds, organisation, show }: Properties) {
  const t = useTexts(texts);
  const say = useWords();
  if (feeds.length === 0) return null;
  return (
    <small className="feed-links unprinted">
      {feeds.map(({ register, label, keptBy }) => (
        <span key={register}>
          {keptBy === 'branch' ? t.fill : t.see} <PathLink to={paths.registers()} search={{ register, ...show, ...(keptBy === 'branch' ? { organisation } : {}) }}>{say(label)}</PathLink>
        </span>
      ))}
    </small>
  );
}
