import { listSheets } from '#domain/spot-checks/sheet-contract.ts';
import { paths } from '#web/paths.ts';
import { useCall } from '#web/shell/calling.ts';
import { defineTexts, useLanguage, useTexts } from '#web/shell/language.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { dayText } from '#web/ui/day-words.ts';
import { StatusTag } from '#web/ui/StatusTag.tsx';
import { sheetStatus } from './sheet-texts.ts';

const texts = defineTexts({ zh: { title: '待您办理' }, en: { title: 'Waiting for you' } });

/** Sheets that wait for the reader: to fill in, to confirm, to sign for. */
export function SheetsToDo() {
  const t = useTexts(texts);
  const { language } = useLanguage();
  const { data } = useCall(listSheets, {});
  if (data === undefined || data.items.length === 0) return null;
  return (
    <section className="check-todo" aria-label={t.title}>
      <h2>{t.title}</h2>
      <ul className="room-lines">
        {data.items.map((it) => <li key={it.sheet}><PathLink to={paths.checkSheet(it.sheet)}>{it.organisation.name}</PathLink> <span className="faint">{dayText(it.day, language)}</span> <StatusTag status={sheetStatus[it.stage]} /></li>)}
      </ul>
    </section>
  );
}
