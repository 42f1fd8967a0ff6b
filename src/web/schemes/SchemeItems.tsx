import { useState } from 'react';
import { readSchemeItems, type SchemeItem } from '#domain/schemes/table/contract.ts';
import { sheetNames, TOTAL_NO } from '#domain/schemes/table/columns.ts';
import { useCall } from '#web/shell/calling.ts';
import { useLanguage, useTexts, useWords } from '#web/shell/language.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { LinesSkeleton } from '#web/ui/Skeletons.tsx';
import { ItemForm } from './ItemForm.tsx';
import { schemeTexts } from './scheme-texts.ts';

interface Properties {
  /** Sound, as the check found it. */
  readonly text: string;
  readonly onText: (text: string, said: string) => void;
}

/** The parts and rules of a sound text as a tree; the chosen one in plain words, with a form. */
export function SchemeItems({ text, onText }: Properties) {
  const t = useTexts(schemeTexts);
  const say = useWords();
  const { language } = useLanguage();
  const [chosen, setChosen] = useState<string | null>(null);
  const found = useCall(readSchemeItems, { text }, { keep: true });
  const item = found.data?.items.find((it) => keyOf(it) === chosen);
  return (
    <section className="scheme-items" aria-label={t.items}>
      <h2>{t.items}</h2>
      <p className="scheme-hint">{t.itemsHint}</p>
      {found.error ? <ErrorNote refusal={found.error.refusal} /> : null}
      {found.data === undefined && !found.error ? <LinesSkeleton count={6} /> : null}
      {found.data ? (
        <div className="scheme-item-desk">
          <ul className="scheme-tree">
            {found.data.items.map((it) => (
              <li key={keyOf(it)} style={{ paddingInlineStart: `${depthOf(it) * 16}px` }}>
                <button type="button" aria-current={keyOf(it) === chosen} onClick={() => setChosen(keyOf(it))}>
                  <span className="faint">{it.cells.no === TOTAL_NO ? sheetNames[it.tree] : it.cells.no}</span> {(language === 'en' ? it.cells.english : null) ?? it.cells.label ?? it.id}
                </button>
              </li>
            ))}
          </ul>
          {item ? (
            <div className="scheme-item">
              <p className="scheme-item-card">{say(item.card)}</p>
              <ItemForm key={`${keyOf(item)} ${JSON.stringify(item.cells)}`} text={text} item={item} activities={found.data.activities} records={found.data.records} onText={onText} />
            </div>
          ) : <EmptyState title={t.choose} next={t.chooseNext} />}
        </div>
      ) : null}
    </section>
  );
}

const keyOf = ({ tree, id }: SchemeItem): string => `${tree} ${id}`;
const depthOf = ({ cells }: SchemeItem): number => (cells.no === undefined || cells.no === TOTAL_NO ? 0 : cells.no.split('.').length);
