import { useEffect, useEffectEvent } from 'react';

/**
 * The rows that were copied in a spreadsheet, as a table in text: its cells are divided by tabs. A picture of them, which
 * Excel puts beside, is passed over; else a file that was copied in a folder.
 */
export function pastedTable(data: Pick<DataTransfer, 'getData' | 'files'>, name: string): File | null {
  const text = data.getData('text/plain');
  return text.includes('\t') ? new File([text], name, { type: 'text/plain' }) : (data.files[0] ?? null);
}

/** Takes a table that is pasted anywhere on the page but in a field, where the text belongs to the field. */
export function usePastedTable(name: string, onFile: (file: File) => void): void {
  const take = useEffectEvent((event: ClipboardEvent) => {
    const { target, clipboardData } = event;
    if (!clipboardData || (target instanceof Element && target.closest('input:not([type=file]), textarea, [contenteditable]'))) return;
    const file = pastedTable(clipboardData, name);
    if (!file) return;
    event.preventDefault();
    onFile(file);
  });
  useEffect(() => {
    document.addEventListener('paste', take);
    return () => document.removeEventListener('paste', take);
  }, []);
}
