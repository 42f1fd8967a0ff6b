import { useEffect, useState } from 'react';

/** What stood still for a while; `settle` does not wait. */
export function useSettled<T>(value: T, waitMs: number): readonly [T, (value: T) => void] {
  const [settled, settle] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => settle(value), waitMs);
    return () => clearTimeout(timer);
  }, [value, waitMs]);
  return [settled, settle];
}
