import type { z } from 'zod';
import { organisationPost, type OrganisationNode } from '#domain/orgs/contract.ts';
import { readPeople } from '#domain/people/contract.ts';
import { staffKindLabels, stageLabels } from '#domain/people/labels.ts';
import { postLabels } from '#domain/people/posts.ts';
import { paths } from '#web/paths.ts';
import { useCall } from '#web/shell/calling.ts';
import { defineTexts, useTexts, useWords } from '#web/shell/language.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { LinesSkeleton } from '#web/ui/Skeletons.tsx';

const texts = defineTexts({
  zh: { posts: '党内职务', people: '人员', since: (day: string) => `自 ${day}`, none: '没有人任职', nobody: '没有在册人员', all: (count: number) => `查看全部 ${count} 人` },
  en: { posts: 'Posts', people: 'People', since: (day) => `since ${day}`, none: 'Nobody holds a post', nobody: 'Nobody is on the roster', all: (count) => `See all ${count}` },
});

const SHOWN = 12;

interface Properties {
  readonly organisation: OrganisationNode;
  readonly posts: readonly z.output<typeof organisationPost>[];
  readonly day: string;
  /** Kept when the list of people is opened from here. */
  readonly search: Readonly<Record<string, string>>;
}

/** Who holds the posts, and the first of those who belong to it; the whole list is a page of its own. */
export function OrganisationPeople({ organisation, posts, day, search }: Properties) {
  const t = useTexts(texts);
  const say = useWords();
  const people = useCall(readPeople, { organisation: organisation.id, day, size: SHOWN });
  return (
    <>
      <section className="room-section">
        <h2>{t.posts}</h2>
        {posts.length === 0 ? <p className="room-hint">{t.none}</p> : null}
        <ul className="post-cards">
          {posts.map((it) => (
            <li key={it.id}><small>{say(postLabels[it.post])}</small><PathLink to={paths.person(it.person)}>{it.name}</PathLink><small>{t.since(it.from)}</small></li>
          ))}
        </ul>
      </section>
      <section className="room-section">
        <h2>{t.people}</h2>
        {people.error ? <ErrorNote refusal={people.error.refusal} /> : null}
        {people.isPending ? <LinesSkeleton count={4} /> : null}
        {people.data?.total === 0 ? <p className="room-hint">{t.nobody}</p> : null}
        <ul className="person-chips">
          {people.data?.items.map((it) => (
            <li key={it.id}><PathLink to={paths.person(it.id)}>{it.name}</PathLink> <small>{say(stageLabels[it.stage])} · {say(staffKindLabels[it.staffKind])}</small></li>
          ))}
        </ul>
        {people.data && people.data.total > SHOWN ? <p><PathLink to={paths.people()} search={{ ...search, organisation: organisation.id }}>{t.all(people.data.total)}</PathLink></p> : null}
      </section>
    </>
  );
}
