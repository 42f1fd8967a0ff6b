import { memo } from 'react';
import type { CheckedText, PlacedWords } from '#domain/schemes/contract.ts';
import { useTexts, useWords } from '#web/shell/language.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { schemeTexts } from './scheme-texts.ts';

interface Properties {
  readonly result: CheckedText | null;
  /** Whether the text has changed since. */
  readonly stale: boolean;
  readonly onPlace: (line: number, column: number) => void;
}

/** A longer chapter stays closed until somebody wants to read it. */
const OPEN_MOST = 20;

/** Every problem at its place, or the whole scheme in the words of an office; not drawn again with each letter of the text. */
export const CheckResult = memo(function CheckResult({ result, stale, onPlace }: Properties) {
  const t = useTexts(schemeTexts);
  const say = useWords();
  if (result === null) return <EmptyState title={t.nothing} next={t.nothingNext} />;
  const { problems, warnings, scheme } = result;
  return (
    <div className={stale ? 'scheme-checked stale' : 'scheme-checked'}>
      {stale ? <p className="scheme-stale" role="status">{t.changed}</p> : null}
      <h2 className={scheme ? 'sound' : 'faulty'}>{scheme ? t.sound : t.faulty(problems.length)}</h2>
      <Places items={problems} onPlace={onPlace} />
      {warnings.length === 0 ? null : <h3>{t.warnings(warnings.length)}</h3>}
      <Places items={warnings} onPlace={onPlace} />
      {scheme === null ? null : (
        <>
          <p className="scheme-name"><b>{t.of(say(scheme.label), scheme.version)}</b> <span>{scheme.document === null ? t.noDocument : t.document(scheme.document)}</span></p>
          <h3>{t.cards(scheme.chapters.reduce((sum, { cards }) => sum + cards.length, 0))}</h3>
          {scheme.chapters.map(({ title, cards }) => (
            <details key={title.en} className="scheme-chapter" open={cards.length <= OPEN_MOST}>
              <summary>{t.chapter(say(title), cards.length)}</summary>
              <ol className="scheme-cards">{cards.map((it, at) => <li key={at}>{say(it)}</li>)}</ol>
            </details>
          ))}
        </>
      )}
    </div>
  );
});

function Places({ items, onPlace }: { readonly items: readonly PlacedWords[]; readonly onPlace: Properties['onPlace'] }) {
  const t = useTexts(schemeTexts);
  const say = useWords();
  if (items.length === 0) return null;
  return (
    <ul className="scheme-places">
      {items.map(({ line, column, words }, at) => (
        <li key={`${line}:${column} ${at}`}>
          <button type="button" onClick={() => onPlace(line, column)}>
            <b>{t.place(line, column)}</b> {say(words)}
          </button>
        </li>
      ))}
    </ul>
  );
}
