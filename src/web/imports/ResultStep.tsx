import type { RosterImport } from '#domain/imports/contract.ts';
import { paths } from '#web/paths.ts';
import { isUnderWay } from '#web/shell/JobBar.tsx';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { SuccessNote } from '#web/ui/SuccessNote.tsx';
import { CheckFigures } from '#web/shell/CheckFigures.tsx';
import { JobEnd } from '#web/shell/JobEnd.tsx';
import { RowsBar } from '#web/shell/RowsBar.tsx';

const texts = defineTexts({
  zh: {
    done: (count: number, from: string) => `已导入 ${count} 人，自 ${from} 起列入所在党支部的应到人员。`, leftOut: (count: number) => `${count} 行没有导入，改正后可再导入；已导入的不会重复。`,
    back: '导错了文件的，可在下面的“以前的导入”中整批撤回。', people: '查看人员', organisations: '查看组织机构',
  },
  en: {
    done: (count, from) => `${count} people imported; from ${from} they are expected at what their branches hold.`, leftOut: (count) => `${count} rows were left out; import them once they are corrected, nobody is entered twice.`,
    back: 'If it was the wrong file, take all of it back under “Earlier imports” below.', people: 'See the people', organisations: 'See the organisations',
  },
});

/** The import while it is written, and what came of it. */
export function ResultStep({ roster, onAnew }: { readonly roster: RosterImport; readonly onAnew: () => void }) {
  const t = useTexts(texts);
  const { carryOut, outcome } = roster;
  if (carryOut === null) return null;
  if (isUnderWay(carryOut)) return <RowsBar job={carryOut} />;
  if (outcome === null) return <JobEnd job={carryOut} onAnew={onAnew} />;
  return (
    <>
      <SuccessNote>{t.done(outcome.created + outcome.changed, roster.from)}{outcome.leftOut > 0 ? ` ${t.leftOut(outcome.leftOut)}` : ''}</SuccessNote>
      <CheckFigures figures={{ created: outcome.created, changed: outcome.changed, unchanged: outcome.unchanged, leftOut: outcome.leftOut }} />
      {outcome.batch === null ? null : <p className="room-hint">{t.back}</p>}
      <div className="import-actions">
        <PathLink to={paths.organisations()} className="link-button">{t.organisations}</PathLink>
        <PathLink to={paths.people()} className="link-button">{t.people}</PathLink>
      </div>
    </>
  );
}
