import { useState } from 'react';
import { acts } from '#domain/access/acts.ts';
import { type HiddenParticular, readPerson, type PersonPage as Person } from '#domain/people/contract.ts';
import { genderLabels } from '#domain/people/labels.ts';
import { paths } from '#web/paths.ts';
import { useField } from '#web/shell/address.ts';
import { useCall } from '#web/shell/calling.ts';
import { defineTexts, useTexts, useWords } from '#web/shell/language.tsx';
import { holding } from '#web/shell/needs.ts';
import { PageFault } from '#web/shell/PageFault.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { useWhoAmI } from '#web/shell/session.tsx';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { PageSkeleton } from '#web/ui/Skeletons.tsx';
import { SuccessNote } from '#web/ui/SuccessNote.tsx';
import { HiddenField } from './HiddenField.tsx';
import { maskOf } from './mask-of.ts';
import { PersonActions, type PersonTask } from './PersonActions.tsx';
import { PersonPosts } from './PersonPosts.tsx';
import { PersonSpells } from './PersonSpells.tsx';
import { personTexts } from './person-texts.ts';
import '#web/ui/room.css';
import './people.css';

const texts = defineTexts({
  zh: { points: '积分', transfer: '积分转移单', teams: '班组', unknown: '未填' },
  en: { points: 'Points', transfer: 'Transfer sheet', teams: 'Shift teams', unknown: 'not given' },
});

/** Everything on file about one person. */
export function PersonPage() {
  const t = useTexts(texts);
  const words = useTexts(personTexts);
  const say = useWords();
  const who = useWhoAmI();
  const page = useCall(readPerson, { person: useField('person') });
  const [task, setTask] = useState<PersonTask | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const [shown, setShown] = useState<Shown | null>(null);
  if (page.error) return <PageFault refusal={page.error.refusal} onRetry={() => void page.refetch()} />;
  if (!page.data) return <PageSkeleton />;
  const person = shown?.person === page.data.id ? withShown(page.data, shown) : page.data;
  const onShown: OnShown = (field, value) => setShown((before) => ({ person: person.id, values: { ...(before?.person === person.id ? before.values : {}), [field]: value } }));
  const readsPoints = who.person?.id === person.id || holding(...acts.readPoints.roles)(who);
  const moved = movedIn(person);
  const begin = (next: PersonTask) => { setDone(null); setTask(next); };
  return (
    <>
      <PageHeader
        title={person.name} beside={<span className="page-aside">{person.number}</span>}
        actions={(
          <>
            {readsPoints ? <PathLink to={paths.points(person.id)} className="link-button">{t.points}</PathLink> : null}
            {readsPoints && moved !== null ? <PathLink to={paths.transferSheet(person.id)} search={{ year: moved }} className="link-button">{t.transfer}</PathLink> : null}
            {person.editable ? <PersonActions person={person} task={task} onTask={setTask} onBegin={begin} onShown={onShown} onDone={(said) => { setTask(null); setDone(said); setShown(null); }} /> : null}
          </>
        )}
      />
      {done === null ? null : <SuccessNote>{done}</SuccessNote>}
      <Particulars person={person} onShown={onShown} />
      {person.notToMove === null ? null : <p className="room-hint own-person">{say(person.notToMove)}</p>}
      <PersonSpells person={person} onTask={begin} />
      <PersonPosts person={person} onTask={begin} onDone={setDone} />
      {person.teams.length === 0 ? null : (
        <section className="room-section">
          <h2>{t.teams}</h2>
          <ul className="room-lines">{person.teams.map((it) => <li key={it.id}><b>{it.team.name}</b>　{words.days(it.from, it.to)}</li>)}</ul>
        </section>
      )}
    </>
  );
}

interface Shown {
  readonly person: string;
  readonly values: Readonly<Partial<Record<HiddenParticular, string>>>;
}
type OnShown = (field: HiddenParticular, value: string) => void;

/** Shown once, a particular stays until the page is left or saved. */
function withShown(person: Person, { values: { birthDate, ...details } }: Shown): Person {
  return {
    ...person, birthDate: birthDate ?? person.birthDate, details: { ...person.details, ...details },
    masked: person.masked.filter((it) => it === 'birthDate' ? birthDate === undefined : details[it] === undefined),
  };
}

/** The year of the last move from one branch to another; who never moved has no sheet. */
const movedIn = ({ memberships }: Person): string | null =>
  memberships.find(({ branch }, at) => memberships[at + 1] !== undefined && memberships[at + 1]?.branch.id !== branch.id)?.from.slice(0, 4) ?? null;

function Particulars({ person, onShown }: { readonly person: Person; readonly onShown: OnShown }) {
  const { unknown } = useTexts(texts);
  const t = useTexts(personTexts);
  const say = useWords();
  const { gender, birthDate, details } = person;
  const hidden = (field: HiddenParticular, value: string | null | undefined) => (person.masked.includes(field)
    ? <HiddenField person={person.id} field={field} mask={maskOf(person, field)} showable={field === 'phone' || person.editable} onShown={onShown} /> : text(value));
  const text = (it: string | null | undefined) => it || <span className="faint">{unknown}</span>;
  return (
    <dl className="room-facts">
      <div><dt>{t.gender}</dt><dd>{text(gender ? say(genderLabels[gender]) : undefined)}</dd></div>
      <div><dt>{t.birthDate}</dt><dd>{hidden('birthDate', birthDate)}</dd></div>
      <div><dt>{t.ethnicity}</dt><dd>{hidden('ethnicity', details.ethnicity)}</dd></div>
      <div><dt>{t.education}</dt><dd>{text(details.education)}</dd></div>
      <div><dt>{t.joinedParty}</dt><dd>{text(details.joinedParty)}</dd></div>
      <div><dt>{t.becameFull}</dt><dd>{text(details.becameFull)}</dd></div>
      <div><dt>{t.position}</dt><dd>{text(details.position)}</dd></div>
      <div><dt>{t.phone}</dt><dd>{hidden('phone', details.phone)}</dd></div>
    </dl>
  );
}
