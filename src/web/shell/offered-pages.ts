import { createContext, use } from 'react';
import type { Page } from './page-table.ts';

/** The pages offered to who is signed in. The frame provides them to the menus. */
export const OfferedPages = createContext<readonly Page[]>([]);

export const useOfferedPages = (): readonly Page[] => use(OfferedPages);

/** Every page of the product, whoever is signed in; for saying what somebody else is offered. */
export const EveryPage = createContext<readonly Page[]>([]);

export const useEveryPage = (): readonly Page[] => use(EveryPage);
