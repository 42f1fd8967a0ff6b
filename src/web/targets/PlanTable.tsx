import { Button } from 'antd';
import type { TargetPlanView } from '#domain/targets/contract.ts';
import { isSpread } from '#domain/targets/item-target.ts';
import { splitWords } from '#domain/targets/unit-words.ts';
import { useMarks, useTexts, useWords } from '#web/shell/language.tsx';
import { Figure } from '#web/ui/Figure.tsx';
import { useDisplay } from '#web/ui/display.ts';
import { usePhone } from '#web/ui/screen.ts';
import { StatusTag } from '#web/ui/StatusTag.tsx';
import { fetchItem } from './plan-grounds.ts';
import { type PlanRow, standardOf, targetOf } from './plan-rows.ts';
import { planTexts, stateStatus } from './plan-texts.ts';

interface Properties {
  readonly plan: TargetPlanView;
  /** Those under the filters. */
  readonly rows: readonly PlanRow[];
  /** Null: the reader changes nothing. */
  readonly onChange: ((row: PlanRow) => void) | null;
}

/** The items under their aspects: on a desk one table, on a phone and in large letters, for which ten columns have no room, a card for each. */
export function PlanTable({ plan, rows, onChange }: Properties) {
  const t = useTexts(planTexts);
  const say = useWords();
  const phone = usePhone();
  const { large } = useDisplay();
  const aspects = plan.aspects.filter((aspect) => rows.some((row) => row.aspect === aspect));
  const within = (aspect: TargetPlanView['aspects'][number]) => rows.filter((row) => row.aspect === aspect);
  if (phone || large) {
    return (
      <>
        {aspects.map((aspect) => (
          <section key={aspect.id} className="plan-aspect" aria-label={say(aspect.label)}>
            <h2>{say(aspect.label)}</h2>
            <ul>{within(aspect).map((row) => <li key={row.item.id}><Card row={row} plan={plan} onChange={onChange} /></li>)}</ul>
          </section>
        ))}
      </>
    );
  }
  return (
    <div className="plan-table">
      <table aria-label={t.title}>
        <colgroup><col className="plan-item" /><col className="plan-mark" /><col className="plan-target" /><col className="plan-split" /><col className="plan-who" /><col className="plan-due" /><col /><col className="plan-state" /><col className="plan-progress" />{onChange ? <col className="plan-change" /> : null}</colgroup>
        <thead><tr><th>{t.item}</th><th className="plan-number">{t.weight}</th><th>{t.target}</th><th>{t.split}</th><th>{t.responsible}</th><th>{t.due}</th><th>{t.standard}</th><th>{t.state}</th><th className="plan-number" title={t.progressWhy}>{t.progress}</th>{onChange ? <th aria-label={t.change} /> : null}</tr></thead>
        {aspects.map((aspect) => (
          <tbody key={aspect.id}>
            <tr className="plan-aspect-head"><th scope="rowgroup" colSpan={onChange ? 10 : 9}>{say(aspect.label)}</th></tr>
            {within(aspect).map((row) => <Row key={row.item.id} row={row} plan={plan} onChange={onChange} />)}
          </tbody>
        ))}
      </table>
    </div>
  );
}

interface RowProperties extends Omit<Properties, 'rows'> {
  readonly row: PlanRow;
}

function Row({ row, plan, onChange }: RowProperties) {
  const t = useTexts(planTexts);
  const say = useWords();
  const { item } = row;
  const { line } = item;
  const split = line ? splitWords(line.split) : null;
  return (
    <tr className={item.asked === null ? 'plan-away' : undefined}>
      <th scope="row">{say(item.label)}{item.clause === null ? null : <small>{item.clause}</small>}</th>
      <td className="plan-number"><Figure value={item.weight} grounds={grounds(plan, row)} /></td>
      <td>{say(targetOf(item))}<Done row={row} plan={plan} /></td>
      <td className="plan-soft">{split ? say(split) : line && !isSpread(line.unit) ? t.allYear : ''}</td>
      <td><Responsible row={row} /></td>
      <td className="plan-soft date-text">{line?.due ?? (line ? <span className="plan-nobody">{t.nobody}</span> : '')}</td>
      <td className="plan-soft">{say(standardOf(item))}</td>
      <td><StatusTag status={stateStatus[item.state]} /></td>
      <td className="plan-number"><Progress row={row} plan={plan} /></td>
      {onChange ? <td>{item.asked === null ? null : <Button type="link" size="small" aria-label={`${t.change} ${say(item.label)}`} onClick={() => onChange(row)}>{t.change}</Button>}</td> : null}
    </tr>
  );
}

function Card({ row, plan, onChange }: RowProperties) {
  const t = useTexts(planTexts);
  const marks = useMarks();
  const say = useWords();
  const { item } = row;
  const { line } = item;
  const split = line ? splitWords(line.split) : null;
  return (
    <article className="plan-card">
      <div className="plan-card-head"><h3>{say(item.label)}</h3><StatusTag status={stateStatus[item.state]} /></div>
      {item.asked === null ? null : (
        <>
          <p>{t.target} {say(targetOf(item))}{split ? marks.aside(say(split)) : ''} <Done row={row} plan={plan} /></p>
          <p><Responsible row={row} /> · {line?.due ? t.to(line.due) : t.nobody}</p>
          <p className="plan-soft">{say(standardOf(item))}</p>
          <div className="plan-card-head">
            <span className="plan-soft">{t.progress} <Progress row={row} plan={plan} /> · {t.weight} <Figure value={item.weight} grounds={grounds(plan, row)} /></span>
            {onChange ? <Button size="small" aria-label={`${t.change} ${say(item.label)}`} onClick={() => onChange(row)}>{t.change}</Button> : null}
          </div>
        </>
      )}
    </article>
  );
}

const grounds = ({ organisation, year }: TargetPlanView, { item }: PlanRow) => fetchItem(organisation.id, year, item.id);

/** Done in the unit of the target; of a rate the progress says it. */
function Done({ row, plan }: { readonly row: PlanRow; readonly plan: TargetPlanView }) {
  const t = useTexts(planTexts);
  const { done, asked } = row.item;
  if (done === null || asked === null || asked.unit === 'percent') return null;
  return <small className="plan-done">{asked.unit === 'cases' ? t.happened : t.done} <Figure value={done} format="count" grounds={grounds(plan, row)} /></small>;
}

function Progress({ row, plan }: { readonly row: PlanRow; readonly plan: TargetPlanView }) {
  const { progressToDate } = row.item;
  return progressToDate === null ? <span className="plan-none">–</span> : <Figure value={progressToDate} format="percent" grounds={grounds(plan, row)} />;
}

function Responsible({ row: { item } }: { readonly row: PlanRow }) {
  const t = useTexts(planTexts);
  if (item.asked === null || item.line === null) return null;
  const { responsible } = item.line;
  if (responsible === null) return <span className="plan-nobody">{t.nobody}</span>;
  return <>{responsible.name}{responsible.here ? null : <small className="plan-nobody">{t.moved}</small>}</>;
}
