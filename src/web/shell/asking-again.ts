import { useEffect } from 'react';

const ASK_AGAIN_MS = 1_000;

/** Asks once a second as long as something moves in the server. */
export function useAskingAgain(moving: boolean, ask: () => unknown): void {
  useEffect(() => {
    if (!moving) return undefined;
    const timer = setInterval(() => void ask(), ASK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [moving, ask]);
}
