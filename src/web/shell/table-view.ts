import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { keepColumns, readKeptColumns } from '#domain/tables/columns-contract.ts';
import { usePhone } from '#web/ui/screen.ts';
import { pageSizes, type KeptColumns, type Narrowing, type TableView } from '#web/ui/table-view.ts';
import { useAddress } from './address.ts';
import { call } from './call.ts';
import { callKey, useCall } from './calling.ts';
import { useWhoAmI } from './session.tsx';

/**
 * The page of a table, its size and the columns that are left out, kept in the address beside the filters. `filters` names
 * what one may clear; what a page must have, such as its year or its branch, is none.
 */
export function useTableView(size = 50, filters: readonly string[] = []): readonly [TableView, (change: Partial<TableView>) => void] {
  const { account } = useWhoAmI();
  const kept = useKeptColumns();
  const narrowing = useNarrowing(filters);
  const [values, change] = useAddress({ page: '1', size: String(size), without: '' });
  const asked = Number(values.size);
  const view = {
    page: Math.max(1, Math.trunc(Number(values.page)) || 1),
    size: pageSizes.find((offered) => offered === asked) ?? size,
    without: values.without, keeper: account, kept, narrowing,
  };
  const turn = (turned: Partial<TableView>) => change(Object.fromEntries(Object.entries(turned).map(([name, value]) => [name, String(value)])));
  return [view, turn];
}

/** A value that equals its default is not in the address: filters are cleared by leaving their names out. */
export function useNarrowing(filters: readonly string[]): Narrowing {
  const search: Readonly<Record<string, string>> = useSearch({ strict: false });
  const navigate = useNavigate();
  const leave = (names: readonly string[], changed: Readonly<Record<string, string>> = {}) => {
    const rest = Object.entries(search).filter(([name]) => !names.includes(name));
    void navigate({ to: '.', search: { ...Object.fromEntries(rest), ...changed }, replace: true });
  };
  return {
    set: filters.some((name) => (search[name] ?? '') !== ''),
    clear: () => leave([...filters, 'page']),
    resized: search['size'] !== undefined,
    restore: (without) => leave([...filters, 'page', 'size'], { without }),
  };
}

type Kept = typeof readKeptColumns.output._zod.output;

/**
 * The columns that the account keeps, of all tables in one answer, asked for with the first table that is opened and then
 * known: nobody but its owner changes them, and what he changes here is put in. A phone has no columns to choose.
 */
function useKeptColumns(): KeptColumns {
  const queries = useQueryClient();
  const place = callKey(readKeptColumns, {});
  const phone = usePhone();
  const { data } = useCall(readKeptColumns, {}, { enabled: !phone && queries.getQueryData(place) === undefined });
  return {
    of: (table) => data?.items.find((it) => it.table === table)?.away ?? null,
    keep: (table, away) => {
      queries.setQueryData<Kept>(place, (before) => before && { items: [...before.items.filter((it) => it.table !== table), { table, away: [...away] }] });
      // The choice is on the screen and on the device; one that does not reach the server is not worth a word.
      call(keepColumns, { table, away: [...away] }).catch(() => undefined);
    },
  };
}
