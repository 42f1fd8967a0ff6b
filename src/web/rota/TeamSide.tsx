import type { ShiftTeamRow } from '#domain/rota/contract.ts';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import { MakeTeamsForm } from './MakeTeamsForm.tsx';
import { PlaceForm } from './PlaceForm.tsx';
import { SideForm } from '#web/ui/SideForm.tsx';
import { TeamForm } from './TeamForm.tsx';
import type { Teams } from './teams.ts';

const texts = defineTexts({
  zh: { make: '按班制建立班组', own: '自定义班组', amend: '更正班组', cycle: '更换班制', place: '调整班组人员' },
  en: { make: 'Make the teams of a cycle', own: 'A team with a cycle of its own', amend: 'Correct a team', cycle: 'Change the cycle', place: 'Move people between teams' },
});

/** What is being done beside the page. */
export type TeamTask =
  | { readonly kind: 'make' }
  | { readonly kind: 'own' }
  | { readonly kind: 'amend' | 'cycle'; readonly team: ShiftTeamRow }
  | { readonly kind: 'place'; readonly team: string | null; readonly persons: readonly string[] };

interface Properties {
  readonly task: TeamTask | null;
  readonly organisation: string;
  readonly teams: Teams | undefined;
  readonly onClose: () => void;
  /** Called with what followed, in words. */
  readonly onDone: (said: string) => void;
}

export function TeamSide({ task, organisation, teams, onClose, onDone }: Properties) {
  const t = useTexts(texts);
  return (
    <SideForm title={task ? t[task.kind] : ''} open={task !== null} onClose={onClose} wide={task !== null && task.kind !== 'place'}>
      {task?.kind === 'make' ? <MakeTeamsForm organisation={organisation} onDone={onDone} /> : null}
      {task?.kind === 'own' ? <TeamForm organisation={organisation} kind="own" team={null} onDone={onDone} /> : null}
      {task?.kind === 'amend' || task?.kind === 'cycle' ? <TeamForm organisation={organisation} kind={task.kind} team={task.team} onDone={onDone} /> : null}
      {task?.kind === 'place' ? <PlaceForm organisation={organisation} teams={teams} task={task} onDone={onDone} /> : null}
    </SideForm>
  );
}
