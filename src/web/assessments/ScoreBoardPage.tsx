import { FileTextOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import { useNavigate } from '@tanstack/react-router';
import { readScoreBoard, type ScoreBoard, type ScoreBoardRow } from '#domain/assessments/board-contract.ts';
import { paths } from '#web/paths.ts';
import { useAddress } from '#web/shell/address.ts';
import { useCall } from '#web/shell/calling.ts';
import { useTexts, useWords } from '#web/shell/language.tsx';
import { PageFault } from '#web/shell/PageFault.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { SchemeWay } from '#web/shell/SchemeWay.tsx';
import { useWhoAmI } from '#web/shell/session.tsx';
import { useTableView } from '#web/shell/table-view.ts';
import { DataTable } from '#web/ui/DataTable.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { Figure } from '#web/ui/Figure.tsx';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { YearSteps } from '#web/ui/YearSteps.tsx';
import { fetchGrounds, isCounted, Mark, useScoreColumns } from './score-columns.tsx';
import { ScoreGaps } from './ScoreGaps.tsx';
import { scoreBoardTexts } from './score-board-texts.ts';
import './score-board.css';

/** More than any committee has branches. */
const BRANCHES_ON_A_PAGE = 100;

/** 考核看板: branches by aspect or item, in the order of their numbers, and beside it what is missing most. */
export function ScoreBoardPage() {
  const t = useTexts(scoreBoardTexts);
  const say = useWords();
  const navigate = useNavigate();
  const { today } = useWhoAmI();
  const [{ year, committee, aspect }, ask] = useAddress({ year: today.slice(0, 4), committee: '', aspect: '' });
  const [view, setView] = useTableView(BRANCHES_ON_A_PAGE, ['committee', 'aspect']);
  const board = useCall(readScoreBoard, { year: Number(year), ...(committee === '' ? {} : { organisation: committee }) }, { keep: true });
  const columns = useScoreColumns(board.data, aspect);
  if (board.error) return <PageFault refusal={board.error.refusal} onRetry={() => void board.refetch()} />;
  const { data } = board;
  const brief = () => void navigate({ to: paths.scoreBrief(), search: { year, ...(committee === '' ? {} : { committee }) } });
  const filters = data ? (
    <>
      {data.choices.length > 1 ? (
        <Select
          className="score-board-choice" aria-label={t.committee} value={committee} showSearch={{ optionFilterProp: 'label' }} onChange={(chosen) => ask({ committee: chosen })}
          options={[{ value: '', label: t.everybody }, ...data.choices.map((it) => ({ value: it.id, label: it.name }))]}
        />
      ) : null}
      <Select
        className="score-board-choice" aria-label={t.aspect} value={aspect} onChange={(chosen) => ask({ aspect: chosen })}
        options={[{ value: '', label: t.allAspects }, ...data.aspects.map((it) => ({ value: it.id, label: say(it.label) }))]}
      />
    </>
  ) : null;
  return (
    <div className="score-board">
      <PageHeader
        title={t.title} count={data?.items.length} beside={<YearSteps year={year} onChoose={(chosen) => ask({ year: chosen })} />}
        actions={<Button icon={<FileTextOutlined />} onClick={brief}>{t.brief}</Button>}
      />
      {data ? <p className="score-board-as-of">{t.asOf(`${data.asOf.day} ${data.asOf.time}`)}{data.asOf.behind ? ` ${t.behind}` : ''}</p> : null}
      {data && data.aspects.length === 0 ? <EmptyState title={t.none} next={t.noneNext} action={<SchemeWay />} /> : (
        <div className="score-board-columns">
          <div>
            <DataTable
              name="score-board" title={`${t.title} ${year}`} rows={data?.items} rowKey={(row) => row.organisation.id} columns={columns} view={view} onView={setView}
              asked={[data?.choices.find((it) => it.id === committee)?.name ?? '', data ? t.asOf(`${data.asOf.day} ${data.asOf.time}`) : '']}
              empty={{ title: t.empty, next: t.next }} card={(row) => (data ? <BranchCard board={data} row={row} /> : null)} filters={filters}
            />
            <p className="score-board-legend">{t.legend}</p>
          </div>
          {data ? <ScoreGaps gaps={data.gaps} year={data.year} counted={data.items.every(isCounted)} /> : null}
        </div>
      )}
    </div>
  );
}

/** A branch on a phone: its total and its aspects. */
function BranchCard({ board: { year, aspects }, row }: { readonly board: ScoreBoard; readonly row: ScoreBoardRow }) {
  const t = useTexts(scoreBoardTexts);
  const say = useWords();
  const { id, name } = row.organisation;
  return (
    <article className="score-card">
      <div className="score-card-head">
        <h3><PathLink to={paths.branchScore()} search={{ branch: id, year: String(year) }}>{name}</PathLink></h3>
        {isCounted(row) ? <Figure value={row.value} full={row.full} grounds={fetchGrounds(id, year)} /> : null}
      </div>
      <p className="score-card-aspects">
        {aspects.map((aspect) => <span key={aspect.id}>{say(aspect.label)} <Mark cell={row.aspects.find((it) => it.id === aspect.id)} grounds={fetchGrounds(id, year, aspect.id)} /></span>)}
      </p>
      {row.lacking === 0 ? null : <PathLink to={paths.branchScore()} search={{ branch: id, year: String(year), show: 'gaps' }}>{t.lacking} {row.lacking}</PathLink>}
    </article>
  );
}
