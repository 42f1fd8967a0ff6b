import type { ActivityWords } from '#domain/activities/contract.ts';
import { defineTexts, useLanguage, useTexts, useWords } from '#web/shell/language.tsx';
import { DateText } from '#web/ui/DateText.tsx';
import type { Draft } from './record-draft.ts';
import { Section } from './Section.tsx';
import './activities.css';

const texts = defineTexts({
  zh: { title: '按安排开展', change: '有变动，修改' },
  en: { title: 'As arranged', change: 'Something changed' },
});

interface Properties {
  readonly words: ActivityWords;
  readonly draft: Draft;
  readonly onChange: () => void;
}

/** What was arranged needs no second look when it took place so: the list comes first. */
export function ArrangedSummary({ words, draft, onChange }: Properties) {
  const t = useTexts(texts);
  const say = useWords();
  const { language } = useLanguage();
  const labels = words.activities.filter(({ id }) => draft.activities.includes(id)).map(({ label }) => say(label));
  return (
    <Section title={t.title} beside={<button type="button" className="text-button" onClick={onChange}>{t.change}</button>}>
      <p className="arranged-summary">
        <b>{labels.join(language === 'zh' ? '、' : ', ')}</b>
        {draft.sittings.map(({ day, from, to, place }, at) => <span key={at}><DateText day={day} hours={`${from}–${to}`} /> {place}</span>)}
        <span>{draft.topic}</span>
      </p>
    </Section>
  );
}
