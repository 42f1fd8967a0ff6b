import { useMatches } from '@tanstack/react-router';
import { use } from 'react';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import type { CallRefusal } from './call-refused.ts';
import { useWords } from './language.tsx';
import { EveryPage } from './offered-pages.ts';
import { SchemeWay } from './SchemeWay.tsx';

interface Properties {
  readonly refusal: CallRefusal;
  readonly onRetry?: () => void;
}

/** Refusals of reading that end once a scheme is in force which has what the page is about. */
const WAITING_FOR_SCHEME: ReadonlySet<string> = new Set(['SchemeMissing', 'NoIndicators', 'NoMemberResult']);

/** A page that cannot be shown: one still reads which page it is, why not, and, where a scheme is missing, who adopts one. */
export function PageFault({ refusal, onRetry }: Properties) {
  const say = useWords();
  const path = useMatches().at(-1)?.fullPath;
  const page = use(EveryPage).find((it) => it.path === path);
  const waiting = WAITING_FOR_SCHEME.has(refusal.name);
  return (
    <>
      {page === undefined ? null : <PageHeader title={say(page.title)} />}
      <ErrorNote refusal={refusal} onRetry={waiting ? undefined : onRetry} />
      {waiting ? <SchemeWay /> : null}
    </>
  );
}
