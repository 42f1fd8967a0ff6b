import { useQueryClient } from '@tanstack/react-query';
import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { type CallRefusal, faultOf } from './call-refused.ts';
import { defineTexts, useTexts } from './language.tsx';
import './undo.css';

const texts = defineTexts({
  zh: { undo: '撤销', done: '已恢复；须审核的，请重新审核。前后记录都保留可查。', close: '关闭', region: '刚才的操作' },
  en: { undo: 'Undo', done: 'Restored; what needs confirmation waits for it. What was there before stays readable.', close: 'Close', region: 'What was just done' },
});

/** Enters once more what was just withdrawn, or restores it; the key makes two taps one. */
export type Restore = (key: string) => Promise<unknown>;

const Offer = createContext<(said: string, restore: Restore) => void>(() => {});
/** Offers 撤销 for a while after something was withdrawn; the log keeps both, and every rule is asked again. */
export const useUndo = () => useContext(Offer);

const STAYS_MS = 12_000;

interface Offered {
  readonly said: string;
  readonly restore: Restore;
  readonly key: string;
}
type Standing = { readonly is: 'open' | 'running' | 'done' } | { readonly is: 'refused'; readonly refusal: CallRefusal };

/** Holds the offer of the last withdrawal; whoever moves to another page still has it. */
export function UndoHome({ children }: { readonly children: ReactNode }) {
  const [offered, setOffered] = useState<Offered | null>(null);
  const offer = useCallback((said: string, restore: Restore) => setOffered({ said, restore, key: crypto.randomUUID() }), []);
  const close = useCallback(() => setOffered(null), []);
  return (
    <Offer value={offer}>
      {children}
      {offered === null ? null : <UndoNote key={offered.key} offered={offered} onClose={close} />}
    </Offer>
  );
}

/** Goes away by itself, but never under the pointer or the cursor, and a refusal stays until it is read. */
function UndoNote({ offered: { said, restore, key }, onClose }: { readonly offered: Offered; readonly onClose: () => void }) {
  const t = useTexts(texts);
  const queries = useQueryClient();
  const [standing, setStanding] = useState<Standing>({ is: 'open' });
  const [held, setHeld] = useState(false);
  const waits = !held && (standing.is === 'open' || standing.is === 'done');
  useStay(waits, onClose);
  const undo = () => {
    setStanding({ is: 'running' });
    restore(key).then(() => {
      setStanding({ is: 'done' });
      void queries.invalidateQueries();
    }, (error: unknown) => setStanding({ is: 'refused', refusal: faultOf(error) }));
  };
  const hold = useMemo(() => ({
    onMouseEnter: () => setHeld(true), onMouseLeave: () => setHeld(false), onFocus: () => setHeld(true), onBlur: () => setHeld(false),
  }), []);
  return (
    <section className="undo-note unprinted" aria-label={t.region} role="status" {...hold}>
      {standing.is === 'refused' ? <ErrorNote refusal={standing.refusal} /> : <p>{standing.is === 'done' ? t.done : said}</p>}
      {standing.is === 'open' || standing.is === 'running' ? <button type="button" className="undo-button" disabled={standing.is === 'running'} onClick={undo}>{t.undo}</button> : null}
      <button type="button" className="undo-close" aria-label={t.close} onClick={onClose}>×</button>
    </section>
  );
}

function useStay(waits: boolean, onEnd: () => void): void {
  const end = useRef(onEnd);
  end.current = onEnd;
  useEffect(() => {
    if (!waits) return;
    const over = setTimeout(() => end.current(), STAYS_MS);
    return () => clearTimeout(over);
  }, [waits]);
}
