import { builtInRegisters } from '#domain/schemes/built-in-registers.ts';
import type { Words } from '#domain/words/words.ts';
import type { Written, WrittenPath } from './written-words.ts';

/** Something that this file gives an id, so that it can be named elsewhere in it. */
export interface Declared {
  readonly id: string;
  /** As it is called here; the id where it has no name yet. */
  readonly zh: string;
  readonly en: string;
}

/** What can be named, by the list that declares it. */
export type DeclaredNames = Readonly<Record<DeclaredList, readonly Declared[]>>;
export type DeclaredList = 'activities' | 'contents' | 'framework' | 'records' | 'classes' | 'nodes' | 'fields' | 'levels' | 'parts' | 'grades';

const inLists: readonly (readonly [DeclaredList, RegExp])[] = [
  ['activities', /^activities\/-$/], ['contents', /^contents\/-$/], ['framework', /^framework\/-$/], ['records', /^records\/-$/], ['classes', /^classes\/-$/],
  ['fields', /^records\/-\/fields\/-$/], ['levels', /^records\/-\/fields\/-\/levels\/-$/], ['parts', /^records\/-\/parts\/-$/],
  ['grades', /^results\/-\/grades\/-$/], ['nodes', /^(?:points|indicators)(?:\/children\/-)*$|^results\/-(?:\/parts\/-)+$/],
];

const spoken = (path: WrittenPath): string => path.map((step) => step ?? '-').join('/');

/** The ids of a file, each with its name; registers that the product keeps itself stand beside those of the file. */
export function declaredNames(written: readonly Written[]): DeclaredNames {
  const names: Record<DeclaredList, Declared[]> = {
    activities: [], contents: [], framework: [], records: [], classes: [], nodes: [], fields: [], levels: [], parts: [], grades: [],
  };
  written.forEach(({ word, value: id, path, block }, at) => {
    if (word !== 'id' || id === '') return;
    const place = spoken(path);
    const list = inLists.find(([, pattern]) => pattern.test(place))?.[0];
    if (list === undefined || names[list].some((it) => it.id === id)) return;
    names[list].push({ id, ...labelAfter(written, at, block) });
  });
  add(names.records, builtInRegisters);
  add(names.fields, builtInRegisters.flatMap(({ fields = [] }) => fields));
  add(names.levels, builtInRegisters.flatMap(({ fields = [] }) => fields.flatMap(({ levels = [] }) => levels)));
  return names;
}

function add(names: Declared[], more: readonly { readonly id: string; readonly label: Words }[]): void {
  for (const { id, label } of more) if (!names.some((it) => it.id === id)) names.push({ id, ...label });
}

/** The label that stands in the same block; its words come right after it. */
function labelAfter(written: readonly Written[], at: number, block: number): { readonly zh: string; readonly en: string } {
  const id = written[at]?.value ?? '';
  const label = written.findIndex((it, index) => it.block === block && it.word === 'label' && index > at - 3);
  const said = (language: string): string | undefined =>
    label < 0 ? undefined : written.slice(label + 1, label + 3).find((it) => it.word === language && it.path.at(-1) === 'label')?.value;
  const zh = said('zh') ?? id;
  return { zh, en: said('en') ?? zh };
}
