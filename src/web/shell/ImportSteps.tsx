import { Button, Steps } from 'antd';
import { useEffect, type ReactNode } from 'react';
import type { JobProgress } from '#domain/jobs/contract.ts';
import type { UnfinishedImport } from '#domain/imports/sheet-contract.ts';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { minuteText } from '#web/ui/instant-text.ts';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { LinesSkeleton } from '#web/ui/Skeletons.tsx';
import { useAddress } from './address.ts';
import { useAskingAgain } from './asking-again.ts';
import type { CallRefused } from './call-refused.ts';
import { isUnderWay } from './JobBar.tsx';
import { defineTexts, useTexts } from './language.tsx';
import './import-steps.css';

const texts = defineTexts({
  zh: {
    upload: '上传', check: '检查', result: '结果', anew: '导入另一份',
    unfinished: (name: string, when: string) => `您 ${when} 检查过的“${name}”还没有导入。`, goOn: '查看检查结果，继续导入',
  },
  en: {
    upload: 'Upload', check: 'Check', result: 'Result', anew: 'Import another one',
    unfinished: (name, when) => `“${name}”, which you had checked at ${when}, has not been imported yet.`, goOn: 'See the result and go on',
  },
});

/** In the address: the upload is wanted although another import is under way. */
const NEW = 'new';

/** Which import the page is about; null where one is still to be sent. */
export interface ImportAt {
  readonly id: string | null;
  readonly choose: (id: string) => void;
  readonly begin: () => void;
}

/** Whoever comes back finds the import that is under way. */
export function useImportAt(underWay: string | null | undefined): ImportAt {
  const [{ import: chosen }, change] = useAddress({ import: '' });
  const at = chosen || underWay || NEW;
  return { id: at === NEW ? null : at, choose: (id) => change({ import: id }), begin: () => change({ import: NEW }) };
}

interface Import {
  readonly fileName: string;
  readonly check: JobProgress;
  readonly carryOut: JobProgress | null;
  readonly outcome: { readonly batch: string | null } | null;
}

export const isMoving = ({ check, carryOut }: Pick<Import, 'check' | 'carryOut'>): boolean => isUnderWay(check) || isUnderWay(carryOut);

type Step = 0 | 1 | 2;

interface Properties<Sent extends Import> {
  readonly at: ImportAt;
  /** The import as it was last asked for. */
  readonly one: { readonly data: Sent | undefined; readonly error: CallRefused | null; readonly refetch: () => unknown };
  /** What I had checked last and did not carry out. */
  readonly unfinished?: UnfinishedImport | null;
  readonly title: string;
  readonly beside?: (sent: Sent) => string;
  readonly back?: ReactNode;
  readonly upload: ReactNode;
  readonly check: (sent: Sent) => ReactNode;
  readonly result: (sent: Sent) => ReactNode;
  /** What was imported before, as far as it belongs beside a step. */
  readonly earlier: (step: Step) => ReactNode;
  /** It was checked or has come in: what was imported before is asked for again. */
  readonly onSettled: () => unknown;
}

/** From a file to what it says: upload, check, carry out. The work goes on in the server; the page only watches. */
export function ImportSteps<Sent extends Import>({ at, one, unfinished, title, beside, back, upload, check, result, earlier, onSettled }: Properties<Sent>) {
  const t = useTexts(texts);
  const shown = at.id === null ? undefined : one.data;
  const moving = shown !== undefined && isMoving(shown);
  useAskingAgain(moving, one.refetch);
  const settled = shown === undefined || moving ? null : `${at.id} ${shown.outcome?.batch ?? ''}`;
  useEffect(() => {
    if (settled !== null) void onSettled();
  }, [settled, onSettled]);
  const step: Step = shown === undefined ? 0 : shown.carryOut === null ? 1 : 2;
  const error = at.id === null ? null : one.error;
  return (
    <>
      <PageHeader
        title={title} beside={shown ? <span className="page-aside">{beside?.(shown) ?? shown.fileName}</span> : undefined}
        actions={<>{back}{shown && !moving ? <Button onClick={at.begin}>{t.anew}</Button> : null}</>}
      />
      <Steps className="import-steps" size="small" current={step} items={[{ title: t.upload }, { title: t.check }, { title: t.result }]} responsive={false} />
      {error ? <ErrorNote refusal={error.refusal} /> : null}
      {at.id !== null && !shown && !error ? <LinesSkeleton count={5} /> : null}
      {at.id === null && unfinished ? (
        <p className="import-unfinished">
          {t.unfinished(unfinished.fileName, minuteText(unfinished.checkedAt))} <button type="button" className="link-button" onClick={() => at.choose(unfinished.import)}>{t.goOn}</button>
        </p>
      ) : null}
      {at.id === null ? upload : null}
      {step === 1 && shown ? check(shown) : null}
      {step === 2 && shown ? result(shown) : null}
      {earlier(step)}
    </>
  );
}
