import { signOut } from '#domain/access/contract.ts';
import { call } from './call.ts';
import { useSessionChange } from './session.tsx';

/** Ends the session here and on the server; when the server is away the page still forgets what it shows. */
export function useSignOut(): () => void {
  const change = useSessionChange();
  return () => {
    void call(signOut, {}).catch(() => undefined).then(() => change(null));
  };
}
