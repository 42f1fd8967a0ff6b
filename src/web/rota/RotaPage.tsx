import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { listShiftTeams, readRotaMonth, type StudyRow } from '#domain/rota/contract.ts';
import { paths } from '#web/paths.ts';
import { useAddress } from '#web/shell/address.ts';
import { useCall } from '#web/shell/calling.ts';
import { defineTexts, useLanguage, useTexts } from '#web/shell/language.tsx';
import { PageFault } from '#web/shell/PageFault.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { monthText } from '#web/ui/month-words.ts';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { LinesSkeleton } from '#web/ui/Skeletons.tsx';
import { SuccessNote } from '#web/ui/SuccessNote.tsx';
import { ExpectationDrawer } from './ExpectationDrawer.tsx';
import { MonthGrid } from './MonthGrid.tsx';
import { RotaMonthFile } from './RotaMonthFile.tsx';
import { MonthLegend } from './MonthLegend.tsx';
import { PlaceAndMonth } from './PlaceAndMonth.tsx';
import { type RotaPlace, useRotaPlace } from './rota-place.ts';
import { StudyStrip } from './StudyStrip.tsx';
import { TeamSide, type TeamTask } from './TeamSide.tsx';
import { TeamsPanel } from './TeamsPanel.tsx';
import './rota.css';

const texts = defineTexts({
  zh: {
    title: '班组与值班', month: '值班表', teams: '班组', place: '调整人员', bring: '导入班组', bringDays: '导入值班日期', make: '建立班组',
    noPlace: '没有可查看的党组织', noPlaceNext: '班次由支部书记、委员、党小组长、记录员和党务办维护。',
    noPeople: '本月该党组织没有人员', noPeopleNext: '请选择其他党组织或月份。',
    noTeams: '尚未建立班组，全员按常日班计算应到。', noTeamsNext: '有值班、轮班人员的，建立班组后，值班和下夜班休整自动免计，不必逐人登记。',
  },
  en: {
    title: 'Shift teams and duty', month: 'Month', teams: 'Teams', place: 'Move people', bring: 'Import shift teams', bringDays: 'Import days on duty', make: 'Make teams',
    noPlace: 'There is no organisation whose rota you may see', noPlaceNext: 'The rota is kept by the branch committee, group leaders, recorders and the Party office.',
    noPeople: 'Nobody belongs here in this month', noPeopleNext: 'Choose another organisation or month.',
    noTeams: 'There are no shift teams yet; everybody counts as working days only.',
    noTeamsNext: 'Where people work in shifts, make their teams once: duty and rest after it are then excused by themselves.',
  },
});

export function RotaPage() {
  const t = useTexts(texts);
  const place = useRotaPlace();
  const [{ view }, change] = useAddress({ view: 'month' });
  const [task, setTask] = useState<TeamTask | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const teams = useCall(listShiftTeams, { organisation: place.organisation }, { enabled: place.organisation !== '', keep: true });
  if (place.error) return <PageFault refusal={place.error.refusal} />;
  if (place.places?.length === 0) return <><PageHeader title={t.title} /><EmptyState title={t.noPlace} next={t.noPlaceNext} /></>;
  const none = teams.data?.items.length === 0;
  const begin = (next: TeamTask) => { setDone(null); setTask(next); };
  return (
    <div className="rota-sheet">
      <PageHeader
        title={t.title}
        actions={(
          <>
            <PathLink to={paths.teamsImport()} className="link-button">{t.bring}</PathLink>
            <PathLink to={paths.dutiesImport()} className="link-button">{t.bringDays}</PathLink>
            {none
              ? <Button type="primary" onClick={() => begin({ kind: 'make' })}>{t.make}</Button>
              : <Button type="primary" onClick={() => begin({ kind: 'place', team: null, persons: [] })}>{t.place}</Button>}
          </>
        )}
      />
      <div className="rota-bar unprinted">
        <PlaceAndMonth place={place} withMonth={view === 'month'} />
        <Segmented value={view} options={[{ value: 'month', label: t.month }, { value: 'teams', label: t.teams }]} onChange={(chosen) => change({ view: chosen })} />
      </div>
      {done === null ? null : <SuccessNote>{done}</SuccessNote>}
      {teams.error ? <ErrorNote refusal={teams.error.refusal} /> : null}
      {none && view === 'month' ? <p className="rota-none">{t.noTeams} {t.noTeamsNext}</p> : null}
      {view === 'month' ? <Month place={place} /> : <TeamsPanel organisation={place.organisation} teams={teams.data} onTask={begin} />}
      <TeamSide
        task={task} organisation={place.organisation} teams={teams.data} onClose={() => setTask(null)}
        onDone={(said) => { setTask(null); setDone(said); }}
      />
    </div>
  );
}

function Month({ place }: { readonly place: RotaPlace }) {
  const t = useTexts(texts);
  const { language } = useLanguage();
  const [study, setStudy] = useState<StudyRow | null>(null);
  const month = useCall(readRotaMonth, { organisation: place.organisation, month: place.month }, { enabled: place.organisation !== '', keep: true });
  if (month.error) return <ErrorNote refusal={month.error.refusal} onRetry={() => void month.refetch()} />;
  if (!month.data) return <LinesSkeleton count={10} />;
  if (month.data.people.length === 0) return <EmptyState title={t.noPeople} next={t.noPeopleNext} />;
  const name = place.places?.find((it) => it.id === place.organisation)?.shortName ?? '';
  return (
    <>
      <p className="rota-printed">{name} {monthText(place.month, language)}</p>
      <StudyStrip studies={month.data.studies} announced={month.data.calendar.announced} onStudy={setStudy} />
      <div className="rota-file unprinted"><RotaMonthFile month={month.data} place={name} /></div>
      <MonthGrid month={month.data} onStudy={setStudy} />
      <MonthLegend calendar={month.data.calendar} />
      <ExpectationDrawer organisation={place.organisation} study={study} onClose={() => setStudy(null)} />
    </>
  );
}
