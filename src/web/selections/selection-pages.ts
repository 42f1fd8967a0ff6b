import { paths } from '#web/paths.ts';
import { aPerson, anybody, either, office } from '#web/shell/needs.ts';
import type { Page } from '#web/shell/page-table.ts';

/** Selections for an award, and the notice that is printed. */
export const selectionPages: readonly Page[] = [
  {
    path: paths.selections(), title: { zh: '评选表彰', en: 'Selections' }, needs: either(aPerson, office),
    menu: { group: 'education', icon: 'CrownOutlined' },
    load: async () => (await import('./SelectionsPage.tsx')).SelectionsPage,
  },
  {
    path: paths.selectionNotice('$selection'), title: { zh: '评选公示', en: 'Public notice' }, needs: anybody,
    load: async () => (await import('./SelectionNoticePage.tsx')).SelectionNoticePage,
  },
];
