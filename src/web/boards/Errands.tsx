import type { Errand } from '#domain/boards/contract.ts';
import { paths } from '#web/paths.ts';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { DateText } from '#web/ui/DateText.tsx';
import { Card } from './DeskCards.tsx';

const texts = defineTexts({
  zh: { signResult: '考核结果待签收', result: (year: number) => `${year} 年度支部考核结果`, since: '通报于 ', sign: '去签收' },
  en: { signResult: 'Result to sign for', result: (year) => `Annual review of the branch, ${year}`, since: 'circulated on ', sign: 'Sign for it' },
});

/** What a step of the year asks of me, with the one button that leads to it. */
export function ErrandCard({ of }: { readonly of: Errand }) {
  const t = useTexts(texts);
  return (
    <Card
      label={t.signResult} tone="due" title={t.result(of.year)} when={<>{t.since}<DateText day={of.since} short /></>} about={of.organisation.name}
      action={<PathLink to={paths.branchReview()} search={{ branch: of.organisation.id, year: String(of.year) }} className="desk-button main">{t.sign}</PathLink>}
    />
  );
}
