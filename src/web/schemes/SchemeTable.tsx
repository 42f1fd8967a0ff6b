import { DownloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useId, useState } from 'react';
import type { z } from 'zod';
import { exportSchemeTable, readSchemeTable } from '#domain/schemes/table/contract.ts';
import { useDownload, useUpload } from '#web/shell/calling.ts';
import { useLanguage, useTexts, useWords } from '#web/shell/language.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { saveBlob } from '#web/ui/save-file.ts';
import { schemeTexts } from './scheme-texts.ts';

type Reading = z.output<typeof readSchemeTable.output>;

interface Properties {
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly onSaid: (said: string) => void;
}

/** 考核细则 as the table an office keeps: out, and in again with every problem at its row. */
export function SchemeTable({ text, onText, onSaid }: Properties) {
  const t = useTexts(schemeTexts);
  const { language } = useLanguage();
  const file = useId();
  const [reading, setReading] = useState<{ readonly name: string; readonly found: Reading } | null>(null);
  const exporting = useDownload(exportSchemeTable);
  const sending = useUpload(readSchemeTable);
  const open = (chosen: File | undefined) => {
    setReading(null);
    if (chosen) sending.mutate({ input: {}, file: chosen }, { onSuccess: (found) => take(chosen.name, found) });
  };
  const take = (name: string, found: Reading) => {
    setReading({ name, found });
    // A text that is there is replaced only when somebody says so.
    if (found.text !== null && (text.trim() === '' || text === found.text)) put(found.text, found.changed);
  };
  const put = (found: string, changed: boolean) => {
    onText(found);
    onSaid(changed ? t.tableRead : t.tableSame);
    setReading(null);
  };
  const error = exporting.error ?? sending.error;
  return (
    <div className="scheme-table">
      <div className="scheme-actions">
        <Button icon={<DownloadOutlined />} disabled={text.trim() === ''} loading={exporting.isPending} onClick={() => exporting.mutate({ text, language })}>{t.table}</Button>
        <label className="scheme-file" htmlFor={file} aria-busy={sending.isPending}>
          {t.tableIn}
          <input id={file} className="spoken" type="file" accept=".xlsx" onChange={({ target }) => { open(target.files?.[0]); target.value = ''; }} />
        </label>
      </div>
      <p className="scheme-hint">{t.tableHint}</p>
      {error ? <ErrorNote refusal={error.refusal} placeName={(at) => { const [line, column] = at.split(':'); return t.place(Number(line), Number(column)); }} /> : null}
      {reading !== null && reading.found.text !== null ? (
        <div className="scheme-table-problems" role="status">
          <b>{reading.found.changed ? t.tableDiffers : t.tableSame}</b>
          <Button onClick={() => put(reading.found.text ?? text, reading.found.changed)}>{t.tablePut}</Button>
        </div>
      ) : null}
      {reading && reading.found.problems.length > 0 ? <TableProblems name={reading.name} found={reading.found} /> : null}
    </div>
  );
}

function TableProblems({ name, found }: { readonly name: string; readonly found: Reading }) {
  const t = useTexts(schemeTexts);
  const say = useWords();
  const { problems, returned } = found;
  const save = (content: string) => saveBlob(name, new Blob([Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0))]));
  return (
    <div className="scheme-table-problems" role="alert">
      <b>{t.tableProblems(problems.length)}</b>
      <ul className="scheme-places">
        {problems.map(({ sheet, row, words }, at) => <li key={at}><b>{sheet === null || row === null ? t.outside : t.inRow(sheet, row)}</b> {say(words)}</li>)}
      </ul>
      {returned === null ? null : <Button icon={<DownloadOutlined />} onClick={() => save(returned)}>{t.tableBack}</Button>}
    </div>
  );
}
