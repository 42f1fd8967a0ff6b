import { parseCivilDate, type CivilDate } from '#domain/calendar/civil-date.ts';
import { placeKey } from '#domain/imports/called-by.ts';
import { dateInCell, isMonthAlone, periodInCell } from '#domain/imports/cell-text.ts';
import type { TableLine } from '#domain/imports/table-line.ts';
import type { Words } from '#domain/words/words.ts';
import { categoryIn, type OrganisationKey } from './organisation-table.ts';
import { existsOn, isWithoutShortName, parentOn, type OrganisationState, type Structure } from './structure.ts';

/** A line with what an office leaves to the eye (what it hangs under) or never had (a number, a day), and what of it was added. */
export interface CompletedLine {
  readonly line: TableLine<OrganisationKey>;
  readonly added: readonly Words[];
}

interface Place {
  readonly number: string;
  readonly founded: CivilDate;
}

const UNNUMBERED: Words = { zh: '没有组织编号，按上级的编号顺排（如 A01、A02），导入后可以修改', en: 'no number: numbered in turn below what is above (such as A01, A02), to be changed afterwards' };
const BY_NAME: Words = { zh: '没有组织类别，按名称认定（党支部、党总支、党小组……）', en: 'no category: told by the name' };
const BY_INDENT: Words = { zh: '没有上级组织，按名称前的缩进认定', en: 'nothing above is named: told by the indentation of the name' };
const BELOW_TOP: Words = { zh: '没有上级组织，列在最上级党组织之下', en: 'nothing above is named: placed below the highest organisation' };
const FROM_MONTH: Words = { zh: '成立日期只有年月，自该月首日起算', en: 'founded in a month: from its first day' };
const FROM_YEAR: Words = { zh: '没有成立日期，自本年首日起算，上级更晚的随上级', en: 'no day of founding: from the first day of this year, or of what is above' };

/**
 * Completes the lines of a list of organisations as offices keep it. A column that the list has and a line leaves empty stays
 * empty, but for what is above, which an indented list tells by its blanks, and the day of founding.
 */
export function completedLines(lines: readonly TableLine<OrganisationKey>[], structure: Structure, today: CivilDate): readonly CompletedLine[] {
  const above = linesAbove(lines);
  const tree = new Tree(structure, today);
  const flat = above.size === 0 && !tree.hasGeneralBranches && !lines.some((it) => categoryIn(it.text('category')) === '621' || categoryOfName(it.name('name')) === '621');
  return lines.map((line) => {
    const added: Words[] = [];
    const over: Partial<Record<OrganisationKey, string>> = {};
    const add = (key: OrganisationKey, text: string, words: Words): void => {
      over[key] = text;
      added.push(words);
    };
    const name = line.name('name');
    const category = line.has('category') ? null : categoryOfName(name);
    if (category !== null) add('category', category, BY_NAME);
    const indented = above.get(line.row);
    // What is indented under nothing hangs under the highest organisation, and so does every branch of a list without levels.
    const belowTop = !line.has('parent') && flat && BRANCHES.has(category ?? categoryIn(line.text('category')));
    if (indented !== undefined && indented !== '') add('parent', indented, BY_INDENT);
    else if (tree.top !== undefined && !tree.isTop(name) && (indented === '' || belowTop)) add('parent', tree.top, indented === '' ? BY_INDENT : BELOW_TOP);
    const parentName = over.parent ?? line.text('parent');
    const there = tree.find(name, categoryIn(over.category ?? line.text('category')) === '699' ? parentName : null);
    const place = tree.place(parentName);
    const written = line.text('founded');
    const founded = foundedIn(written, place?.founded ?? null, today);
    if (there) over.founded = dateInCell(written) === null && (written === '' || isMonthAlone(written)) ? there.founded : written;
    else if (founded !== null) add('founded', founded, written === '' ? FROM_YEAR : FROM_MONTH);
    const shortName = there && isWithoutShortName(there) ? line.name('shortName') : '';
    if (!line.has('number') && there) Object.assign(over, { number: there.number, name: there.name, shortName: shortName || there.shortName });
    else if (!line.has('number')) add('number', tree.nextBelow(place?.number ?? ''), UNNUMBERED);
    const text = (key: OrganisationKey): string => over[key] ?? line.text(key);
    tree.add([name, line.name('shortName'), text('number')], { number: text('number'), founded: dateInCell(text('founded')) ?? today });
    return { line: { ...line, text, name: (key) => over[key] ?? line.name(key) }, added };
  });
}

/** By the blanks before the names: the nearest line above with fewer of them. Empty where there is none, nothing where no line is indented. */
function linesAbove(lines: readonly TableLine<OrganisationKey>[]): ReadonlyMap<number, string> {
  const above = new Map<number, string>();
  if (lines.every((it) => it.indent('name') === 0)) return above;
  const path: { readonly indent: number; readonly name: string }[] = [];
  for (const line of lines) {
    const [indent, name] = [line.indent('name'), line.name('name')];
    if (name === '') continue;
    while ((path.at(-1)?.indent ?? -1) >= indent) path.pop();
    if (line.text('parent') === '') above.set(line.row, path.at(-1)?.name ?? '');
    path.push({ indent, name });
  }
  return above;
}

const NAMED: readonly (readonly [ending: RegExp, category: string])[] = [
  [/联合党?支部(?:委员会)?$/, '632'], [/总支部?(?:委员会)?$/, '621'], [/支部(?:委员会)?$/, '631'], [/小组$/, '699'], [/(?:党委会?|委员会)$/, '611'],
];
/** Of a list without general branches, what can stand under nothing but the highest organisation. */
const BRANCHES: ReadonlySet<string | null> = new Set(['631', '632']);
const categoryOfName = (name: string): string | null => NAMED.find(([ending]) => ending.test(name))?.[1] ?? null;

/** The day from which an organisation stands whose list has none, never before what is above. */
function foundedIn(written: string, above: CivilDate | null, today: CivilDate): CivilDate | null {
  if (written !== '' && (dateInCell(written) !== null || !isMonthAlone(written))) return null;
  const period = written === '' ? null : periodInCell(written);
  const first = parseCivilDate(period === null ? `${today.slice(0, 4)}-01-01` : `${period}-01`);
  const sameMonth = period === null || above?.startsWith(period) === true;
  return first !== null && above !== null && sameMonth && above > first ? above : first;
}

/** The tree as it grows line by line: names and numbers that stand, and which numbers are free. */
class Tree {
  readonly #structure: Structure;
  readonly #today: CivilDate;
  readonly #places = new Map<string, Place>();
  readonly #numbers: Set<string>;
  /** The highest organisation, as people call it. */
  readonly top: string | undefined;
  readonly hasGeneralBranches: boolean;

  constructor(structure: Structure, today: CivilDate) {
    this.#structure = structure;
    this.#today = today;
    this.#numbers = new Set([...structure.values()].map(({ number }) => placeKey(number)));
    const standing = [...structure.values()].filter((it) => existsOn(it, today));
    for (const it of standing.filter(({ category }) => category !== '699')) this.add([it.name, it.shortName, it.number], it);
    this.hasGeneralBranches = standing.some(({ category }) => category === '621');
    this.top = standing.find((it) => parentOn(it, today) === null)?.shortName;
  }

  isTop(name: string): boolean {
    return [...this.#structure.values()].some((it) => parentOn(it, this.#today) === null && [it.name, it.shortName].some((own) => placeKey(own) === placeKey(name)));
  }

  /** What stands under this name; of a group, below the branch that is named. */
  find(name: string, branch: string | null): OrganisationState | undefined {
    const called = (it: OrganisationState, as: string): boolean => [it.name, it.shortName, it.number].some((own) => placeKey(own) === placeKey(as));
    return [...this.#structure.values()].find((it) => {
      if (!existsOn(it, this.#today) || !called(it, name) || (it.category === '699') !== (branch !== null)) return false;
      const above = this.#structure.get(parentOn(it, this.#today) ?? '');
      return branch === null || (above !== undefined && called(above, branch));
    });
  }

  place(name: string): Place | undefined {
    return this.#places.get(placeKey(name));
  }

  nextBelow(number: string): string {
    for (let at = 1; ; at += 1) {
      const next = `${number}${String(at).padStart(2, '0')}`;
      if (!this.#numbers.has(placeKey(next))) return next;
    }
  }

  add(names: readonly string[], place: Place): void {
    for (const name of names.filter((it) => it !== '')) {
      if (!this.#places.has(placeKey(name))) this.#places.set(placeKey(name), place);
    }
    this.#numbers.add(placeKey(place.number));
  }
}
