import { createContext, use } from 'react';
import type { RefusalPlace } from '#domain/contracts/refusal.ts';
import type { Words } from '#domain/words/words.ts';
import type { TakenTable } from './seen-table.ts';

/** Why a table could not be taken away. */
export interface NotTaken {
  readonly words: Words;
  readonly places: readonly RefusalPlace[];
  readonly requestId?: string | null;
}

/** Gathers a table, has its workbook made, and hands it to the browser's downloads; null when that went well. */
export type TakeTable = (gather: () => Promise<TakenTable>) => Promise<NotTaken | null>;

export interface Taking {
  readonly take: TakeTable;
  /** May take away what is about others. */
  readonly ofOthers: boolean;
  /** Who reads; null where nobody stands behind the account. */
  readonly person: string | null;
}

/** Components draw and do not call: the shell says how a table is taken away, and whether it may be. */
export const TableTaker = createContext<Taking>({ take: async () => null, ofOthers: false, person: null });
export const useTableTaking = (): Taking => use(TableTaker);
