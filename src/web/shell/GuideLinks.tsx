import { type DutyGuideCard, readGuides } from '#domain/schemes/guide-contract.ts';
import { paths } from '#web/paths.ts';
import { useCall } from './calling.ts';
import { defineTexts, useTexts, useWords } from './language.tsx';
import { PathLink } from './PathLink.tsx';
import './guide-links.css';

const texts = defineTexts({ zh: { how: '办理指引' }, en: { how: 'How it is done' } });

/** An item that looks at every kind of meeting is no place to list them all. */
const LINKS_MOST = 4;

/** What stands there to be done: kinds of sessions, registers, or an item of the branch's year. */
type Properties = { readonly activities: readonly string[] } | { readonly registers: readonly string[] } | { readonly item: string };

/** 办理指引: the way to the page that says how it is done, and nothing where the scheme does not say it. */
export function GuideLinks(of: Properties) {
  const t = useTexts(texts);
  const say = useWords();
  const found = useCall(readGuides, {}).data?.items.filter((it) => isFor(it, of)) ?? [];
  if (found.length === 0) return null;
  if (found.length > LINKS_MOST) return <small className="guide-links unprinted"><PathLink to={paths.guides()}>{t.how}</PathLink></small>;
  return (
    <small className="guide-links unprinted">
      {found.map(({ kind, id, label }, at) => <span key={`${kind} ${id}`}>{at === 0 ? `${t.how} ` : ''}<PathLink to={paths.guide(kind, id)}>{say(label)}</PathLink></span>)}
    </small>
  );
}

function isFor({ kind, id, items }: DutyGuideCard, of: Properties): boolean {
  if ('item' in of) return items.includes(of.item);
  return 'activities' in of ? kind === 'activity' && of.activities.includes(id) : kind === 'register' && of.registers.includes(id);
}
