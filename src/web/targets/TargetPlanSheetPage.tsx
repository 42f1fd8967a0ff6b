import { readTargetPlan, type TargetPlanView } from '#domain/targets/contract.ts';
import { isSpread } from '#domain/targets/item-target.ts';
import { splitWords } from '#domain/targets/unit-words.ts';
import { paths } from '#web/paths.ts';
import { useField } from '#web/shell/address.ts';
import { useCall } from '#web/shell/calling.ts';
import { defineTexts, useLanguage, useTexts, useWords } from '#web/shell/language.tsx';
import { PageFault } from '#web/shell/PageFault.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { useWhoAmI } from '#web/shell/session.tsx';
import { Figure } from '#web/ui/Figure.tsx';
import { Paper } from '#web/ui/Paper.tsx';
import { PageSkeleton } from '#web/ui/Skeletons.tsx';
import { statuses } from '#web/ui/statuses.ts';
import { fetchItem } from './plan-grounds.ts';
import { standardOf, targetOf } from './plan-rows.ts';
import { planTexts, stageStatus, stateStatus } from './plan-texts.ts';
import './target-plan.css';

const texts = defineTexts({
  zh: {
    sheet: (year: number) => `${year} 年度任务分解表`, back: '返回分解表', no: '序号', about: (stage: string, filed: string, day: string) => `${filed === '' ? '' : `${filed} `}${stage} · 进度截至 ${day}`,
    secretary: '党支部书记（签字）：', office: '机关党委（审阅）：', date: '年　　月　　日', landscape: '请选“横向”。',
  },
  en: {
    sheet: (year) => `Targets of ${year}`, back: 'Back to the plan', no: 'No.', about: (stage, filed, day) => `${stage}${filed === '' ? '' : ` ${filed}`} · progress as of ${day}`,
    secretary: 'Secretary of the branch (signed): ', office: 'Organs committee (read): ', date: 'Date: ', landscape: 'Choose landscape.',
  },
});

/** 年度任务分解表 on A4 landscape, as the branch signs it and the office keeps it. */
export function TargetPlanSheetPage() {
  const t = useTexts(texts);
  const organisation = useField('organisation');
  const year = Number(useField('year'));
  const read = useCall(readTargetPlan, { organisation, year });
  if (read.error) return <PageFault refusal={read.error.refusal} onRetry={() => void read.refetch()} />;
  if (!read.data) return <PageSkeleton />;
  const back = <PathLink to={paths.targetPlan()} search={{ branch: organisation, year: String(year) }} className="link-button">{t.back}</PathLink>;
  return <div className="plan-paper"><Paper title={t.sheet(year)} back={back} choices={t.landscape} sheets={[<Sheet key="sheet" plan={read.data} />]} /></div>;
}

function Sheet({ plan }: { readonly plan: TargetPlanView }) {
  const t = useTexts(texts);
  const words = useTexts(planTexts);
  const say = useWords();
  const { language } = useLanguage();
  const { bureau } = useWhoAmI();
  let no = 0;
  return (
    <>
      <h1><small>{bureau[language]}</small>{plan.organisation.name} {t.sheet(plan.year)}<small>{t.about(say(statuses[stageStatus(plan)].words), plan.stage === 'filed' ? plan.filedOn ?? '' : '', plan.day)}</small></h1>
      <table>
        <colgroup><col style={{ width: '9mm' }} /><col style={{ width: '22mm' }} /><col style={{ width: '44mm' }} /><col style={{ width: '12mm' }} /><col style={{ width: '20mm' }} /><col style={{ width: '24mm' }} /><col style={{ width: '18mm' }} /><col style={{ width: '21mm' }} /><col /><col style={{ width: '20mm' }} /><col style={{ width: '18mm' }} /></colgroup>
        <thead><tr><th>{t.no}</th><th>{words.aspect}</th><th>{words.item}</th><th>{words.weight}</th><th>{words.target}</th><th>{words.split}</th><th>{words.responsible}</th><th>{words.due}</th><th>{words.standard}</th><th>{words.state}</th><th>{words.progress}</th></tr></thead>
        {plan.aspects.map((aspect) => (
          <tbody key={aspect.id}>
            {aspect.items.map((item, at) => {
              no += 1;
              const split = splitWords(item.line?.split ?? []);
              const grounds = fetchItem(plan.organisation.id, plan.year, item.id);
              return (
                <tr key={item.id}>
                  <td>{String(no)}</td>
                  {at === 0 ? <th scope="rowgroup" rowSpan={aspect.items.length}>{say(aspect.label)}</th> : null}
                  <th scope="row">{say(item.label)}</th>
                  <td className="paper-figure"><Figure value={item.weight} grounds={grounds} /></td>
                  <td>{say(targetOf(item))}</td>
                  <td>{split ? say(split) : item.line && !isSpread(item.line.unit) ? words.allYear : ''}</td>
                  <td>{item.line?.responsible?.name ?? ''}</td>
                  <td>{item.line?.due ?? ''}</td>
                  <td>{say(standardOf(item))}</td>
                  <td>{say(statuses[stateStatus[item.state]].words)}</td>
                  <td className="paper-figure">{item.progressToDate === null ? '–' : <Figure value={item.progressToDate} format="percent" grounds={grounds} />}</td>
                </tr>
              );
            })}
          </tbody>
        ))}
      </table>
      <div className="paper-foot">
        <p className="paper-lines"><span>{t.secretary}<span className="paper-blank" /></span><span>{t.office}<span className="paper-blank" /></span><span>{t.date}</span></p>
      </div>
    </>
  );
}
