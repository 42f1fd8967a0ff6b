import { readBranchScore } from '#domain/assessments/contract.ts';
import type { DutyGuideCard } from '#domain/schemes/guide-contract.ts';
import { paths } from '#web/paths.ts';
import { useCall } from '#web/shell/calling.ts';
import { defineTexts, useMarks, useTexts, useWords } from '#web/shell/language.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { useWhoAmI } from '#web/shell/session.tsx';

const texts = defineTexts({
  zh: { of: (branch: string) => `${branch}今年`, none: '没有缺项', due: (day: string) => `下一期 ${day} 前` },
  en: { of: (branch) => `${branch}, this year`, none: 'nothing is missing', due: (day) => `next by ${day}` },
});

/** What the reader's own branch still lacks of it and by when; nothing for who has no branch or no item of the year asks for it. */
export function GuideStanding({ of: { items } }: { readonly of: DutyGuideCard }) {
  const t = useTexts(texts);
  const say = useWords();
  const marks = useMarks();
  const { branch, today } = useWhoAmI();
  const score = useCall(readBranchScore, { organisation: branch?.id ?? '', year: Number(today.slice(0, 4)) }, { enabled: branch !== null && items.length > 0 });
  if (branch === null || !score.data || score.data.grounds === null) return null;
  const asking = score.data.aspects.flatMap((aspect) => aspect.items).filter(({ id }) => items.includes(id));
  if (asking.length === 0) return null;
  return (
    <div className="guide-standing">
      <b>{t.of(branch.name)}</b>
      {asking.map(({ id, label, lacks }) => (
        <span key={id}>
          <PathLink to={paths.branchScore()} search={{ branch: branch.id }}>{say(label)}</PathLink>
          {marks.colon}{lacks.length === 0 ? t.none : lacks.map(({ words, due }) => `${say(words)}${due === null ? '' : ` · ${t.due(due)}`}`).join(marks.semicolon)}
        </span>
      ))}
    </div>
  );
}
