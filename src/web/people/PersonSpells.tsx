import { Button } from 'antd';
import type { MembershipSpell, PersonPage } from '#domain/people/contract.ts';
import { staffKindLabels, stageLabels } from '#domain/people/labels.ts';
import { paths } from '#web/paths.ts';
import { defineTexts, useTexts, useWords } from '#web/shell/language.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { useWhoAmI } from '#web/shell/session.tsx';
import { VersionsButton } from '#web/shell/VersionsButton.tsx';
import type { PersonTask } from './PersonActions.tsx';
import { personTexts } from './person-texts.ts';

const texts = defineTexts({
  zh: { title: '组织关系', correct: '更正', end: '结束' },
  en: { title: 'Memberships', correct: 'Correct', end: 'End' },
});

interface Properties {
  readonly person: PersonPage;
  readonly onTask: (task: PersonTask) => void;
}

/** The spells of belonging, newest first; a transfer never overwrites one. */
export function PersonSpells({ person, onTask }: Properties) {
  const t = useTexts(texts);
  return (
    <section className="room-section">
      <h2>{t.title}</h2>
      {person.memberships.map((spell) => <Spell key={spell.id} spell={spell} movable={person.editable && person.notToMove === null} onTask={onTask} />)}
    </section>
  );
}

function Spell({ spell, movable, onTask }: { readonly spell: MembershipSpell; readonly movable: boolean } & Pick<Properties, 'onTask'>) {
  const t = useTexts(texts);
  const { days } = useTexts(personTexts);
  const say = useWords();
  const { today } = useWhoAmI();
  const past = spell.to !== null && spell.to < today;
  return (
    <div className={past ? 'spell past' : 'spell'}>
      <div className="spell-line">
        <PathLink to={paths.organisation(spell.branch.id)}><b>{spell.branch.name}</b></PathLink>
        {spell.group ? <span>{spell.group.name}</span> : null}
        <span>{say(stageLabels[spell.stage])} · {say(staffKindLabels[spell.staffKind])}</span>
        <span className="spell-days">{days(spell.from, spell.to)}</span>
        {spell.version > 1 ? <VersionsButton fact={spell.id} about={spell.branch.name} /> : null}
        {movable ? (
          <span className="spell-actions unprinted">
            <Button size="small" onClick={() => onTask({ kind: 'correct', spell })}>{t.correct}</Button>
            {spell.to === null ? <Button size="small" onClick={() => onTask({ kind: 'end', spell })}>{t.end}</Button> : null}
          </span>
        ) : null}
      </div>
    </div>
  );
}
