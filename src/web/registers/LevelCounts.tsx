import type { listRegisterEntries } from '#domain/registers/contract.ts';
import { paths } from '#web/paths.ts';
import { CountLink } from '#web/shell/CountLink.tsx';
import { defineTexts, useTexts, useWords } from '#web/shell/language.tsx';

const texts = defineTexts({ zh: { all: '全部种类' }, en: { all: 'All kinds' } });

interface Properties {
  readonly levels: ReturnType<typeof listRegisterEntries.output.parse>['levels'];
  readonly asked: { readonly register: string; readonly organisation: string; readonly year: string; readonly month: string; readonly q: string; readonly show: string; readonly batch: string; readonly level: string };
  readonly onAsk: (change: { readonly level: string }) => void;
}

/** 先锋队 12 · 示范岗 40: how many of each kind, each leading to exactly these. */
export function LevelCounts({ levels, asked: { register, organisation, year, month, q, show, batch, level: chosen }, onAsk }: Properties) {
  const t = useTexts(texts);
  const say = useWords();
  if (levels.length < 2 || levels.every(({ entries }) => entries === 0)) return null;
  return (
    <p className="level-counts">
      {levels.filter(({ entries }) => entries > 0).map(({ id, label, entries }) => (
        <span key={id} className={id === chosen ? 'chosen' : undefined}>{say(label)} <CountLink to={paths.registers()} search={{ register, organisation, year, month, q, show, batch, level: id }} value={entries} /></span>
      ))}
      {chosen === '' ? null : <button type="button" className="plain-button import-open" onClick={() => onAsk({ level: '' })}>{t.all}</button>}
    </p>
  );
}
