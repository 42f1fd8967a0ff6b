import { createContext, lazy, Suspense, use, useMemo, useState, type ReactNode } from 'react';
import type { FactPlace, GroundsSource } from './grounds-source.ts';

interface Home {
  readonly show: (source: GroundsSource) => void;
}

const HomeContext = createContext<Home>({ show: () => {} });
export const useGroundsHome = (): Home => use(HomeContext);

const GroundsDrawer = lazy(async () => ({ default: (await import('./GroundsDrawer.tsx')).GroundsDrawer }));

/** Holds the one grounds drawer of the page; it is fetched when first asked for. */
export function GroundsHome({ factPlace, children }: { readonly factPlace: FactPlace; readonly children: ReactNode }) {
  const [source, setSource] = useState<GroundsSource | null>(null);
  const [open, setOpen] = useState(false);
  const home = useMemo((): Home => ({
    show: (asked) => {
      setSource(() => asked);
      setOpen(true);
    },
  }), []);
  return (
    <HomeContext value={home}>
      {children}
      {source === null ? null : (
        <Suspense fallback={null}>
          <GroundsDrawer source={source} open={open} factPlace={factPlace} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </HomeContext>
  );
}
