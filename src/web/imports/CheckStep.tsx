import { DownloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { carryOutRoster, readRosterErrors, type RosterCheck, type RosterImport } from '#domain/imports/contract.ts';
import { useDownload, useWrite } from '#web/shell/calling.ts';
import { isUnderWay } from '#web/shell/JobBar.tsx';
import { defineTexts, useTexts, useWords } from '#web/shell/language.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { CheckFigures } from '#web/shell/CheckFigures.tsx';
import { JobEnd } from '#web/shell/JobEnd.tsx';
import { ProblemTable } from '#web/shell/ProblemTable.tsx';
import { RowsBar } from '#web/shell/RowsBar.tsx';

const texts = defineTexts({
  zh: {
    carryOut: (count: number) => `导入 ${count} 人`, faultless: (count: number) => `只导入无误的 ${count} 人`, errors: '下载错误行', anew: '改正后重新上传', nothing: '这份花名册与系统一致，没有需要导入的。',
    clean: '全部无误，可以导入。', faulty: (count: number) => `有 ${count} 行需要改正。可下载错误行，在原表中改正后重新上传；也可先导入无误的行。`,
  },
  en: {
    carryOut: (count) => `Import ${count} people`, faultless: (count) => `Import only the ${count} without problems`, errors: 'Download the faulty rows', anew: 'Correct and upload again', nothing: 'The roster says what the system says; there is nothing to import.',
    clean: 'Everything is in order and can be imported.', faulty: (count) => `${count} rows need correction. Download them, correct them in the same table and upload it; or import the others first.`,
  },
});

/** What the check found, and what may be done about it. */
export function CheckStep({ roster, onAnew }: { readonly roster: RosterImport; readonly onAnew: () => void }) {
  if (isUnderWay(roster.check)) return <RowsBar job={roster.check} />;
  if (roster.checked === null) return <JobEnd job={roster.check} onAnew={onAnew} />;
  return <Checked id={roster.id} checked={roster.checked} onAnew={onAnew} />;
}

function Checked({ id, checked, onAnew }: { readonly id: string; readonly checked: RosterCheck; readonly onAnew: () => void }) {
  const t = useTexts(texts);
  const say = useWords();
  const carrying = useWrite(carryOutRoster);
  const errors = useDownload(readRosterErrors);
  const moving = checked.created + checked.changed;
  const begin = () => carrying.mutate({ import: id, skipFaulty: checked.faulty > 0 });
  return (
    <>
      <CheckFigures figures={checked} />
      <p className="import-verdict" role="status">{checked.faulty > 0 ? t.faulty(checked.faulty) : moving === 0 ? t.nothing : t.clean}</p>
      {checked.notices.length === 0 ? null : <ul className="import-notices">{checked.notices.map((it) => <li key={it.zh}>{say(it)}</li>)}</ul>}
      {carrying.error ? <ErrorNote refusal={carrying.error.refusal} /> : null}
      {errors.error ? <ErrorNote refusal={errors.error.refusal} /> : null}
      <div className="import-actions">
        {checked.faulty > 0 ? <Button icon={<DownloadOutlined />} loading={errors.isPending} onClick={() => errors.mutate({ import: id })}>{t.errors}</Button> : null}
        {moving > 0 ? <Button type={checked.faulty > 0 ? 'default' : 'primary'} loading={carrying.isPending} onClick={begin}>{checked.faulty > 0 ? t.faultless(moving) : t.carryOut(moving)}</Button> : null}
        {checked.faulty > 0 ? <Button type="primary" onClick={onAnew}>{t.anew}</Button> : null}
      </div>
      {checked.faulty > 0 ? <ProblemTable checked={checked} /> : null}
    </>
  );
}
