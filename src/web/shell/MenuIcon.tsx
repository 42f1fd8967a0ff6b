import { lazy, Suspense } from 'react';
import type { MenuIconName } from './MenuIcons.tsx';

const IconNamed = lazy(async () => ({ default: (await import('./MenuIcons.tsx')).IconNamed }));

/** Keeps its place until it is there. */
export function MenuIcon({ name }: { readonly name: MenuIconName }) {
  return <Suspense fallback={<span className="menu-icon-place" aria-hidden="true" />}><IconNamed name={name} /></Suspense>;
}
