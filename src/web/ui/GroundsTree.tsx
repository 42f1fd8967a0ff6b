import { CaretDownOutlined, CaretRightOutlined } from '@ant-design/icons';
import { useId, useState } from 'react';
import { raisedFull } from '#domain/assessments/raised-full.ts';
import type { Grounds, RuleCard } from '#domain/engine/evaluation.ts';
import { isNotIncluded } from '#domain/engine/not-included.ts';
import { useTexts, useWords } from '#web/shell/language.tsx';
import { changeText, figureText, pointsText } from './figure-format.ts';
import { CountedName, countedName, countedStatus, gatheredLeaves, GroundsCounted } from './GroundsCounted.tsx';
import { ItemDispute } from './GroundsDispute.tsx';
import { GroundsFact } from './GroundsFact.tsx';
import { groundsTexts } from './grounds-texts.ts';
import { workings } from './grounds-workings.ts';
import type { FactPlace, GroundsNames } from './grounds-source.ts';
import { StatusTag } from './StatusTag.tsx';

interface Surroundings {
  readonly names: GroundsNames;
  readonly factPlace: FactPlace;
  /** What a reader has unfolded or folded for all; null: as each level thinks best. */
  readonly all: boolean | null;
}

export function GroundsChildren({ grounds, depth, ...around }: Surroundings & { readonly grounds: Grounds; readonly depth: number }) {
  const gathered = gatheredLeaves(grounds.children);
  return (
    <ul className="grounds-level">
      {grounds.children.filter((child) => !gathered.some(({ id }) => id === child.id)).map((child) => (
        <li key={child.id}>
          {child.how.kind === 'fact'
            ? <GroundsFact leaf={child.how.fact} value={child.value} names={around.names} factPlace={around.factPlace} />
            : <GroundsNode grounds={child} depth={depth} chosen={grounds.how.kind === 'choose' && grounds.how.chosen === child.id} {...around} />}
        </li>
      ))}
      {gathered.length === 0 ? null : <li><GroundsCounted leaves={gathered} names={around.names} factPlace={around.factPlace} /></li>}
    </ul>
  );
}

/** One level: what it is worth, by which rule, out of which children. Months start folded. */
function GroundsNode({ grounds, depth, chosen = false, ...around }: Surroundings & { readonly grounds: Grounds; readonly depth: number; readonly chosen?: boolean }) {
  const texts = useTexts(groundsTexts);
  const say = useWords();
  const children = useId();
  const [opened, setOpened] = useState(around.all ?? (depth < 2 && grounds.how.kind !== 'window' && grounds.how.kind !== 'counted'));
  const foldable = grounds.children.length > 0;
  const href = grounds.how.kind === 'counted' && grounds.how.opens ? around.factPlace.href(grounds.how.opens) : null;
  const label = <span className="grounds-label"><CountedName name={countedName(grounds, around.names, say, texts)} href={href} go={around.factPlace.go} />{chosen ? <span className="grounds-chosen">{texts.chosen}</span> : null}</span>;
  return (
    <div className={`grounds-node ${grounds.how.kind}`}>
      <div className="grounds-head">
        {foldable ? (
          <button type="button" className="grounds-fold" aria-expanded={opened} aria-controls={children} onClick={() => setOpened(!opened)}>
            {opened ? <CaretDownOutlined /> : <CaretRightOutlined />}{label}
          </button>
        ) : label}
        <GroundsValue grounds={grounds} />
      </div>
      <GroundsWhy grounds={grounds} names={around.names} />
      <ItemDispute grounds={grounds} factPlace={around.factPlace} />
      {foldable ? <div id={children} className="grounds-children" data-folded={!opened}><GroundsChildren grounds={grounds} depth={depth + 1} {...around} /></div> : null}
    </div>
  );
}

/** Value and full marks; of a month the counts; of a limit what it took or gave, with its sign; of what a share counts whether it is there. */
export function GroundsValue({ grounds }: { readonly grounds: Grounds }) {
  const { value, how } = grounds;
  const full = raisedFull(grounds, grounds.full);
  const texts = useTexts(groundsTexts);
  if (how.kind === 'counted' && value === null) return <StatusTag status={countedStatus[how.state]} />;
  if (how.kind === 'window') return <span className="grounds-counts">{texts.counts(how)}</span>;
  if (value === null) return <span className="grounds-none">{isNotIncluded(grounds) ? texts.notIncluded : texts.noBasis}</span>;
  return (
    <span className="grounds-value">
      {how.kind === 'limit' || how.kind === 'raise' || how.kind === 'check' ? changeText(value) : figureText(value, grounds.format ?? 'points')}
      {full === null ? null : <span className="grounds-full"> / {pointsText(full)}</span>}
    </span>
  );
}

/** The rule in words with its clause and version, then the arithmetic. */
export function GroundsWhy({ grounds, names }: { readonly grounds: Grounds; readonly names: GroundsNames }) {
  const texts = useTexts(groundsTexts);
  const lines = workings(grounds, texts);
  return (
    <>
      {lines.map((line) => <p key={line} className="grounds-workings">{line}</p>)}
      {grounds.rule === null ? null : <GroundsRule rule={grounds.rule} names={names} />}
    </>
  );
}

function GroundsRule({ rule, names }: { readonly rule: RuleCard; readonly names: GroundsNames }) {
  const texts = useTexts(groundsTexts);
  const say = useWords();
  const scheme = names[rule.scheme];
  return <p className="grounds-rule">{texts.rule(say(rule.words), rule.clause, scheme ? say(scheme) : rule.scheme, rule.version)}</p>;
}
