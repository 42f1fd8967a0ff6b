import { rawNodes } from './node-list.ts';
import type { Finder, Path } from './problem.ts';
import { fieldOf, itemsOf, textOf } from './raw-value.ts';
import { partsBelow } from './rule-list.ts';

/** Ids and registers that stand twice. */
export function findReferenceProblems(file: unknown, find: Finder): void {
  for (const list of ['activities', 'contents', 'excuses', 'framework', 'records', 'classes', 'requirements', 'results', 'proposals']) findDuplicates(idsOf(file, list), find);
  findTreeDuplicates(file, find);
  findSharedRegisters(file, find);
}

/** Points, indicators and the parts of results are called by one kind of id: a ledger row, a tie and a proposal name any of them. */
function findTreeDuplicates(file: unknown, find: Finder): void {
  const nodes = (['points', 'indicators'] as const).flatMap((tree) => rawNodes(file, tree));
  const parts = itemsOf(fieldOf(file, 'results')).flatMap((result, index) => partsBelow(fieldOf(result, 'parts'), ['results', index, 'parts']));
  findDuplicates([...nodes, ...parts].flatMap(({ raw, path }) => {
    const id = textOf(fieldOf(raw, 'id'));
    return id === null ? [] : [{ id, path: [...path, 'id'] }];
  }), find);
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
