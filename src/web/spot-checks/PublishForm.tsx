import { Button, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { publishDraw, readDrawForm } from '#domain/spot-checks/draw-contract.ts';
import { USUAL_QUARTERS, USUAL_SHARE } from '#domain/spot-checks/draw-rule.ts';
import { useCall, useWrite } from '#web/shell/calling.ts';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { LinesSkeleton } from '#web/ui/Skeletons.tsx';
import { drawTexts } from './draw-texts.ts';
import { BranchTable } from './ListedBranches.tsx';
import { StrataReach } from './StrataReach.tsx';

const texts = defineTexts({
  zh: {
    share: '每组抽取比例（%，向上取整）', quarters: '连续几个季度未抽到的优先抽取', list: '将公布的名单', publish: '公布名单',
    hint: '轮班单位和机关科室按是否编有班组自动分组。名单公布后支部或分组有变动的，须作废后重新公布。',
  },
  en: {
    share: 'Share of each stratum (%, rounded up)', quarters: 'Drawn first after so many quarters without', list: 'The list to be published', publish: 'Publish the list',
    hint: 'Whether a branch works in shifts follows from its shift teams. If branches or strata change afterwards, the list is voided and published anew.',
  },
});

interface Properties {
  readonly organisations: readonly { readonly id: string; readonly name: string }[];
  readonly onDone: () => void;
}

/** The list as it will be published, and what the share comes to: whether everybody comes up once a year. */
export function PublishForm({ organisations, onDone }: Properties) {
  const t = useTexts(texts);
  const words = useTexts(drawTexts);
  const [organisation, setOrganisation] = useState(organisations[0]?.id ?? '');
  const [share, setShare] = useState(USUAL_SHARE);
  const [quarters, setQuarters] = useState(USUAL_QUARTERS);
  const form = useCall(readDrawForm, { organisation, share, quarters }, { keep: true });
  const publishing = useWrite(publishDraw);
  if (form.error) return <ErrorNote refusal={form.error.refusal} onRetry={() => void form.refetch()} />;
  if (!form.data) return <LinesSkeleton />;
  const { strata, list, window } = form.data;
  return (
    <div className="check-form">
      <h3>{words.quarterOf(window)}</h3>
      <p className="room-hint">{t.hint}</p>
      <div className="check-terms">
        {organisations.length < 2 ? null : <label>{words.committee}<Select className="check-place" aria-label={words.committee} value={organisation} options={organisations.map(({ id, name }) => ({ value: id, label: name }))} onChange={setOrganisation} /></label>}
        <label>{t.share}<InputNumber aria-label={t.share} min={1} max={100} value={share / 100} onChange={(typed) => setShare(Math.round((typed ?? 25) * 100))} /></label>
        <label>{t.quarters}<InputNumber aria-label={t.quarters} min={1} max={12} precision={0} value={quarters} onChange={(typed) => setQuarters(typed ?? USUAL_QUARTERS)} /></label>
      </div>
      <StrataReach strata={strata} quarters={quarters} />
      {publishing.error ? <ErrorNote refusal={publishing.error.refusal} /> : null}
      <Button type="primary" loading={publishing.isPending} onClick={() => publishing.mutate({ organisation, share, quarters }, { onSuccess: onDone })}>{t.publish}</Button>
      <h3>{t.list}</h3>
      <BranchTable list={list} />
    </div>
  );
}
