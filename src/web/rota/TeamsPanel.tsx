import { Button, Tooltip } from 'antd';
import { confirmRota } from '#domain/rota/absence-contract.ts';
import { recordShiftTeam, type ShiftTeamRow, withdrawShiftTeam } from '#domain/rota/contract.ts';
import { call } from '#web/shell/call.ts';
import { useWrite } from '#web/shell/calling.ts';
import { defineTexts, useTexts, useWords } from '#web/shell/language.tsx';
import { useWhoAmI } from '#web/shell/session.tsx';
import { useUndo } from '#web/shell/Undo.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { LinesSkeleton } from '#web/ui/Skeletons.tsx';
import { StatusTag } from '#web/ui/StatusTag.tsx';
import { cycleWords } from './cycle-words.ts';
import { CyclePreview } from './CyclePreview.tsx';
import { TeamsFile } from './TeamsFile.tsx';
import type { TeamTask } from './TeamSide.tsx';
import type { Teams } from './teams.ts';

const texts = defineTexts({
  zh: {
    none: '尚未建立班组', noneNext: '有值班、轮班人员的，按班制一次建立全部班组，值班和下夜班休整即自动免计。', make: '按班制建立', own: '自定义班组',
    place: '调入人员', amend: '更正', cycle: '更换班制', withdraw: '撤回', withdrawn: (name: string) => `已撤回班组“${name}”。`, notEmpty: '班组内有人员，不能撤回；停用请在“更正”中填写停用日期。',
    rest: (hours: number) => (hours === 0 ? '下夜班不另休整' : `下夜班后休整 ${hours} 小时`), anchor: (day: string) => `周期首日 ${day}`,
    inUse: (from: string, to: string | null) => (to === null ? `${from} 起使用` : `${from} 至 ${to} 使用`), nobody: '尚无人员', since: (day: string) => `${day} 起`, until: (day: string) => `至 ${day}`,
    confirm: '审核', unplaced: '常日班（不在班组）', count: (count: number) => `${count} 人`,
  },
  en: {
    none: 'There are no shift teams yet', noneNext: 'Where people work in shifts, make all teams of the cycle at once; duty and rest are then excused by themselves.', make: 'Make by a cycle', own: 'A cycle of its own',
    place: 'Move people in', amend: 'Correct', cycle: 'Change the cycle', withdraw: 'Withdraw', withdrawn: (name) => `The team “${name}” is withdrawn.`, notEmpty: 'There are people in this team; to end it, give it a last day under “Correct”.',
    rest: (hours) => (hours === 0 ? 'No rest after a night' : `${hours} hours of rest after a night`), anchor: (day) => `Cycle begins ${day}`,
    inUse: (from, to) => (to === null ? `in use from ${from}` : `in use ${from} to ${to}`), nobody: 'Nobody yet', since: (day) => `from ${day}`, until: (day) => `to ${day}`,
    confirm: 'Confirm', unplaced: 'Days only (in no team)', count: (count) => `${count} people`,
  },
});

interface Properties {
  readonly organisation: string;
  readonly teams: Teams | undefined;
  readonly onTask: (task: TeamTask) => void;
}

/** The next two weeks of all teams at once, then each with its people and what can be done to it. */
export function TeamsPanel({ organisation, teams, onTask }: Properties) {
  const t = useTexts(texts);
  const { today } = useWhoAmI();
  if (!teams) return <LinesSkeleton count={8} />;
  const begin = (
    <div className="team-begin unprinted">
      <Button onClick={() => onTask({ kind: 'make' })}>{t.make}</Button>
      <Button onClick={() => onTask({ kind: 'own' })}>{t.own}</Button>
    </div>
  );
  if (teams.items.length === 0) return <EmptyState title={t.none} next={t.noneNext} action={begin} />;
  const placed = new Set(teams.items.flatMap((it) => it.people).filter((it) => it.from <= today).map((it) => it.person.id));
  const unplaced = teams.people.filter((it) => !placed.has(it.id));
  return (
    <div className="teams">
      <div className="rota-file unprinted"><TeamsFile teams={teams} unplaced={unplaced} /></div>
      <CyclePreview from={today} teams={teams.items.map((team) => ({ name: team.name, team }))} />
      {teams.items.map((team) => <TeamCard key={team.team} organisation={organisation} team={team} onTask={onTask} />)}
      <section className="team">
        <h2>{t.unplaced} <small>{t.count(unplaced.length)}</small></h2>
        <ul className="rota-names">{unplaced.map((it) => <li key={it.id}>{it.name}<small>{it.number}</small></li>)}</ul>
      </section>
      {begin}
    </div>
  );
}

function TeamCard({ organisation, team, onTask }: { readonly organisation: string; readonly team: ShiftTeamRow; readonly onTask: Properties['onTask'] }) {
  const t = useTexts(texts);
  const say = useWords();
  const { today } = useWhoAmI();
  const withdrawing = useWrite(withdrawShiftTeam);
  const offerUndo = useUndo();
  const { name, anchor, cycle, restHours, from, to } = team;
  const send = () => withdrawing.mutate({ team: team.team, version: team.version }, { onSuccess: () => offerUndo(t.withdrawn(name), (key) => call(recordShiftTeam, { organisation, name, anchor, cycle, restHours, from, to }, { key })) });
  const withdraw = <Button disabled={team.people.length > 0} loading={withdrawing.isPending} onClick={send}>{t.withdraw}</Button>;
  return (
    <section className="team">
      <h2>{team.name} <small>{say(cycleWords(team))} · {t.count(team.people.length)}</small></h2>
      <p className="rota-hint">{[t.anchor(team.anchor), t.rest(team.restHours), t.inUse(team.from, team.to)].join(' · ')}</p>
      {team.people.length === 0 ? <p className="rota-hint">{t.nobody}</p> : <ul className="rota-names">{team.people.map((it) => <Placed key={it.placement} placed={it} today={today} />)}</ul>}
      {withdrawing.error ? <ErrorNote refusal={withdrawing.error.refusal} /> : null}
      <div className="team-actions unprinted">
        <Button onClick={() => onTask({ kind: 'place', team: team.team, persons: [] })}>{t.place}</Button>
        <Button onClick={() => onTask({ kind: 'cycle', team })}>{t.cycle}</Button>
        <Button onClick={() => onTask({ kind: 'amend', team })}>{t.amend}</Button>
        {team.people.length > 0 ? <Tooltip title={t.notEmpty}><span>{withdraw}</span></Tooltip> : withdraw}
      </div>
    </section>
  );
}

function Placed({ placed, today }: { readonly placed: ShiftTeamRow['people'][number]; readonly today: string }) {
  const t = useTexts(texts);
  const who = useWhoAmI();
  const confirming = useWrite(confirmRota);
  return (
    <li>
      {placed.person.name}<small>{placed.from > today ? t.since(placed.from) : placed.to ? t.until(placed.to) : placed.person.number}</small>
      {placed.waiting ? <StatusTag status="proposed" /> : null}
      {placed.waiting && placed.person.id !== who.person?.id ? (
        <Button size="small" loading={confirming.isPending} onClick={() => confirming.mutate({ fact: placed.placement, version: placed.version })}>{t.confirm}</Button>
      ) : null}
      {confirming.error ? <ErrorNote refusal={confirming.error.refusal} /> : null}
    </li>
  );
}
