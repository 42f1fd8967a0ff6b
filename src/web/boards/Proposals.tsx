import { readProposals } from '#domain/boards/contract.ts';
import { paths } from '#web/paths.ts';
import { useCall } from '#web/shell/calling.ts';
import { CountLink } from '#web/shell/CountLink.tsx';
import { defineTexts, useTexts, useWords } from '#web/shell/language.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { useWhoAmI } from '#web/shell/session.tsx';
import { DateText } from '#web/ui/DateText.tsx';
import { useDeskWords } from './desk-words.ts';
import './boards.css';

const texts = defineTexts({
  zh: {
    title: '提醒建议', only: '按方案提出，供支部书记决定；系统不作处理，也不扣分。', missed: '本年无故缺席', times: (count: number) => `${count} 次`, low: '积分偏低，见依据', clause: (clause: string) => `（${clause}）`, open: '看积分', of: (label: string, name: string) => `${label}：${name}`,
  },
  en: {
    title: 'Proposals', only: 'By the scheme, for the secretary to decide; nothing follows of itself, and nothing is deducted.', missed: 'Absent this year without a reason', times: (count) => `${count} times`, low: 'Few points; see the grounds', clause: (clause) => ` (${clause})`, open: 'See points', of: (label, name) => `${label}: ${name}`,
  },
});

/** 建议: what the scheme proposes about members, each with the sessions it rests on. Nothing at all where there is none. */
export function Proposals({ organisation }: { readonly organisation: string }) {
  const t = useTexts(texts);
  const say = useWords();
  const { today } = useWhoAmI();
  const words = useDeskWords(today);
  const { data } = useCall(readProposals, { organisation });
  if (!data || data.items.length === 0) return null;
  return (
    <section className="desk-panel" aria-label={t.title}>
      <div className="desk-panel-head"><h2>{t.title}</h2></div>
      <p className="desk-none">{t.only}</p>
      <ul className="gaps">
        {data.items.map((it) => (
          <li key={`${it.id} ${it.person.id} ${it.window}`}>
            <span className="gap-text">
              <b>{t.of(say(it.label), it.person.name)}</b>
              <span>{it.counts ? <>{t.missed} <CountLink to={paths.points(it.person.id)} value={it.value}>{t.times(it.value)}</CountLink></> : t.low}{t.clause(it.clause)}</span>
              {it.sessions.map((line) => <small key={line.session}><PathLink to={paths.session(line.session)}><DateText day={line.day} short /> {words.list(line.activities)}</PathLink></small>)}
            </span>
            <PathLink to={paths.points(it.person.id)} className="desk-button">{t.open}</PathLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
