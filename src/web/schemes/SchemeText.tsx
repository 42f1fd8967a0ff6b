import { Button } from 'antd';
import { useId, useState, type RefObject } from 'react';
import { type CheckedText, readSampleScheme } from '#domain/schemes/contract.ts';
import { useCall } from '#web/shell/calling.ts';
import { useTexts } from '#web/shell/language.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { LinesSkeleton } from '#web/ui/Skeletons.tsx';
import { ReplaceButton } from './ReplaceButton.tsx';
import { SchemeEditor } from './SchemeEditor.tsx';
import { SchemeTable } from './SchemeTable.tsx';
import { schemeTexts } from './scheme-texts.ts';

interface Properties {
  readonly area: RefObject<HTMLTextAreaElement | null>;
  readonly text: string;
  /** Whether the text in force is on its way. */
  readonly coming: boolean;
  readonly onText: (text: string) => void;
  readonly onSaid: (said: string) => void;
  /** The line in which one writes. */
  readonly onLine: (line: number) => void;
  readonly checking: boolean;
  readonly onCheck: () => void;
  /** What the check found in this very text; null while it is not known. */
  readonly result: CheckedText | null;
  readonly onPlace: (line: number, column: number) => void;
}

/** The text itself, and the two ways to get another: the sample, or a file of this device, which stays on the device. */
export function SchemeText({ area, text, coming, onText, onSaid, onLine, checking, onCheck, result, onPlace }: Properties) {
  const t = useTexts(schemeTexts);
  const file = useId();
  const [unreadable, setUnreadable] = useState(false);
  const sample = useCall(readSampleScheme, {});
  const open = async (chosen: File | undefined) => {
    if (!chosen) return;
    const read = await readText(chosen);
    setUnreadable(read === null);
    if (read !== null) onText(read);
  };
  const begin = () => { if (sample.data) onText(sample.data.text); };
  return (
    <section className="scheme-text">
      <div className="scheme-actions">
        <ReplaceButton asks={text !== ''} disabled={!sample.data} onReplace={begin}>{t.sample}</ReplaceButton>
        <label className="scheme-file" htmlFor={file}>
          {t.open}
          <input id={file} className="spoken" type="file" accept=".yaml,.yml,.txt" onChange={({ target }) => { void open(target.files?.[0]); target.value = ''; }} />
        </label>
        <Button disabled={text.trim() === ''} loading={checking} onClick={onCheck}>{t.check}</Button>
      </div>
      {sample.error ? <ErrorNote refusal={sample.error.refusal} /> : null}
      {unreadable ? <p className="scheme-hint" role="alert">{t.unreadable}</p> : null}
      {coming ? <LinesSkeleton count={12} /> : (
        <SchemeEditor area={area} text={text} onText={onText} onLine={onLine} problems={result?.problems ?? NONE} warnings={result?.warnings ?? NONE} onPlace={onPlace} />
      )}
      <SchemeTable text={text} onText={onText} onSaid={onSaid} />
    </section>
  );
}

const NONE = [] as const;

/** The text of a file, with the line ends of a text field; null where it is not UTF-8. */
async function readText(file: File): Promise<string | null> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer()).replaceAll('\r\n', '\n');
  } catch {
    return null;
  }
}
