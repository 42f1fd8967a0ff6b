import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { lazy, StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { Appearance } from '#web/ui/Appearance.tsx';
import { PageSkeleton } from '#web/ui/Skeletons.tsx';
import { isTicketAddress } from './access/ticket-address.ts';
import { pages } from './routes.tsx';
import { CallRefused } from './shell/call-refused.ts';
import { LanguageProvider } from './shell/language.tsx';
import { styleNonce } from './shell/place.ts';
import { makeRouter } from './shell/router.tsx';
import { SessionGate } from './shell/session.tsx';

const SignInPage = lazy(async () => ({ default: (await import('#web/access/SignInPage.tsx')).SignInPage }));
const FirstPasswordPage = lazy(async () => ({ default: (await import('#web/access/FirstPasswordPage.tsx')).FirstPasswordPage }));
const MustEnrolPage = lazy(async () => ({ default: (await import('#web/access/MustEnrolPage.tsx')).MustEnrolPage }));
const TicketPage = lazy(async () => ({ default: (await import('#web/access/TicketPage.tsx')).TicketPage }));
const SignInAgain = lazy(async () => ({ default: (await import('#web/access/SignInAgain.tsx')).SignInAgain }));

const queries = new QueryClient({
  defaultOptions: {
    // An inner network counts as offline for some browsers; the server decides whether it answers.
    mutations: { networkMode: 'always' },
    queries: {
      networkMode: 'always',
      staleTime: 15_000,
      // A refusal stays one however often it is asked; only a lost network or a stumbling server is worth another try.
      retry: (failures, error) => failures < 2 && error instanceof CallRefused && (error.refusal.status === 0 || error.refusal.status >= 500),
    },
  },
});

const router = makeRouter(pages);

const root = document.getElementById('root');
if (!root) throw new Error('the page has no #root');
createRoot(root).render(
  <StrictMode>
    <LanguageProvider>
      <Appearance nonce={styleNonce()}>
        <QueryClientProvider client={queries}>
          <Suspense fallback={<main className="alone"><PageSkeleton /></main>}>
            {isTicketAddress(location.pathname) ? <TicketPage /> : (
              <SessionGate signInPage={SignInPage} firstPasswordPage={FirstPasswordPage} mustEnrolPage={MustEnrolPage} signInAgain={SignInAgain}>
                <RouterProvider router={router} />
              </SessionGate>
            )}
          </Suspense>
        </QueryClientProvider>
      </Appearance>
    </LanguageProvider>
  </StrictMode>,
);
