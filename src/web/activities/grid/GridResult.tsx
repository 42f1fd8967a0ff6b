import type { GridImport } from '#domain/activities/grid/grid-contract.ts';
import { paths } from '#web/paths.ts';
import { CheckFigures } from '#web/shell/CheckFigures.tsx';
import { isUnderWay } from '#web/shell/JobBar.tsx';
import { JobEnd } from '#web/shell/JobEnd.tsx';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { RowsBar } from '#web/shell/RowsBar.tsx';
import { SuccessNote } from '#web/ui/SuccessNote.tsx';

const texts = defineTexts({
  zh: {
    done: (count: number, makeUps: number) => `已导入 ${count} 次活动${makeUps > 0 ? `、${makeUps} 人次补学` : ''}，标为“补录·来源 Excel”，自即时起计入。`, leftOut: (count: number) => `${count} 次没有导入，改正后可再导入；已导入的不会重复。`,
    open: '查看活动', back: '导错了文件的，可在下面的“以前的导入”中整批撤回。',
  },
  en: {
    done: (count, makeUps) => `${count} sessions${makeUps > 0 ? ` and ${makeUps} make-ups` : ''} imported and marked as entered later from Excel; they count from now on.`, leftOut: (count) => `${count} were left out; import them once they are corrected, nothing is entered twice.`,
    open: 'See the sessions', back: 'If it was the wrong file, take all of it back under “Earlier imports” below.',
  },
});

/** The import while it is written, and what came of it. */
export function GridResult({ grid, onAnew }: { readonly grid: GridImport; readonly onAnew: () => void }) {
  const t = useTexts(texts);
  const { carryOut, outcome, checked } = grid;
  if (carryOut === null) return null;
  if (isUnderWay(carryOut)) return <RowsBar job={carryOut} />;
  if (outcome === null) return <JobEnd job={carryOut} onAnew={onAnew} />;
  const { created, there, leftOut, makeUps } = outcome;
  const first = checked?.sheets.flatMap(({ sessions }) => sessions.flatMap(({ day, outcome: is }) => (is === 'created' && day !== null ? [day] : []))).toSorted()[0];
  return (
    <>
      <SuccessNote>{t.done(created, makeUps)}{leftOut > 0 ? ` ${t.leftOut(leftOut)}` : ''}</SuccessNote>
      <CheckFigures figures={{ created, there, leftOut }} />
      <p className="room-hint">{t.back}</p>
      <div className="import-actions">
        <PathLink to={paths.sessions()} search={first === undefined ? {} : { month: first.slice(0, 7) }} className="link-button">{t.open}</PathLink>
      </div>
    </>
  );
}
