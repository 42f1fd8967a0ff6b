import { useQueryClient } from '@tanstack/react-query';
import { createContext, use, useCallback, useEffect, useRef, useState, type ComponentType, type ReactNode } from 'react';
import { readSession, type WhoAmI } from '#domain/access/contract.ts';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { PageSkeleton } from '#web/ui/Skeletons.tsx';
import { onSignedOut } from './call.ts';
import { callKey, useCall } from './calling.ts';

const WhoContext = createContext<WhoAmI | null>(null);

/** Who is signed in. Only below the session gate. */
export function useWhoAmI(): WhoAmI {
  const who = use(WhoContext);
  if (!who) throw new Error('useWhoAmI stands below <SessionGate>');
  return who;
}

/** Somebody has come in, left, or changed: nothing that was read for another person stays. */
export function useSessionChange(): (who: WhoAmI | null) => void {
  const queries = useQueryClient();
  return useCallback((who) => {
    if (who === null) {
      queries.clear();
      location.reload();
      return;
    }
    queries.setQueryData(callKey(readSession, {}), who);
  }, [queries]);
}

export interface SignInAgainProperties {
  readonly who: WhoAmI;
  readonly onBack: () => void;
  readonly onLeave: () => void;
}

interface Properties {
  readonly signInPage: ComponentType;
  readonly firstPasswordPage: ComponentType;
  readonly mustEnrolPage: ComponentType;
  readonly signInAgain: ComponentType<SignInAgainProperties>;
  readonly children: ReactNode;
}

/** Shows the page to whoever is signed in, keeping the address, and asks all others to sign in first. */
export function SessionGate({ signInPage: SignInPage, firstPasswordPage: FirstPasswordPage, mustEnrolPage: MustEnrolPage, signInAgain, children }: Properties) {
  const session = useCall(readSession, {});
  if (session.data) {
    if (session.data.mustChangePassword) return <WhoContext value={session.data}><FirstPasswordPage /></WhoContext>;
    if (session.data.mustEnrol) return <WhoContext value={session.data}><MustEnrolPage /></WhoContext>;
    return (
      <WhoContext value={session.data}>
        {children}
        <AgainWhenEnded who={session.data} dialog={signInAgain} />
      </WhoContext>
    );
  }
  if (session.error?.refusal.status === 401) return <SignInPage />;
  return (
    <main className="alone">
      {session.error ? <ErrorNote refusal={session.error.refusal} onRetry={() => void session.refetch()} /> : <PageSkeleton />}
    </main>
  );
}

/** A session that ends while somebody writes is renewed in a dialog over the page; waiting calls then go on. */
function AgainWhenEnded({ who, dialog: Dialog }: { readonly who: WhoAmI; readonly dialog: ComponentType<SignInAgainProperties> }) {
  const [asked, setAsked] = useState(false);
  const waiting = useRef<((back: boolean) => void)[]>([]);
  useEffect(() => {
    onSignedOut(() => new Promise((resolve) => {
      waiting.current.push(resolve);
      setAsked(true);
    }));
    return () => onSignedOut(null);
  }, []);
  const settle = (back: boolean) => {
    setAsked(false);
    for (const resolve of waiting.current.splice(0)) resolve(back);
  };
  if (!asked) return null;
  return <Dialog who={who} onBack={() => settle(true)} onLeave={() => { settle(false); location.reload(); }} />;
}
