import { PrinterOutlined } from '@ant-design/icons';
import { Button, Segmented, Select } from 'antd';
import { type BranchScore, readBranchScore, readScoreScopes } from '#domain/assessments/contract.ts';
import { paths } from '#web/paths.ts';
import { useAddress } from '#web/shell/address.ts';
import { useCall } from '#web/shell/calling.ts';
import { CountLink } from '#web/shell/CountLink.tsx';
import { useTexts } from '#web/shell/language.tsx';
import { PageFault } from '#web/shell/PageFault.tsx';
import { SchemeWay } from '#web/shell/SchemeWay.tsx';
import { useWhoAmI } from '#web/shell/session.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { Figure } from '#web/ui/Figure.tsx';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { usePhone } from '#web/ui/screen.ts';
import { LinesSkeleton } from '#web/ui/Skeletons.tsx';
import { YearSteps } from '#web/ui/YearSteps.tsx';
import { AspectBlock } from './AspectBlock.tsx';
import { disputesOf } from './grounds-in.ts';
import { scoreTexts } from './score-texts.ts';
import './score.css';

/** 支部得分: aspect by aspect what the branch comes to, how each item stands, and what it still lacks. */
export function BranchScorePage() {
  const t = useTexts(scoreTexts);
  const phone = usePhone();
  const { today } = useWhoAmI();
  const [{ branch, year, show }, ask] = useAddress({ branch: '', year: today.slice(0, 4), show: 'all' });
  const scopes = useCall(readScoreScopes, {});
  const choices = scopes.data?.items ?? [];
  const organisation = branch || choices[0]?.id || '';
  const score = useCall(readBranchScore, { organisation, year: Number(year) }, { enabled: organisation !== '', keep: true });
  const error = scopes.error ?? score.error;
  if (error) return <PageFault refusal={error.refusal} />;
  const { data } = score;
  const actions = phone || !data?.grounds ? undefined : <Button icon={<PrinterOutlined />} onClick={() => print()}>{t.print}</Button>;
  return (
    <div className="score-page">
      <PageHeader title={t.title} beside={<YearSteps year={year} onChoose={(chosen) => ask({ year: chosen })} />} actions={actions} />
      <div className="score-filters unprinted">
        {choices.length > 1 ? (
          <Select
            className="score-branches" aria-label={t.branch} placeholder={t.choose} value={organisation || null} showSearch={{ optionFilterProp: 'label' }}
            options={choices.map((it) => ({ value: it.id, label: it.name }))} onChange={(chosen) => ask({ branch: chosen })}
          />
        ) : null}
        <Segmented value={show} onChange={(chosen) => ask({ show: chosen })} options={[{ value: 'all', label: t.all }, { value: 'gaps', label: t.onlyGaps }]} />
      </div>
      {scopes.data && choices.length === 0 ? <EmptyState title={t.nothing} next={t.nothingNext} /> : data ? <Score score={data} onlyGaps={show === 'gaps'} /> : <LinesSkeleton count={8} />}
    </div>
  );
}

function Score({ score, onlyGaps }: { readonly score: BranchScore; readonly onlyGaps: boolean }) {
  const t = useTexts(scoreTexts);
  if (score.grounds === null) return <EmptyState title={t.none} next={t.next} action={<SchemeWay />} />;
  const whole = { grounds: score.grounds, names: score.names, disputes: disputesOf(score) };
  const gaps = score.aspects.flatMap(({ items }) => items).filter(({ state }) => state === 'lacks').length;
  return (
    <>
      <div className="score-total">
        <b>{score.organisation.name}</b>
        <Figure value={score.total} full={score.full} grounds={whole} />
        {score.progressToDate === null ? null : <span>{t.progress} <Figure value={score.progressToDate} format="percent" grounds={whole} /></span>}
        <span>{gaps === 0 ? t.noGaps : <CountLink to={paths.branchScore()} search={{ branch: score.organisation.id, year: String(score.year), show: 'gaps' }} value={gaps}>{t.gaps(gaps)}</CountLink>}</span>
        <span className="score-as-of">{t.asOf(score.asOf.day)}</span>
      </div>
      {score.aspects.map((aspect) => {
        const items = onlyGaps ? aspect.items.filter(({ state }) => state === 'lacks') : aspect.items;
        return items.length === 0 ? null : <AspectBlock key={aspect.id} score={score} aspect={aspect} items={items} />;
      })}
      <p className="score-legend">{t.legend}</p>
    </>
  );
}
