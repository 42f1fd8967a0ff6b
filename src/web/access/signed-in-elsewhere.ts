import { useEffect } from 'react';
import { base } from '#web/shell/place.ts';

/** Pages of one bureau in one browser; nothing else hears it. */
const channel = (): BroadcastChannel => new BroadcastChannel(`zhibu-signed-in${base()}`);

/** Tells the other windows of this browser whose account has come in. */
export function tellSignedIn(account: string): void {
  const to = channel();
  to.postMessage(account);
  to.close();
}

/** Hears whose account came in by another window of this browser. */
export function useSignedInElsewhere(heard: (account: string) => void): void {
  useEffect(() => {
    const from = channel();
    from.onmessage = ({ data }) => heard(String(data));
    return () => from.close();
  }, [heard]);
}
