import { useState } from 'react';
import { categoryLabels } from '#domain/orgs/categories.ts';
import { readOrganisation, readOrganisations } from '#domain/orgs/contract.ts';
import { useAddress, useField } from '#web/shell/address.ts';
import { useCall } from '#web/shell/calling.ts';
import { defineTexts, useTexts, useWords } from '#web/shell/language.tsx';
import { paths } from '#web/paths.ts';
import { PageFault } from '#web/shell/PageFault.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { useWhoAmI } from '#web/shell/session.tsx';
import { VersionsButton } from '#web/shell/VersionsButton.tsx';
import { DateText } from '#web/ui/DateText.tsx';
import { DayField } from '#web/ui/DayField.tsx';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { PageSkeleton } from '#web/ui/Skeletons.tsx';
import { SuccessNote } from '#web/ui/SuccessNote.tsx';
import { organisationTexts } from './organisation-texts.ts';
import { OrganisationActions } from './OrganisationActions.tsx';
import { OrganisationPeople } from './OrganisationPeople.tsx';
import { Heads } from './OrganisationTree.tsx';
import '#web/ui/room.css';
import './orgs.css';

const texts = defineTexts({
  zh: { below: '下级组织', places: '隶属变动', since: '起', none: '无', onRoster: '在册', ended: (day: string) => `${day} 撤销，以下是这一天的情况。` },
  en: { below: 'Organisations below', places: 'Where it belonged', since: 'from', none: 'None', onRoster: 'on the roster', ended: (day) => `Dissolved on ${day}; what follows is as of that day.` },
});

/** One organisation on a day: what it is, who holds its posts, who belongs to it. */
export function OrganisationPage() {
  const t = useTexts(texts);
  const words = useTexts(organisationTexts);
  const say = useWords();
  const { today } = useWhoAmI();
  const id = useField('organisation');
  const [{ day }, change] = useAddress({ day: today });
  const [done, setDone] = useState<string | null>(null);
  const page = useCall(readOrganisation, { organisation: id, day }, { keep: true });
  const tree = useCall(readOrganisations, { day }, { keep: true });
  if (page.error) return <PageFault refusal={page.error.refusal} onRetry={() => void page.refetch()} />;
  if (!page.data || !tree.data) return <PageSkeleton />;
  const { organisation, placements, posts, inclusion } = page.data;
  const above = tree.data.items.find((it) => it.id === organisation.parent);
  const below = tree.data.items.filter((it) => it.parent === organisation.id);
  const kept = day === today ? {} : { day };
  // Who belonged to it, and held its posts, is that of its last day ever after.
  const last = organisation.dissolved !== null && organisation.dissolved < day ? organisation.dissolved : day;
  const keptLast = last === today ? {} : { day: last };
  return (
    <>
      <PageHeader
        title={organisation.shortName} beside={<><span className="page-aside">{say(categoryLabels[organisation.category])}　{organisation.number}</span>{organisation.version > 1 ? <VersionsButton fact={organisation.id} /> : null}</>}
        actions={organisation.editable && day === today ? <OrganisationActions organisation={organisation} nodes={tree.data.items} inclusion={inclusion} onDone={setDone} /> : undefined}
      />
      {done === null ? null : <SuccessNote>{done}</SuccessNote>}
      <div className="room-bar unprinted"><label className="room-day">{words.day} <DayField value={day} latest={today} onChange={(chosen) => change({ day: chosen ?? today })} /></label></div>
      {last === day ? null : <p className="room-hint">{t.ended(last)}</p>}
      <dl className="room-facts">
        <div><dt>{words.fullName}</dt><dd>{organisation.name}</dd></div>
        <div><dt>{words.parent}</dt><dd>{above ? <PathLink to={paths.organisation(above.id)} search={kept}>{above.shortName}</PathLink> : t.none}</dd></div>
        <div><dt>{words.founded}</dt><dd>{organisation.founded}</dd></div>
        {inclusion.since === null ? null : <div><dt>{words.inclusion}</dt><dd>{inclusion.since.from}{inclusion.own === null ? words.fromAbove(inclusion.since.organisation) : ''}</dd></div>}
        {organisation.dissolved === null ? null : <div><dt>{words.dissolved}</dt><dd>{organisation.dissolved}</dd></div>}
        {organisation.members === undefined ? null : <div><dt>{words.people}</dt><dd>{words.members} <Heads node={organisation} of="members" search={keptLast} />　{t.onRoster} <Heads node={organisation} of="people" search={keptLast} /></dd></div>}
      </dl>
      {below.length === 0 ? null : (
        <section className="room-section">
          <h2>{t.below}</h2>
          <ul className="room-links">{below.map((it) => <li key={it.id}><PathLink to={paths.organisation(it.id)} search={kept}>{it.shortName}</PathLink></li>)}</ul>
        </section>
      )}
      {posts === undefined ? null : <OrganisationPeople organisation={organisation} posts={posts} day={last} search={keptLast} />}
      {placements.length < 2 ? null : (
        <section className="room-section">
          <h2>{t.places}</h2>
          <ul className="room-lines">{placements.toReversed().map((it) => <li key={it.from}><DateText day={it.from} /> {t.since}　{it.parentName ?? t.none}</li>)}</ul>
        </section>
      )}
    </>
  );
}
