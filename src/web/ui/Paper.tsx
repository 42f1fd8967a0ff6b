import { PrinterOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import { PageHeader } from './PageHeader.tsx';
import { usePhone } from './screen.ts';
import { customProperties, light } from './theme.ts';
import './paper.css';
import './paper-reading.css';

const texts = defineTexts({
  zh: { print: '打印', hint: 'A4 纸，打印时请选“实际大小”，不打印页眉页脚。', onPhone: '打印或存为 PDF 时为 A4 版面。', whole: '看版面', read: '看内容' },
  en: { print: 'Print', hint: 'A4; print at actual size, without the headers of the browser.', onPhone: 'Printed or saved as PDF, it is A4.', whole: 'See the sheet', read: 'Read it' },
});

interface Properties {
  readonly title: string;
  /** The way back, left of the print button. */
  readonly back: ReactNode;
  /** One sheet each; every one begins on a page of its own. */
  readonly sheets: readonly ReactNode[];
  /** What else is done with it. */
  readonly acts?: ReactNode;
  /** It is not issued yet, and doing that is the main action. */
  readonly draft?: boolean;
  /** What is chosen before it is printed. */
  readonly choices?: ReactNode;
}

/** Paper is white and ink is black, whatever the colours of the screen. */
const white = customProperties(light);

/** A document as it will lie on the desk, with the button that prints it. On a phone it is read first, and seen as a sheet when somebody asks. */
export function Paper({ title, back, sheets, acts, draft = false, choices }: Properties) {
  const t = useTexts(texts);
  const phone = usePhone();
  const [whole, setWhole] = useState(false);
  return (
    <div className={whole ? 'paper-page' : 'paper-page reading'}>
      <div className="unprinted">
        <PageHeader title={title} actions={<>{back}<Button type={draft ? 'default' : 'primary'} icon={<PrinterOutlined />} onClick={() => print()}>{t.print}</Button></>} />
        {acts}
        <div className="paper-hint">
          {phone ? <>{t.onPhone} <button type="button" className="bar-button" onClick={() => setWhole(!whole)}>{whole ? t.read : t.whole}</button></> : t.hint} {choices}
        </div>
      </div>
      {sheets.map((sheet, at) => <article key={at} className="paper" style={white}>{sheet}</article>)}
    </div>
  );
}
