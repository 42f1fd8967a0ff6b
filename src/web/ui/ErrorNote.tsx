import { ExclamationCircleOutlined } from '@ant-design/icons';
import type { RefusalPlace } from '#domain/contracts/refusal.ts';
import type { Words } from '#domain/words/words.ts';
import { defineTexts, useTexts, useWords } from '#web/shell/language.tsx';

import './error-note.css';

const texts = defineTexts({
  zh: { again: '重试', number: (id: string) => `编号 ${id}` },
  en: { again: 'Try again', number: (id: string) => `Number ${id}` },
});

interface Properties {
  readonly refusal: { readonly words: Words; readonly places: readonly RefusalPlace[]; readonly requestId?: string | null };
  /** The names of the places as the page shows them; without one the place itself is shown. */
  readonly placeName?: (at: string) => string;
  readonly onRetry?: (() => void) | undefined;
}

/** A refusal or a fault, said once where it happened: the sentence, then each place with what is wrong there. */
export function ErrorNote({ refusal, placeName = (at) => at, onRetry }: Properties) {
  const { again, number } = useTexts(texts);
  const say = useWords();
  return (
    <div className="error-note" role="alert">
      <ExclamationCircleOutlined />
      <div>
        <p>{say(refusal.words)}</p>
        {refusal.places.length === 0 ? null : (
          <ul>
            {refusal.places.map(({ at, words }, index) => <li key={`${at} ${index}`}><b>{placeName(at)}</b> {say(words)}</li>)}
          </ul>
        )}
        {refusal.requestId ? <p className="error-note-number">{number(refusal.requestId)}</p> : null}
        {onRetry ? <button type="button" className="error-note-again" onClick={onRetry}>{again}</button> : null}
      </div>
    </div>
  );
}
