import { type FollowUp, type FollowUpItem, readFollowUps } from '#domain/boards/follow-up-contract.ts';
import { periodOf } from '#domain/calendar/civil-date.ts';
import { paths } from '#web/paths.ts';
import { useCall } from '#web/shell/calling.ts';
import { defineTexts, useTexts, useWords } from '#web/shell/language.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { useWhoAmI } from '#web/shell/session.tsx';
import { StatusTag } from '#web/ui/StatusTag.tsx';
import type { Status } from '#web/ui/statuses.ts';

const texts = defineTexts({
  zh: { title: '关联事项', asks: (label: string) => `应办：${label}`, answers: (label: string) => `办结：${label}`, by: (day: string) => `${day} 前`, see: '查看办理情况', origin: '查看来由', enter: '登记' },
  en: { title: 'What goes with it', asks: (label) => `Calls for: ${label}`, answers: (label) => `Answers: ${label}`, by: (day) => `by ${day}`, see: 'See what was done', origin: 'See what called for it', enter: 'Enter' },
});

const statusOf = { met: 'done', due: 'toDo', gap: 'missing' } as const satisfies Record<FollowUpItem['state'], Status>;

/** What an entry calls for and what it answers, each with the way to the other; nothing for whoever keeps no registers there. */
export function EntryTies({ entry, organisation }: { readonly entry: string; readonly organisation: string }) {
  const t = useTexts(texts);
  const { data } = useCall(readFollowUps, { organisation, entry });
  const ties = (data?.items ?? []).flatMap((of) => of.items.map((item) => ({ of, item })));
  if (ties.length === 0) return null;
  return (
    <section className="room-section" aria-label={t.title}>
      <h2>{t.title}</h2>
      <ul className="entry-ties">{ties.map(({ of, item }) => <li key={`${of.rule} ${item.id}`}><Tie of={of} item={item} entry={entry} organisation={organisation} /></li>)}</ul>
    </section>
  );
}

interface Properties {
  readonly of: FollowUp;
  readonly item: FollowUpItem;
  readonly entry: string;
  readonly organisation: string;
}

function Tie({ of: { label, register, as, mayEnter }, item: { asking, answer, state, until, person }, entry, organisation }: Properties) {
  const t = useTexts(texts);
  const say = useWords();
  const { today } = useWhoAmI();
  const asks = asking?.factId === entry;
  const other = asks ? answer : asking;
  const named = `${say(label)}${person === null ? '' : ` · ${person.name}`}`;
  return (
    <>
      <span>{asks ? t.asks(named) : t.answers(named)} <StatusTag status={statusOf[state]} note={asks && state !== 'met' ? t.by(until) : undefined} /></span>
      {other?.kind === 'record' ? <PathLink to={paths.registerEntry(other.factId)}>{asks ? t.see : t.origin}</PathLink>
        : asks && register !== null && mayEnter
          ? <PathLink to={paths.registers()} search={{ register, organisation, enter: periodOf(today), people: person?.id ?? '', as: as ?? '', from: entry }}>{t.enter}</PathLink> : null}
    </>
  );
}
