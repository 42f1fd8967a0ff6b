import type { Words } from '#domain/words/words.ts';
import { nearestWord, type Candidate } from './nearest-word.ts';
import { rawPoints, withDescendants, type RawNode } from './node-list.ts';
import type { Finder, Path } from './problem.ts';
import { fieldOf, itemsOf, textOf } from './raw-value.ts';

/** Ids and registers that stand twice, and names of things that do not exist. */
export function findReferenceProblems(file: unknown, find: Finder): void {
  const points = rawPoints(file);
  const nodes = points === null ? [] : withDescendants(points);
  for (const list of ['activities', 'contents', 'excuses']) findDuplicates(idsOf(file, list), find);
  findDuplicates(nodes.flatMap(({ id, path }) => (id === null ? [] : [{ id, path: [...path, 'id'] }])), find);
  findSharedRegisters(file, find);
  for (const node of nodes.filter(({ isRule }) => isRule)) {
    findUnknown(node, 'activities', candidatesOf(file, 'activities'), find);
    findUnknown(node, 'contents', candidatesOf(file, 'contents'), find);
    findNothingToMatch(node, file, find);
  }
}

interface WrittenId {
  readonly id: string;
  readonly path: Path;
}

const idsOf = (file: unknown, list: string): WrittenId[] =>
  itemsOf(fieldOf(file, list)).flatMap((item, index) => {
    const id = textOf(fieldOf(item, 'id'));
    return id === null ? [] : [{ id, path: [list, index, 'id'] }];
  });

function findDuplicates(ids: readonly WrittenId[], find: Finder): void {
  const seen = new Set<string>();
  for (const { id, path } of ids) {
    if (seen.has(id)) find.atValue(path, { zh: `代号“${id}”前面已经用过，请换一个。`, en: `The id “${id}” is already taken above. Choose another.` });
    seen.add(id);
  }
}

/** A register can bring one reason only; of two nobody could say which one holds. */
function findSharedRegisters(file: unknown, find: Finder): void {
  const seen = new Set<string>();
  itemsOf(fieldOf(file, 'excuses')).forEach((excuse, index) => {
    const register = textOf(fieldOf(excuse, 'broughtBy'));
    if (register !== null && seen.has(register)) {
      find.atValue(['excuses', index, 'broughtBy'], { zh: `“${register}”前面已由另一种事由认定，只能写一处。`, en: `“${register}” already brings another reason above. Write it once.` });
    }
    if (register !== null) seen.add(register);
  });
}

function candidatesOf(file: unknown, list: string): Candidate[] {
  return itemsOf(fieldOf(file, list)).flatMap((item) => {
    const word = textOf(fieldOf(item, 'id'));
    const label = fieldOf(item, 'label');
    const names = [textOf(fieldOf(label, 'zh')), textOf(fieldOf(label, 'en'))].filter((name) => name !== null);
    return word === null ? [] : [{ word, names }];
  });
}

function findUnknown(node: RawNode, list: string, known: readonly Candidate[], find: Finder): void {
  itemsOf(fieldOf(fieldOf(node.raw, 'match'), list)).forEach((written, index) => {
    if (typeof written !== 'string' || known.some(({ word }) => word === written)) return;
    find.atValue([...node.path, 'match', list, index], unknownName(written, list, known));
  });
}

function unknownName(written: string, list: string, known: readonly Candidate[]): Words {
  const ids = [...new Set(known.map(({ word }) => word))];
  const zh = `${list} 里没有“${written}”`;
  const en = `There is no “${written}” in ${list}`;
  const nearest = nearestWord(written, known);
  return nearest === null
    ? { zh: `${zh}，请先在 ${list} 里写明，或改用已有的：${ids.join('、')}。`, en: `${en}. Describe it there first, or use one of: ${ids.join(', ')}.` }
    : { zh: `${zh}，是否应为 ${nearest}？`, en: `${en}. Did you mean “${nearest}”?` };
}

/** An empty list of activities asks for any activity; without activities at all the rule could never find a fact. */
function findNothingToMatch(node: RawNode, file: unknown, find: Finder): void {
  const activities = fieldOf(fieldOf(node.raw, 'match'), 'activities');
  if (itemsOf(activities).length > 0 || itemsOf(fieldOf(file, 'activities')).length > 0) return;
  find.atValue([...node.path, 'match'], {
    zh: '方案没有写任何活动（activities），这条细则永远找不到记录。', en: 'The scheme names no activities, so this rule can never find a record.',
  });
}
