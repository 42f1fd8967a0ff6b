import { DownloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { SheetProblem } from '#domain/imports/sheet-contract.ts';
import type { Words } from '#domain/words/words.ts';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import type { CallRefused } from './call-refused.ts';
import { defineTexts, useTexts, useWords } from './language.tsx';
import { ProblemTable } from './ProblemTable.tsx';

const rows = defineTexts({
  zh: {
    errors: '下载错误行', anew: '改正后重新上传', faulty: (count: number) => `有 ${count} 行需要改正。可下载错误行，在原表中改正后重新上传；也可先导入无误的行。`,
    onlyFaulty: (count: number) => `有 ${count} 行需要改正。请下载错误行，在原表中改正后重新上传。`, clean: '全部无误，可以导入。',
  },
  en: {
    errors: 'Download the faulty rows', anew: 'Correct and upload again', faulty: (count) => `${count} rows need correction. Download them, correct them in the same table and upload it; or import the others first.`,
    onlyFaulty: (count) => `${count} rows need correction. Download them, correct them in the same table and upload it.`, clean: 'Everything is in order and can be imported.',
  },
});

/** The same of a sheet whose columns are sessions, each entered whole. */
const sessions = defineTexts({
  zh: {
    errors: '下载有问题的列', anew: '改正后重新上传', faulty: (count: number) => `有 ${count} 次活动需要改正。可下载有问题的列，在原表中改正后重新上传；也可先导入无误的活动。`,
    onlyFaulty: (count: number) => `有 ${count} 次活动需要改正。请下载有问题的列，在原表中改正后重新上传。`, clean: '全部无误，可以导入。',
  },
  en: {
    errors: 'Download the columns with problems', anew: 'Correct and upload again', faulty: (count) => `${count} sessions need correction. Download their columns, correct them in the same table and upload it; or import the others first.`,
    onlyFaulty: (count) => `${count} sessions need correction. Download their columns, correct them in the same table and upload it.`, clean: 'Everything is in order and can be imported.',
  },
});

/** Something that a button does, as the hooks of calls give it. */
export interface Doing {
  readonly isPending: boolean;
  readonly error: CallRefused | null;
  readonly run: () => void;
}

interface Properties {
  readonly checked: { readonly faulty: number; readonly problems: readonly SheetProblem[]; readonly notices: readonly Words[] };
  readonly figures: ReactNode;
  /** Rows that would be carried out now; none: said by `nothing`. */
  readonly moving: number;
  readonly nothing: string;
  /** What follows for some of the rows. */
  readonly hint?: string | undefined;
  /** What the button is called that carries out what can be. */
  readonly carryOutLabel: string;
  /** What is entered whole or not at all: a row, or a column that is a session. */
  readonly unit?: 'row' | 'session';
  readonly carryOut: Doing;
  readonly errors: Doing;
  readonly onAnew: () => void;
}

/** What the check of a table found, and what may be done about it: correct, or carry out what is in order. */
export function CheckedTable({ checked, figures, moving, nothing, hint, carryOutLabel, unit = 'row', carryOut, errors, onAnew }: Properties) {
  const t = useTexts(unit === 'row' ? rows : sessions);
  const say = useWords();
  const { faulty, notices } = checked;
  const verdict = faulty === 0 ? (moving === 0 ? nothing : t.clean) : moving === 0 ? t.onlyFaulty(faulty) : t.faulty(faulty);
  return (
    <>
      {figures}
      <p className="import-verdict" role="status">{verdict}</p>
      {hint === undefined ? null : <p className="room-hint">{hint}</p>}
      {notices.length === 0 ? null : <ul className="import-notices">{notices.map((it) => <li key={it.zh}>{say(it)}</li>)}</ul>}
      {carryOut.error ? <ErrorNote refusal={carryOut.error.refusal} /> : null}
      {errors.error ? <ErrorNote refusal={errors.error.refusal} /> : null}
      <div className="import-actions">
        {faulty > 0 ? <Button icon={<DownloadOutlined />} loading={errors.isPending} onClick={errors.run}>{t.errors}</Button> : null}
        {moving > 0 ? <Button type={faulty > 0 ? 'default' : 'primary'} loading={carryOut.isPending} onClick={carryOut.run}>{carryOutLabel}</Button> : null}
        {faulty > 0 ? <Button type="primary" onClick={onAnew}>{t.anew}</Button> : null}
      </div>
      {faulty > 0 ? <ProblemTable checked={unit === 'row' ? checked : { ...checked, faulty: 0 }} /> : null}
    </>
  );
}
