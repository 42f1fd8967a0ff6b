import { type FollowUp, type FollowUpItem, readFollowUps } from '#domain/boards/follow-up-contract.ts';
import { periodOf } from '#domain/calendar/civil-date.ts';
import { paths } from '#web/paths.ts';
import { useCall } from '#web/shell/calling.ts';
import { GuideLinks } from '#web/shell/GuideLinks.tsx';
import { defineTexts, useLanguage, useTexts, useWords } from '#web/shell/language.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { useWhoAmI } from '#web/shell/session.tsx';
import { Figure } from '#web/ui/Figure.tsx';
import type { GroundsNames } from '#web/ui/grounds-source.ts';
import { StatusTag } from '#web/ui/StatusTag.tsx';
import { useDeskWords } from './desk-words.ts';
import './boards.css';

const texts = defineTexts({
  zh: {
    title: '近期应办', only: '由登记的事项按方案产生，登记办理情况后自动办结。', enter: '登记', enterLate: '补登', open: '查看', by: (day: string, left: string) => `${day} 前，${left}`, over: (day: string) => `${day} 到期未办`,
    done: '已办', more: (count: number) => `等 ${count} 项`,
  },
  en: {
    title: 'Called for now', only: 'What has been entered calls for this by the scheme; each ends when it is entered.', enter: 'Enter', enterLate: 'Enter late', open: 'Open', by: (day, left) => `by ${day}, ${left}`, over: (day) => `was due ${day}`,
    done: 'Done', more: (count) => `and more, ${count} in all`,
  },
});

/** 近期应办: what the facts of the branch call for now, rule by rule; nothing at all where nothing does. */
export function FollowUps({ organisation }: { readonly organisation: string }) {
  const t = useTexts(texts);
  const { data } = useCall(readFollowUps, { organisation });
  const open = data?.items.filter(({ items }) => items.some(({ state }) => state !== 'met')) ?? [];
  if (!data || open.length === 0) return null;
  return (
    <section className="desk-panel" aria-label={t.title}>
      <div className="desk-panel-head"><h2>{t.title}</h2></div>
      <p className="desk-none">{t.only}</p>
      <ul className="gaps">{open.flatMap((it) => linesOf(it).map((items) => <li key={`${it.rule} ${items[0]?.id}`}><Line of={it} items={items} names={data.names} organisation={organisation} /></li>))}</ul>
    </section>
  );
}

/** A month or a year of people stands in one line, so that a list of many is no row of reminders; everything else by itself. */
function linesOf({ grouping, items }: FollowUp): readonly (readonly FollowUpItem[])[] {
  const open = items.filter(({ state }) => state !== 'met');
  if (grouping === 'each') return open.map((it) => [it]);
  return [...new Set(open.map(({ until }) => until))].map((until) => open.filter((it) => it.until === until));
}

const SHOWN = 12;

interface LineProperties {
  readonly of: FollowUp;
  readonly items: readonly FollowUpItem[];
  readonly names: GroundsNames;
  readonly organisation: string;
}

function Line({ of: { label, met, items: all, grounds, register, as, mayEnter, grouping }, items, names, organisation }: LineProperties) {
  const t = useTexts(texts);
  const say = useWords();
  const { language } = useLanguage();
  const { today } = useWhoAmI();
  const words = useDeskWords(today);
  const [first] = items;
  if (!first) return null;
  const said = items.slice(0, SHOWN).map(({ person, label: what, day }) => (person === null ? say(what) : `${person.name}${grouping === 'entry' ? ` ${day.slice(5)}` : ''}`)).join(language === 'zh' ? '、' : ', ');
  // Of a list of several nobody knows yet whose entry comes first.
  const several = grouping === 'list' && items.length > 1;
  const people = several ? '' : items.flatMap(({ person }) => person?.id ?? []).join(',');
  const from = !several && first.asking?.kind === 'record' ? first.asking.factId : '';
  return (
    <>
      <span className="gap-text">
        <b>{say(label)} {all.length > 1 ? <small>{t.done} <Figure value={met} full={all.length} format="count" grounds={{ grounds, names }} /></small> : null}</b>
        <span>{said}{items.length > SHOWN ? ` ${t.more(items.length)}` : ''}</span>
        <small>{first.state === 'gap' ? <StatusTag status="missing" note={t.over(first.until.slice(5))} /> : t.by(first.until.slice(5), words.left(first.until))}</small>
        {register === null ? null : <GuideLinks registers={[register]} />}
      </span>
      {register !== null && mayEnter
        ? <PathLink to={paths.registers()} search={{ register, organisation, enter: periodOf(grouping === 'entry' ? first.day : today), people, as: as ?? '', from }} className="desk-button">{first.state === 'gap' ? t.enterLate : t.enter}</PathLink>
        : from === '' ? null : <PathLink to={paths.registerEntry(from)} className="desk-button">{t.open}</PathLink>}
    </>
  );
}
