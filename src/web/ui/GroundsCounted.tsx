import { Fragment } from 'react';
import type { CountState, Grounds } from '#domain/engine/evaluation.ts';
import type { Words } from '#domain/words/words.ts';
import { useTexts, useWords } from '#web/shell/language.tsx';
import { groundsTexts, type GroundsTexts } from './grounds-texts.ts';
import type { FactPlace, GroundsNames } from './grounds-source.ts';
import { StatusTag } from './StatusTag.tsx';
import type { Status } from './statuses.ts';

export const countedStatus = { has: 'done', late: 'doneLate', lacks: 'missing', open: 'notDue', outside: 'notIncluded' } as const satisfies Record<CountState, Status>;
/** What is missing stands first, because it is what somebody opens the grounds for. */
const order: readonly CountState[] = ['lacks', 'open', 'late', 'has', 'outside'];

type Leaf = Grounds & { readonly how: Extract<Grounds['how'], { kind: 'counted' }> };

/** Leaves of a share that say no more than whether they are there: two dozen people fit into one sentence for each state. */
export const gatheredLeaves = (children: readonly Grounds[]): readonly Leaf[] =>
  children.filter((child): child is Leaf => child.how.kind === 'counted' && child.children.length === 0 && child.value === null);

/** 缺项 3 人：张三、李四、王五. */
export function GroundsCounted({ leaves, names, factPlace }: { readonly leaves: readonly Leaf[]; readonly names: GroundsNames; readonly factPlace?: FactPlace }) {
  const texts = useTexts(groundsTexts);
  const say = useWords();
  return (
    <dl className="grounds-counted">
      {order.filter((state) => leaves.some(({ how }) => how.state === state)).map((state) => {
        const those = leaves.filter(({ how }) => how.state === state);
        return (
          <div key={state}>
            <dt><StatusTag status={countedStatus[state]} note={countWords(those, texts)} /></dt>
            <dd>
              {distinct(those, (leaf) => countedName(leaf, names, say, texts)).map(({ leaf, name }, at) => (
                <Fragment key={leaf.id}>{at === 0 ? '' : texts.between}<CountedName name={name} href={leaf.how.opens ? factPlace?.href(leaf.how.opens) ?? null : null} go={factPlace?.go} /></Fragment>
              ))}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

/** Each name once, unless it leads to a fact of its own. */
function distinct(leaves: readonly Leaf[], nameOf: (leaf: Leaf) => string): readonly { readonly leaf: Leaf; readonly name: string }[] {
  const named = leaves.map((leaf) => ({ leaf, name: nameOf(leaf) })).filter(({ name }) => name !== '');
  return named.filter(({ leaf, name }, at) => leaf.how.opens !== undefined || named.findIndex((it) => it.name === name) === at);
}

/** What is counted, leading to itself where it has a page. */
export function CountedName({ name, href, go }: { readonly name: string; readonly href: string | null; readonly go: FactPlace['go'] | undefined }) {
  if (href === null || !go) return name;
  return <a href={href} onClick={(event) => { event.preventDefault(); go(href); }}>{name}</a>;
}

function countWords(leaves: readonly Leaf[], texts: GroundsTexts): string {
  const persons = leaves.every(({ how, label }) => how.persons.length === 1 && label.zh === '');
  const pairs = leaves.every(({ how }) => how.persons.length === 2);
  return persons ? texts.persons(leaves.length) : pairs ? texts.pairs(leaves.length) : texts.counted(leaves.length);
}

/** Whom or what a leaf counts: its label, whoever it is about, or both (一个党小组的一个月). */
export function countedName({ label, how }: Grounds, names: GroundsNames, say: (words: Words) => string, texts: GroundsTexts): string {
  const said = say(label);
  if (how.kind !== 'counted') return said;
  const people = how.persons.flatMap((id) => (names[id] ? [say(names[id])] : []));
  const [one, other] = people;
  const who = one !== undefined && other !== undefined && people.length === 2 ? texts.pair(one, other) : texts.list(people);
  return [who, said].filter((text) => text !== '').join(' ');
}
