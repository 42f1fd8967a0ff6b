import { RightOutlined } from '@ant-design/icons';
import type { FactLeaf } from '#domain/engine/evaluation.ts';
import type { Hundredths } from '#domain/points/hundredths.ts';
import { useTexts, useWords } from '#web/shell/language.tsx';
import { DateText } from './DateText.tsx';
import { changeText } from './figure-format.ts';
import { counts } from './grounds-workings.ts';
import { groundsTexts, type GroundsTexts } from './grounds-texts.ts';
import { FactDispute } from './GroundsDispute.tsx';
import type { FactPlace, GroundsNames } from './grounds-source.ts';
import { StatusTag } from './StatusTag.tsx';

interface Properties {
  readonly leaf: FactLeaf;
  readonly value: Hundredths | null;
  readonly names: GroundsNames;
  readonly factPlace: FactPlace;
}

type NameOf = (id: string) => string | null;

/** A leaf: one fact one may open, with what it counted as, who recorded and who confirmed it. */
export function GroundsFact({ leaf, value, names, factPlace }: Properties) {
  const texts = useTexts(groundsTexts);
  const say = useWords();
  const nameOf: NameOf = (id) => (names[id] ? say(names[id]) : unlessUuid(id));
  const source = names[`source ${leaf.factId}`];
  const what = leaf.activities.map(nameOf).filter((name) => name !== null);
  const notes = [reasonOf(leaf, nameOf, texts), ...becauseOf(leaf, nameOf, texts)].filter((note) => note !== null);
  return (
    <div className="grounds-fact">
      <div className="grounds-fact-line">
        <DateText day={leaf.day} />
        <StatusTag status={leaf.status} />
        {what.length === 0 ? null : <span>{texts.list(what)}</span>}
        {notes.length === 0 ? null : <span className="grounds-note">{notes.join(' · ')}</span>}
        {leaf.minutes === null ? null : <span className="grounds-note">{texts.minutes(leaf.minutes)}</span>}
        {value === null ? null : <span className={counts(leaf) ? 'grounds-value' : 'grounds-value uncounted'}>{changeText(value)}</span>}
      </div>
      <div className="grounds-provenance">
        <span>{provenanceOf(leaf, nameOf, source ? say(source) : null, texts)}</span>
        <span className="grounds-links">
          <FactDispute leaf={leaf} factPlace={factPlace} />
          <OpenFact leaf={leaf} factPlace={factPlace} label={texts.openFact} />
        </span>
      </div>
    </div>
  );
}

/** A name that did not come along: an id says nothing to a reader, any other word may. */
const unlessUuid = (id: string): string | null => (/^[0-9a-f]{8}-[0-9a-f-]{27}$/i.test(id) ? null : id);

/** Outside the person and the secretary only the class of a reason arrives, so only that can be shown. */
function reasonOf({ reason, reasonClass }: FactLeaf, nameOf: NameOf, texts: GroundsTexts): string | null {
  if (reason !== null) return nameOf(reason);
  return reasonClass === null ? null : texts.reasonClass[reasonClass];
}

function becauseOf({ because }: FactLeaf, nameOf: NameOf, texts: GroundsTexts): readonly string[] {
  const known = because.map(nameOf).filter((name) => name !== null);
  return known.length === 0 ? [] : [texts.because(texts.list(known))];
}

function provenanceOf(leaf: FactLeaf, nameOf: NameOf, source: string | null, texts: GroundsTexts): string {
  const recorder = leaf.recordedBy === null ? null : nameOf(leaf.recordedBy);
  const confirmer = leaf.confirmedBy === null ? null : nameOf(leaf.confirmedBy);
  const parts = [
    texts.recorded(recorder, leaf.recordedOn) + (leaf.lateDays > 0 ? ` (${texts.late(leaf.lateDays)})` : ''),
    leaf.version > 1 ? texts.version(leaf.version) : null,
    leaf.status === 'proposed' ? texts.waiting : null,
    confirmer === null ? null : texts.confirmed(confirmer),
    source,
  ];
  return parts.filter((part) => part !== null).join(' · ');
}

function OpenFact({ leaf, factPlace, label }: { readonly leaf: FactLeaf; readonly factPlace: FactPlace; readonly label: string }) {
  const href = factPlace.href(leaf);
  if (href === null) return null;
  const go = (event: { readonly preventDefault: () => void }) => {
    event.preventDefault();
    factPlace.go(href);
  };
  return <a href={href} className="unprinted" onClick={go}>{label} <RightOutlined /></a>;
}
