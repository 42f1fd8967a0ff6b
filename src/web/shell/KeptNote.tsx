import { defineTexts, useTexts } from './language.tsx';
import './kept-form.css';

const texts = defineTexts({
  zh: { restored: (at: string) => `已恢复本机上 ${at} 未提交的内容。`, discard: '不用，重新填写' },
  en: { restored: (at) => `Taken up again: what was typed on this device at ${at} and not submitted.`, discard: 'Begin anew' },
});

/** Says that what stands in the form was taken up again, and puts it away for whoever does not want it. */
export function KeptNote({ at, onDiscard }: { readonly at: string; readonly onDiscard: () => void }) {
  const t = useTexts(texts);
  return <p className="kept-form-note" role="status">{t.restored(clockOf(at))} <button type="button" onClick={onDiscard}>{t.discard}</button></p>;
}

const clockOf = (instant: string): string =>
  new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(new Date(instant)).replace('/', '-');
