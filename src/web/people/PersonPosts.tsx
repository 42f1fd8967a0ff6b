import { Button } from 'antd';
import { appointPost, withdrawPost, type PersonPage } from '#domain/people/contract.ts';
import { postLabels } from '#domain/people/posts.ts';
import { paths } from '#web/paths.ts';
import { call } from '#web/shell/call.ts';
import { useWrite } from '#web/shell/calling.ts';
import { defineTexts, useTexts, useWords } from '#web/shell/language.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { useUndo } from '#web/shell/Undo.tsx';
import { VersionsButton } from '#web/shell/VersionsButton.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import type { PersonTask } from './PersonActions.tsx';
import { personTexts } from './person-texts.ts';

const texts = defineTexts({
  zh: { none: '没有党内职务', end: '免职', withdraw: '撤回误登', withdrawn: '已撤回，如同没有登记。' },
  en: { none: 'No post in the Party', end: 'End', withdraw: 'Entered by mistake', withdrawn: 'Withdrawn, as if it had never been entered.' },
});

interface Properties {
  readonly person: PersonPage;
  readonly onTask: (task: PersonTask) => void;
  readonly onDone: (said: string) => void;
}

/** Posts held and once held, newest first. */
export function PersonPosts({ person, onTask, onDone }: Properties) {
  const t = useTexts(texts);
  const words = useTexts(personTexts);
  const say = useWords();
  const withdrawing = useWrite(withdrawPost);
  const offerUndo = useUndo();
  const withdraw = (post: PersonPage['posts'][number]) => withdrawing.mutate({ post: post.id, version: post.version }, { onSuccess: () => {
    // A post that had ended would begin to run again.
    if (post.to !== null) onDone(t.withdrawn);
    else offerUndo(t.withdrawn, (key) => call(appointPost, { person: person.id, organisation: post.organisation.id, post: post.post, from: post.from }, { key }));
  } });
  return (
    <section className="room-section">
      <h2>{words.posts}</h2>
      {person.posts.length === 0 ? <p className="room-hint">{t.none}</p> : null}
      {withdrawing.error ? <ErrorNote refusal={withdrawing.error.refusal} /> : null}
      {person.posts.map((post) => (
        <div key={post.id} className={post.to === null ? 'spell' : 'spell past'}>
          <div className="spell-line">
            <b>{say(postLabels[post.post])}</b>
            <PathLink to={paths.organisation(post.organisation.id)}>{post.organisation.name}</PathLink>
            <span className="spell-days">{words.days(post.from, post.to)}</span>
            {post.version > 1 ? <VersionsButton fact={post.id} about={say(postLabels[post.post])} /> : null}
            {person.editable && person.notToMove === null ? (
              <span className="spell-actions unprinted">
                <Button size="small" loading={withdrawing.isPending} onClick={() => withdraw(post)}>{t.withdraw}</Button>
                {post.to === null ? <Button size="small" onClick={() => onTask({ kind: 'endPost', post })}>{t.end}</Button> : null}
              </span>
            ) : null}
          </div>
        </div>
      ))}
    </section>
  );
}
