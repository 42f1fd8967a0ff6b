import { useEffect, useState } from 'react';
import { type AdoptedVersion, readSchemeText } from '#domain/schemes/contract.ts';
import { useCall } from '#web/shell/calling.ts';

/**
 * Who comes without a text of his own begins with the version in force, or with the newest where none is yet; who has
 * emptied the field has meant it. `open` fetches the text of another version.
 */
export function useSchemeInForce(versions: readonly AdoptedVersion[] | undefined, text: string, onText: (text: string) => void): { readonly coming: boolean; readonly open: (hash: string) => void } {
  const [wanted, setWanted] = useState<{ readonly hash: string | null } | null>(text === '' ? { hash: null } : null);
  const start = versions?.find(({ current }) => current) ?? versions?.[0];
  const hash = wanted === null ? undefined : wanted.hash ?? start?.hash;
  const found = useCall(readSchemeText, { hash: hash ?? '' }, { enabled: hash !== undefined });
  const opened = hash === undefined ? undefined : found.data?.text;
  useEffect(() => {
    if (opened === undefined) return;
    if (wanted?.hash !== null || text === '') onText(opened);
    setWanted(null);
  }, [opened, wanted, text, onText]);
  return { coming: wanted !== null && (versions === undefined || (hash !== undefined && found.isPending)), open: (of) => setWanted({ hash: of }) };
}
