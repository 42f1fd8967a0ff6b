import type { BranchScore, BranchScoreAspect, BranchScoreItem } from '#domain/assessments/contract.ts';
import { paths } from '#web/paths.ts';
import { useTexts, useWords } from '#web/shell/language.tsx';
import { FeedLinks } from '#web/shell/FeedLinks.tsx';
import { GuideLinks } from '#web/shell/GuideLinks.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { Figure } from '#web/ui/Figure.tsx';
import type { NamedGrounds } from '#web/ui/grounds-source.ts';
import { StatusTag } from '#web/ui/StatusTag.tsx';
import { statuses } from '#web/ui/statuses.ts';
import { groundsIn } from './grounds-in.ts';
import { itemStatus } from './item-status.ts';
import { scoreTexts } from './score-texts.ts';

interface Properties {
  readonly score: BranchScore;
  readonly aspect: BranchScoreAspect;
  /** The items to show; the marks of the aspect are of all. */
  readonly items: readonly BranchScoreItem[];
}

/** One aspect with its items: on a desk a table, on a phone one block for each item. */
export function AspectBlock({ score, aspect, items }: Properties) {
  const t = useTexts(scoreTexts);
  const say = useWords();
  const grounds = groundsIn(score, aspect.id);
  const of = { organisation: score.organisation.id, year: String(score.year) };
  return (
    <section className="score-aspect" aria-label={say(aspect.label)}>
      <table>
        <colgroup><col className="score-item" /><col className="score-mark" /><col className="score-state" /><col className="score-progress" /><col /></colgroup>
        <thead>
          <tr className="score-aspect-head">
            <th scope="col">{say(aspect.label)}</th>
            <td className="score-number">
              {grounds ? <Figure value={aspect.value} full={aspect.full} grounds={grounds} /> : null}
              <Weight of={aspect} grounds={grounds} />
            </td>
            <td />
            <td className="score-number">{aspect.progressToDate === null || !grounds ? null : <Figure value={aspect.progressToDate} format="percent" grounds={grounds} />}</td>
            <td className="score-guide">{aspect.clause}</td>
          </tr>
          <tr className="score-columns"><th>{t.item}</th><th className="score-number">{t.mark}</th><th>{t.state}</th><th className="score-number" title={t.progressWhy}>{t.progress}</th><th>{t.how}</th></tr>
        </thead>
        <tbody>{items.map((item) => <ItemRow key={item.id} of={of} item={item} grounds={groundsIn(score, item.id)} objection={score.objected[item.id]} />)}</tbody>
      </table>
    </section>
  );
}

interface RowProperties {
  readonly of: { readonly organisation: string; readonly year: string };
  readonly item: BranchScoreItem;
  readonly grounds: NamedGrounds | null;
  readonly objection: string | undefined;
}

function ItemRow({ of, item, grounds, objection }: RowProperties) {
  const t = useTexts(scoreTexts);
  const say = useWords();
  return (
    <tr>
      <th scope="row">
        {say(item.label)}
        {item.lacks.map(({ words, due }) => <small key={words.zh} className="score-lack">{say(words)}{due === null ? '' : ` · `}{due === null ? null : <span className="date-text">{t.due(due)}</span>}</small>)}
        <span className="feed-line unprinted"><FeedLinks feeds={item.feeds} organisation={of.organisation} show={{ year: of.year }} /><GuideLinks item={item.id} /></span>
      </th>
      <td className="score-number">
        {grounds ? <Figure value={item.value} full={item.full} missing={item.state === 'notApplicable' || item.state === 'notDue' ? say(statuses[itemStatus[item.state]].words) : undefined} grounds={grounds} /> : null}
        <Weight of={item} grounds={grounds} />
      </td>
      <td className="score-standing"><StatusTag status={itemStatus[item.state]} />{objection === undefined ? null : <PathLink to={paths.objection(objection)}><StatusTag status="objected" /></PathLink>}</td>
      <td className="score-number">{item.progressToDate === null || !grounds ? <span className="score-none">–</span> : <Figure value={item.progressToDate} format="percent" grounds={grounds} />}</td>
      <td className="score-guide">{[item.guidance === null ? null : say(item.guidance), item.clause].filter((text) => text !== null).join(' · ')}</td>
    </tr>
  );
}

/** 分值 of the scheme, where the mark is out of more than that because of what its siblings spread. */
function Weight({ of: { value, full, weight }, grounds }: { readonly of: Pick<BranchScoreItem, 'value' | 'full' | 'weight'>; readonly grounds: NamedGrounds | null }) {
  const t = useTexts(scoreTexts);
  if (grounds === null || value === null || weight === null || full === weight) return null;
  return <small className="score-raised" title={t.raised}>{t.plain} <Figure value={weight} grounds={grounds} /></small>;
}
