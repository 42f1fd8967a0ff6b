import { readSchemeItems } from '#domain/schemes/table/contract.ts';
import { itemAt } from '#domain/schemes/writing/item-at.ts';
import { useCall } from '#web/shell/calling.ts';
import { useTexts, useWords } from '#web/shell/language.tsx';
import { schemeTexts } from './scheme-texts.ts';

/** The part or rule in which one writes, of a sound text, in plain words. */
export function RuleAtCaret({ text, line }: { readonly text: string; readonly line: number }) {
  const t = useTexts(schemeTexts);
  const say = useWords();
  const items = useCall(readSchemeItems, { text }, { keep: true });
  const here = itemAt(text, line);
  const item = items.data?.items.find(({ tree, id }) => here !== null && tree === here.tree && id === here.id);
  return (
    <div className="scheme-here">
      <h3>{t.here(line)}</h3>
      <p>{item ? say(item.card) : t.nowhere}</p>
    </div>
  );
}
