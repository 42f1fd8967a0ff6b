import { DownloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { SheetCheck, SheetImport } from '#domain/imports/sheet-contract.ts';
import type { RegisterCard } from '#domain/registers/contract.ts';
import { carryOutRegisterTable, readRegisterErrors } from '#domain/registers/import-contract.ts';
import { useDownload, useWrite } from '#web/shell/calling.ts';
import { CheckFigures } from '#web/shell/CheckFigures.tsx';
import { isUnderWay } from '#web/shell/JobBar.tsx';
import { JobEnd } from '#web/shell/JobEnd.tsx';
import { defineTexts, useTexts, useWords } from '#web/shell/language.tsx';
import { ProblemTable } from '#web/shell/ProblemTable.tsx';
import { RowsBar } from '#web/shell/RowsBar.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { registerTexts } from './register-texts.ts';

const texts = defineTexts({
  zh: {
    carryOut: (count: number) => `导入 ${count} 条`, faultless: (count: number) => `只导入无误的 ${count} 条`, errors: '下载错误行', anew: '改正后重新上传',
    nothing: '表中各行均已登记，没有需要导入的。', clean: '全部无误，可以导入。', waiting: (count: number, by: string) => `其中 ${count} 条导入后待${by}审核，审核后计入。`,
    faulty: (count: number) => `有 ${count} 行需要改正。可下载错误行，在原表中改正后重新上传；也可先导入无误的行。`,
    onlyFaulty: (count: number) => `有 ${count} 行需要改正。请下载错误行，在原表中改正后重新上传。`,
  },
  en: {
    carryOut: (count) => `Import ${count}`, faultless: (count) => `Import only the ${count} without problems`, errors: 'Download the faulty rows', anew: 'Correct and upload again',
    nothing: 'Every row is entered already; there is nothing to import.', clean: 'Everything is in order and can be imported.', waiting: (count, by) => `${count} of them will wait for ${by} and count once they are confirmed.`,
    faulty: (count) => `${count} rows need correction. Download them, correct them in the same table and upload it; or import the others first.`,
    onlyFaulty: (count) => `${count} rows need correction. Download them, correct them in the same table and upload it.`,
  },
});

interface Properties {
  readonly table: SheetImport;
  readonly register: RegisterCard;
  readonly onAnew: () => void;
}

/** What the check found, and what may be done about it. */
export function TableCheck({ table, register, onAnew }: Properties) {
  if (isUnderWay(table.check)) return <RowsBar job={table.check} />;
  if (table.checked === null) return <JobEnd job={table.check} onAnew={onAnew} />;
  return <Checked id={table.id} checked={table.checked} register={register} onAnew={onAnew} />;
}

function Checked({ id, checked, register, onAnew }: Omit<Properties, 'table'> & { readonly id: string; readonly checked: SheetCheck }) {
  const t = useTexts(texts);
  const { confirmer } = useTexts(registerTexts);
  const say = useWords();
  const carrying = useWrite(carryOutRegisterTable);
  const errors = useDownload(readRegisterErrors);
  const { created, there, faulty, waiting } = checked;
  return (
    <>
      <CheckFigures figures={{ created, there, faulty }} />
      <p className="import-verdict" role="status">{faulty === 0 ? (created === 0 ? t.nothing : t.clean) : created === 0 ? t.onlyFaulty(faulty) : t.faulty(faulty)}</p>
      {waiting > 0 ? <p className="room-hint">{t.waiting(waiting, confirmer[register.confirmedBy])}</p> : null}
      {checked.notices.length === 0 ? null : <ul className="import-notices">{checked.notices.map((it) => <li key={it.zh}>{say(it)}</li>)}</ul>}
      {carrying.error ? <ErrorNote refusal={carrying.error.refusal} /> : null}
      {errors.error ? <ErrorNote refusal={errors.error.refusal} /> : null}
      <div className="import-actions">
        {faulty > 0 ? <Button icon={<DownloadOutlined />} loading={errors.isPending} onClick={() => errors.mutate({ import: id })}>{t.errors}</Button> : null}
        {created > 0 ? <Button type={faulty > 0 ? 'default' : 'primary'} loading={carrying.isPending} onClick={() => carrying.mutate({ import: id, skipFaulty: faulty > 0 })}>{faulty > 0 ? t.faultless(created) : t.carryOut(created)}</Button> : null}
        {faulty > 0 ? <Button type="primary" onClick={onAnew}>{t.anew}</Button> : null}
      </div>
      {faulty > 0 ? <ProblemTable checked={checked} /> : null}
    </>
  );
}
