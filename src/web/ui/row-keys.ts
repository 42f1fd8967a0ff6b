import { useEffect, type RefObject } from 'react';

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** `j` and `k` walk the rows, Enter opens the one that has the focus: it follows the row's first link or button. */
export function useRowKeys(table: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
      const rows = [...(table.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
      const at = rows.findIndex((row) => row === document.activeElement);
      if (event.key === 'j') rows[Math.min(at + 1, rows.length - 1)]?.focus();
      if (event.key === 'k') rows[Math.max(at - 1, 0)]?.focus();
      if (event.key === 'Enter') rows[at]?.querySelector<HTMLElement>('a, button')?.click();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [table]);
}
