import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet } from '@tanstack/react-router';
import { useEffect, type ReactNode } from 'react';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { PageSkeleton } from '#web/ui/Skeletons.tsx';
import { readSearch, writeSearch } from './address.ts';
import { faultOf } from './call-refused.ts';
import { Frame } from './Frame.tsx';
import { defineTexts, useTexts, useWords } from './language.tsx';
import type { Page } from './page-table.ts';
import { base } from './place.ts';
import { useWhoAmI } from './session.tsx';

const texts = defineTexts({
  zh: {
    product: '支部',
    notHere: '没有找到，或者不在您的查看范围内。', notHereNext: '请从菜单进入；链接是同事发来的，请向其核对。',
  },
  en: {
    product: 'Zhibu',
    notHere: 'Not found, or outside what you may see.', notHereNext: 'Start from the menu; if a colleague sent the link, check it with them.',
  },
});

/** The routes of the page table inside the frame. Each page is fetched when it is first opened. */
export function makeRouter(pages: readonly Page[]) {
  const root = createRootRoute({ component: () => <Frame pages={pages}><Outlet /></Frame>, notFoundComponent: NotHere });
  const routes = pages.map((page) => {
    const Content = lazyRouteComponent(async () => ({ default: await page.load() }));
    const Shown = () => <Titled page={page}><Content /></Titled>;
    return createRoute({ getParentRoute: () => root, path: page.path, component: Shown });
  });
  return createRouter({
    routeTree: root.addChildren(routes),
    basepath: base() === '' ? '/' : base(),
    parseSearch: readSearch,
    stringifySearch: writeSearch,
    defaultPendingMs: 300,
    defaultPendingComponent: PageSkeleton,
    defaultErrorComponent: ({ error }) => <ErrorNote refusal={faultOf(error)} onRetry={() => location.reload()} />,
    scrollRestoration: true,
  });
}

function Titled({ page, children }: { readonly page: Page; readonly children: ReactNode }) {
  const say = useWords();
  const { product } = useTexts(texts);
  const who = useWhoAmI();
  const title = `${say(page.title)} · ${product}`;
  useEffect(() => { document.title = title; }, [title]);
  return page.needs(who) ? children : <NotHere />;
}

function NotHere() {
  const { notHere, notHereNext } = useTexts(texts);
  return <EmptyState title={notHere} next={notHereNext} />;
}
