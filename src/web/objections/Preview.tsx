import { type Correction, previewCorrection } from '#domain/objections/contract.ts';
import { useCall } from '#web/shell/calling.ts';
import { defineTexts, useTexts, useWords } from '#web/shell/language.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { Figure } from '#web/ui/Figure.tsx';

const texts = defineTexts({
  zh: { after: '更正后', same: '更正后分数不变', counting: '正在试算…' },
  en: { after: 'When put right', same: 'The number stays the same', counting: 'Being reckoned…' },
});

interface Properties {
  readonly objection: string;
  readonly fact: string;
  readonly correction: Correction | null;
}

/** 更正后：16.00 → 16.40, both with their grounds, before anything is written. */
export function Preview({ objection, fact, correction }: Properties) {
  const t = useTexts(texts);
  const say = useWords();
  const read = useCall(previewCorrection, { objection, fact, correction: JSON.stringify(correction) }, { enabled: correction !== null, keep: true });
  if (correction === null) return null;
  if (read.error) return <ErrorNote refusal={read.error.refusal} />;
  if (!read.data) return <p className="objection-preview">{t.counting}</p>;
  const { label, before, after, groundsBefore, groundsAfter, names } = read.data;
  return (
    <p className="objection-preview" role="status">
      {t.after} · {say(label)} {groundsBefore ? <Figure value={before} grounds={{ grounds: groundsBefore, names }} /> : null} → {groundsAfter ? <Figure value={after} grounds={{ grounds: groundsAfter, names }} /> : null}
      {before === after ? ` · ${t.same}` : ''}
    </p>
  );
}
