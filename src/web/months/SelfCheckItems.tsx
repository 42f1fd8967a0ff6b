import type { ReactNode } from 'react';
import type { SelfCheckItem, SelfCheckView } from '#domain/months/self-check-contract.ts';
import { FeedLinks } from '#web/shell/FeedLinks.tsx';
import { GuideLinks } from '#web/shell/GuideLinks.tsx';
import { defineTexts, useTexts, useWords } from '#web/shell/language.tsx';
import { Figure } from '#web/ui/Figure.tsx';
import { figureText } from '#web/ui/figure-format.ts';
import { groundsOfItem } from './self-check-grounds.ts';
import { isLeftOut, selfCheckTexts, wordsWithoutMark } from './self-check-texts.ts';

const texts = defineTexts({
  zh: { now: (value: string) => `现为 ${value}`, none: '依据不足', returned: (why: string) => `退回：${why}` },
  en: { now: (value) => `now ${value}`, none: 'no basis', returned: (why) => `Returned: ${why}` },
});

interface Properties {
  readonly of: SelfCheckView;
  /** What stands where a note may be written; null where it can only be read. */
  readonly note: ((item: SelfCheckItem, label: string) => ReactNode) | null;
}

/** Aspect by aspect the marks as facts prove them. Nothing can be typed over. */
export function SelfCheckItems({ of, note }: Properties) {
  const t = useTexts(texts);
  const words = useTexts(selfCheckTexts);
  const say = useWords();
  const leftOut = isLeftOut(of);
  const missing = (item: SelfCheckItem): string | undefined => {
    const words = wordsWithoutMark(of, item);
    return words === undefined ? undefined : say(words);
  };
  const later = (item: SelfCheckItem) => (item.now === item.mark ? null : (
    <small className="self-check-now"><Figure value={item.now} grounds={groundsOfItem(of, item.item)}>{t.now(item.now === null ? t.none : figureText(item.now, 'points'))}</Figure></small>
  ));
  return (
    <>
      {of.aspects.map((aspect) => (
        <table key={aspect.aspect} className="statement-numbers self-check-items">
          <thead><tr><th scope="col">{say(aspect.label)}</th><th scope="col" className="figures">{words.mark}</th><th scope="col">{words.note}</th></tr></thead>
          <tbody>
            {aspect.items.map((item) => (
              <tr key={item.item}>
                <th scope="row">{say(item.label)}{item.lacks.map((lack) => <small key={lack.zh} className="self-check-lack">{say(lack)}</small>)}<span className="feed-line unprinted">{leftOut ? null : <FeedLinks feeds={item.feeds} organisation={of.organisation.id} show={{ month: of.period }} />}<GuideLinks item={item.item} /></span></th>
                <td className="figures"><Figure value={item.mark} full={item.full} missing={missing(item)} grounds={groundsOfItem(of, item.item)} />{later(item)}</td>
                <td>{item.returned === null ? null : <p className="self-check-returned">{t.returned(item.returned)}</p>}{note === null ? item.note : note(item, `${say(item.label)} ${words.note}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </>
  );
}
