import { listSheets } from '#domain/spot-checks/sheet-contract.ts';
import { paths } from '#web/paths.ts';
import { useCall } from '#web/shell/calling.ts';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { DateText } from '#web/ui/DateText.tsx';
import { Card } from './DeskCards.tsx';

const texts = defineTexts({
  zh: { check: '季抽查', day: '检查日期 ', fill: '填写评分表', confirm: '确认核定分', sign: '签收反馈意见', open: '查看', coming: '待检查' },
  en: { check: 'Spot check', day: 'check on ', fill: 'Fill in the sheet', confirm: 'Confirm the marks', sign: 'Sign for the feedback', open: 'Look', coming: 'to be checked' },
});

/** Sheets of spot checks that wait for me: to fill in, to confirm, to sign for. */
export function MyChecks({ today }: { readonly today: string }) {
  const t = useTexts(texts);
  const { data } = useCall(listSheets, {});
  return (data?.items ?? []).map((it) => {
    const act = it.stage === 'planned' ? (it.day <= today ? t.fill : t.open) : it.stage === 'marked' ? t.confirm : t.sign;
    return (
      <Card
        key={it.sheet} label={t.check} tone={it.stage === 'planned' && it.day > today ? 'quiet' : 'due'} title={it.organisation.name}
        when={<>{t.day}<DateText day={it.day} short /></>} about={it.stage === 'planned' && it.day > today ? t.coming : ''}
        action={<PathLink to={paths.checkSheet(it.sheet)} className="desk-button main">{act}</PathLink>}
      />
    );
  });
}
