import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';

type Fields = Readonly<Record<string, string>>;

/** A field of the page's address: `/sessions/$session` → useField('session'). */
export function useField(name: string): string {
  const fields: Fields = useParams({ strict: false });
  return fields[name] ?? '';
}

/**
 * Filters, page and order kept in the address, so that a view can be sent on, marked and left with "back". Values are
 * texts; one that equals its default does not appear.
 */
export function useAddress<T extends Fields>(defaults: T): readonly [T, (change: Partial<T>) => void] {
  const search: Fields = useSearch({ strict: false });
  const navigate = useNavigate();
  // Callers write the defaults in place; their content counts, not their identity.
  const stamp = JSON.stringify(defaults);
  const values = useMemo((): T => {
    const asked = Object.entries(search).filter(([name]) => name in defaults);
    return { ...defaults, ...Object.fromEntries(asked) };
  }, [search, stamp]);
  const change = useCallback((changed: Partial<T>) => {
    const next = { ...search, ...changed };
    const kept = Object.entries(next).filter(([name, value]) => value !== undefined && value !== defaults[name]);
    void navigate({ to: '.', search: Object.fromEntries(kept), replace: true });
  }, [search, stamp, navigate]);
  return [values, change];
}

/** A filter that changes opens the first page, which stands in the address beside it; see `useTableView`. */
export const fromFirstPage = <T extends Fields>(change: Partial<T>): Partial<T> => ({ ...change, page: '' } as Partial<T>);

/** Addresses hold plain texts: `?q=02` stays '02'. */
export const readSearch = (text: string): Fields => Object.fromEntries(new URLSearchParams(text));

export function writeSearch(search: Record<string, unknown>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) {
    if (value !== undefined && value !== null && value !== '') query.set(name, String(value));
  }
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}
