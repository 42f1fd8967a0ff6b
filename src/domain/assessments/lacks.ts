import type { CivilDate } from '#domain/calendar/civil-date.ts';
import { lastDayOf } from '#domain/calendar/window.ts';
import type { Grounds, MeasureUnit } from '#domain/engine/evaluation.ts';
import type { RuleValue } from '#domain/schemes/format/value-shapes.ts';
import type { PointsNode } from '#domain/schemes/scheme.ts';
import type { Words } from '#domain/words/words.ts';
import { lackingIn } from './item-standing.ts';

/** 缺什么: what an item lacks, in one sentence that names no person. */
export interface Lack {
  readonly words: Words;
  /** The last day of what is asked next; null where no day was set. */
  readonly due: CivilDate | null;
}

const NAMED_MOST = 4;

/** One sentence for each rule of an item that lacks something. */
export function lacksOf(grounds: Grounds, node: PointsNode): readonly Lack[] {
  if (node.kind === 'part') {
    return node.children.flatMap((child) => {
      const found = grounds.children.find(({ id }) => id === child.id);
      return found ? lacksOf(found, child).map(({ words, due }) => ({ words: named(child, words, node.children.length > 1), due })) : [];
    });
  }
  if (node.value.kind === 'inForce') return grounds.children.length > 0 ? [] : [{ words: { zh: '没有生效的登记', en: 'nothing is in force' }, due: null }];
  const lacking = lackingIn(grounds);
  return lacking.length === 0 ? [] : [{ words: lackWords(lacking, grounds.how.kind === 'measured' ? grounds.how.unit : 'times', node.value.kind), due: nextDue(grounds) }];
}

/** In an item of several rules it must be said which one is meant. */
const named = ({ label }: PointsNode, { zh, en }: Words, several: boolean): Words =>
  (several ? { zh: `${label.zh}：${zh}`, en: `${label.en}: ${en}` } : { zh, en });

/** A meeting that was held and lacks its first item is not missing, and neither is a mission before which no lesson was given. */
const sayings: Readonly<Partial<Record<RuleValue['kind'], (what: Words) => Words>>> = {
  portion: ({ zh, en }) => ({ zh: `${zh}未达要求`, en: `not as asked: ${en}` }), answered: ({ zh, en }) => ({ zh: `${zh}未落实`, en: `not answered: ${en}` }),
};
const isMissing = ({ zh, en }: Words): Words => ({ zh: `缺${zh}`, en: `missing: ${en}` });

function lackWords(lacking: readonly Grounds[], unit: MeasureUnit, kind: RuleValue['kind']): Words {
  const count = lacking.length;
  if (unit === 'persons') return { zh: `还有 ${count} 人未达到要求`, en: `${count} ${count === 1 ? 'person has' : 'people have'} not what is asked` };
  if (unit === 'pairs') return { zh: `还差 ${count} 对`, en: `${count} ${count === 1 ? 'pair' : 'pairs'} to go` };
  const labels = lacking.map(({ label }) => label).filter(({ zh }) => zh !== '');
  const shown = labels.slice(0, NAMED_MOST);
  if (shown.length === 0) return { zh: `缺 ${count} 项`, en: `${count} missing` };
  const more = count - shown.length;
  return (sayings[kind] ?? isMissing)({
    zh: `${shown.map(({ zh }) => zh).join('、')}${more > 0 ? `等 ${count} 项` : ''}`,
    en: `${shown.map(({ en }) => en).join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
  });
}

function nextDue({ children }: Grounds): CivilDate | null {
  const open = children.flatMap(({ how }) => (how.kind === 'counted' && how.state === 'open' && how.window !== null ? [lastDayOf(how.window)] : []));
  return open.toSorted()[0] ?? null;
}
