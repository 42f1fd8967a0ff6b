import type { Words } from '#domain/words/words.ts';
import type { CallRefusal } from '#web/shell/call-refused.ts';
import { defineTexts, useTexts, useWords } from '#web/shell/language.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';

const texts = defineTexts({
  zh: { title: '演示账号', note: '演示库内容均为虚构。点一下即以该身份登录。' },
  en: { title: 'Demo accounts', note: 'Everything in the demo is invented. Click a row to sign in as that person.' },
});

interface Sample extends Words {
  readonly userName: string;
  readonly password: string;
}

interface Properties {
  readonly samples: readonly Sample[];
  readonly busy: boolean;
  readonly refusal: CallRefusal | null;
  readonly onChoose: (account: { userName: string; password: string }) => void;
}

export function SampleAccounts({ samples, busy, refusal, onChoose }: Properties) {
  const { title, note } = useTexts(texts);
  const say = useWords();
  return (
    <section className="samples" aria-labelledby="samples-title">
      <h2 id="samples-title">{title}</h2>
      <p>{note}</p>
      {refusal ? <ErrorNote refusal={refusal} /> : null}
      <ul>
        {samples.map(({ userName, password, ...words }) => (
          <li key={userName}>
            <button type="button" disabled={busy} onClick={() => onChoose({ userName, password })}>
              <span>{say(words)}</span> <code>{userName}</code>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
