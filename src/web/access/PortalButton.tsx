import { Button } from 'antd';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import { rememberPage } from './after-ticket.ts';

const texts = defineTexts({
  zh: { enter: '从统一门户进入', apart: '从统一门户进入（新窗口）' },
  en: { enter: 'Enter from the portal', apart: 'Enter from the portal (new window)' },
});

interface Properties {
  readonly portal: string;
  /** In a window of its own, because something typed stands in this one. */
  readonly apart?: boolean;
}

/** The way to the bureau's portal; the page that was asked for is there again afterwards. */
export function PortalButton({ portal, apart = false }: Properties) {
  const words = useTexts(texts);
  return apart
    ? <Button type="primary" block href={portal} target="_blank" rel="noopener">{words.apart}</Button>
    : <Button type="primary" block href={portal} onClick={rememberPage}>{words.enter}</Button>;
}
