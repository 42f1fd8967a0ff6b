import { useRouter } from '@tanstack/react-router';
import { lazy, Suspense, useMemo, type ReactNode } from 'react';
import { GroundsHome } from '#web/ui/GroundsHome.tsx';
import { usePhone } from '#web/ui/screen.ts';
import { TableTaker } from '#web/ui/table-taker.ts';
import { BeginningNote } from './BeginningNote.tsx';
import { BottomBar } from './BottomBar.tsx';
import { factHref, objectionPlaces } from './fact-places.ts';
import { defineTexts, useTexts } from './language.tsx';
import { NobodyBehind } from './NobodyBehind.tsx';
import { EveryPage, OfferedPages } from './offered-pages.ts';
import type { Page } from './page-table.ts';
import { useWhoAmI } from './session.tsx';
import { UndoHome } from './Undo.tsx';
import { PageFoot } from './PageFoot.tsx';
import { SideMenu } from './SideMenu.tsx';
import { useTableTaker } from './take-table.ts';
import { TopBar } from './TopBar.tsx';
import './frame.css';

const ScreenMark = lazy(async () => ({ default: (await import('./ScreenMark.tsx')).ScreenMark }));

const texts = defineTexts({
  zh: { skip: '跳到正文' },
  en: { skip: 'Skip to the content' },
});

/** What stands around every page: at the desk the bar above and the menu, on a phone the bars above and below. */
export function Frame({ pages, children }: { readonly pages: readonly Page[]; readonly children: ReactNode }) {
  const { skip } = useTexts(texts);
  const phone = usePhone();
  const who = useWhoAmI();
  const router = useRouter();
  const factPlace = useMemo(() => ({ href: factHref, ...objectionPlaces, go: (href: string) => void router.navigate({ to: href }) }), [router]);
  const takeTable = useTableTaker();
  const offered = pages.filter((page) => page.needs(who));
  return (
    <EveryPage value={pages}><OfferedPages value={offered}>
      <TableTaker value={takeTable}>
        <GroundsHome factPlace={factPlace}><UndoHome>
          <div className="frame">
            <a className="skip unprinted" href="#content">{skip}</a>
            <TopBar />
            {phone ? null : <SideMenu />}
            <main id="content" tabIndex={-1} className="content">
              <div className="content-page"><BeginningNote /><NobodyBehind />{children}</div>
              <PageFoot />
            </main>
            {phone ? <BottomBar /> : null}
          </div>
          <Suspense fallback={null}><ScreenMark /></Suspense>
        </UndoHome></GroundsHome>
      </TableTaker>
    </OfferedPages></EveryPage>
  );
}
