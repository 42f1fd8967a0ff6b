import type { Named } from '#domain/schemes/scheme.ts';
import { useWords } from '#web/shell/language.tsx';
import './activities.css';

interface Properties {
  readonly label: string;
  readonly choices: readonly Named[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: string[]) => void;
}

/** Several of a few words: one tap on, one tap off. */
export function Chips({ label, choices, chosen, onChange }: Properties) {
  const say = useWords();
  const turn = (id: string) => onChange(chosen.includes(id) ? chosen.filter((it) => it !== id) : [...chosen, id]);
  return (
    <div className="chips" role="group" aria-label={label}>
      {choices.map(({ id, label: words }) => (
        <button key={id} type="button" className="chip" aria-pressed={chosen.includes(id)} onClick={() => turn(id)}>{say(words)}</button>
      ))}
    </div>
  );
}
