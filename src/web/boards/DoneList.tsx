import { readMyDone, type MyDone } from '#domain/audit/contract.ts';
import { useCall } from '#web/shell/calling.ts';
import { defineTexts, useTexts, useWords } from '#web/shell/language.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { DateText } from '#web/ui/DateText.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { minuteText } from '#web/ui/instant-text.ts';
import { LinesSkeleton } from '#web/ui/Skeletons.tsx';
import { StatusTag } from '#web/ui/StatusTag.tsx';
import { placeOfDone } from './done-places.ts';

const texts = defineTexts({
  zh: { list: '已办', hint: '本账号最近办理的事项，点开可查看；还能撤回或修改的，在其页面上办理。', none: '本账号还没有办理过事项。', next: '记录、审核、登记之后，可从这里回到该事项。', others: (count: number) => `等 ${count + 1} 项` },
  en: { list: 'Done', hint: 'What this account did lately. Open one to look at it; withdraw or change it on its page while that still works.', none: 'This account has done nothing yet.', next: 'After you record, confirm or enter something, you find back to it here.', others: (count: number) => `and ${count} more` },
});

/** 已办: what I did lately, each with the way back to it. */
export function DoneList() {
  const t = useTexts(texts);
  const { data, error, refetch } = useCall(readMyDone, {});
  if (error) return <ErrorNote refusal={error.refusal} onRetry={() => void refetch()} />;
  if (!data) return <LinesSkeleton count={5} />;
  if (data.items.length === 0) return <EmptyState title={t.none} next={t.next} />;
  return (
    <section className="desk-panel" aria-label={t.list}>
      <p className="desk-done-hint">{t.hint}</p>
      <ul className="desk-done">{data.items.map((it) => <Line key={it.id} it={it} />)}</ul>
    </section>
  );
}

function Line({ it }: { readonly it: MyDone['items'][number] }) {
  const t = useTexts(texts);
  const say = useWords();
  const place = placeOfDone(it);
  const what = say(it.words);
  return (
    <li>
      <span className="desk-done-when">{minuteText(it.at)}</span>
      <span className="desk-done-what">
        {place === null ? <b>{what}</b> : <PathLink to={place.to} {...(place.search ? { search: place.search } : {})}>{what}</PathLink>}
        <small>{say(it.subject.words)} <DateText day={it.day} short /> {it.organisation?.name} {it.others > 0 ? t.others(it.others) : null}</small>
      </span>
      {it.withdrawn ? <StatusTag status="withdrawn" /> : null}
    </li>
  );
}
