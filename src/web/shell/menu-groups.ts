import type { Words } from '#domain/words/words.ts';
import type { MenuIconName } from './MenuIcons.tsx';
import type { MenuGroup, Page } from './page-table.ts';

interface Entry {
  readonly path: string;
  readonly title: Words;
  readonly icon: MenuIconName;
}

const order: readonly MenuGroup[] = ['desk', 'branch', 'education', 'members', 'assessment', 'office', 'setting', 'administration'];

/** The pages of the menu under their groups, empty groups left out. */
export const groupsOf = (pages: readonly Page[]): readonly { group: MenuGroup; entries: readonly Entry[] }[] =>
  order
    .map((group) => ({ group, entries: pages.flatMap((page) => entryOf(page, group)) }))
    .filter(({ entries }) => entries.length > 0);

const entryOf = ({ path, title, menu }: Page, group: MenuGroup): readonly Entry[] =>
  menu?.group === group ? [{ path, title, icon: menu.icon }] : [];
