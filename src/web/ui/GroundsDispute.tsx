import { createContext, use } from 'react';
import type { FactLeaf, Grounds } from '#domain/engine/evaluation.ts';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import type { Disputes, FactPlace } from './grounds-source.ts';
import { StatusTag } from './StatusTag.tsx';

const texts = defineTexts({ zh: { object: '提出异议' }, en: { object: 'Object' } });

const DisputesContext = createContext<Disputes | null>(null);
/** Whose number the drawer explains, for whatever stands in it. */
export const Disputing = DisputesContext;

/** What a room lets be put right; of other kinds there is nothing to object to here. */
const objectable: ReadonlySet<string> = new Set(['session', 'record', 'makeUp', 'assignment']);

/** A fact under objection says so; to any other one may object, if it is one's own. */
export function FactDispute({ leaf, factPlace }: { readonly leaf: FactLeaf; readonly factPlace: FactPlace }) {
  return objectable.has(leaf.kind) ? <Dispute id={leaf.factId} to={{ fact: leaf.factId }} factPlace={factPlace} /> : null;
}

/** The same of an item of a branch's year; a member objects to facts only. */
export function ItemDispute({ grounds, factPlace }: { readonly grounds: Grounds; readonly factPlace: FactPlace }) {
  const disputes = use(DisputesContext);
  const isItem = grounds.rule !== null && grounds.how.kind !== 'limit' && grounds.how.kind !== 'raise';
  if (disputes?.subject.kind !== 'branch' || !isItem) return null;
  return <p className="grounds-dispute unprinted"><Dispute id={grounds.id} to={{ item: grounds.id }} factPlace={factPlace} /></p>;
}

interface Properties {
  readonly id: string;
  readonly to: { readonly fact: string } | { readonly item: string };
  readonly factPlace: FactPlace;
}

function Dispute({ id, to, factPlace }: Properties) {
  const t = useTexts(texts);
  const disputes = use(DisputesContext);
  if (disputes === null) return null;
  const open = disputes.objected[id];
  if (open === undefined && !disputes.mayObject) return null;
  const href = open === undefined ? factPlace.objecting(disputes, to) : factPlace.objection(open);
  const go = (event: { readonly preventDefault: () => void }) => {
    event.preventDefault();
    factPlace.go(href);
  };
  return <a href={href} className={open === undefined ? 'unprinted' : ''} onClick={go}>{open === undefined ? t.object : <StatusTag status="objected" />}</a>;
}
