import type { z } from 'zod';
import { readExpectation, type StudyRow } from '#domain/rota/contract.ts';
import { useCall } from '#web/shell/calling.ts';
import { defineTexts, useLanguage, useTexts, useWords } from '#web/shell/language.tsx';
import { dayText } from '#web/ui/day-words.ts';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { LinesSkeleton } from '#web/ui/Skeletons.tsx';
import { classWords } from './cell-looks.ts';
import { SideForm } from '#web/ui/SideForm.tsx';

const texts = defineTexts({
  zh: {
    title: '应到名单', expected: '应到', excused: '免计', none: '没有人员', noTeam: '常日班',
    rule: '按当日组织关系、班次、请假和勤务登记得出；登记有变动，名单随之变动。',
  },
  en: {
    title: 'Who is expected', expected: 'Expected', excused: 'Not counted', none: 'Nobody', noTeam: 'Days only',
    rule: 'From membership, shifts, leave and duty of that day; it follows whatever is entered.',
  },
});

type Listed = z.output<typeof readExpectation.output>['people'][number];

interface Properties {
  readonly organisation: string;
  readonly study: StudyRow | null;
  readonly onClose: () => void;
}

/** 应到名单 before the session: who is to come, and who need not and why. */
export function ExpectationDrawer({ organisation, study, onClose }: Properties) {
  const t = useTexts(texts);
  const { language } = useLanguage();
  return (
    <SideForm title={study ? `${t.title} · ${dayText(study.day, language)} ${study.from}–${study.to}` : t.title} open={study !== null} onClose={onClose}>
      {study ? <List organisation={organisation} study={study} /> : null}
    </SideForm>
  );
}

function List({ organisation, study }: { readonly organisation: string; readonly study: StudyRow }) {
  const t = useTexts(texts);
  const say = useWords();
  const list = useCall(readExpectation, { organisation, day: study.day, from: study.from, to: study.to, activities: study.activities.map((it) => it.id).join(',') });
  if (list.error) return <ErrorNote refusal={list.error.refusal} onRetry={() => void list.refetch()} />;
  if (!list.data) return <LinesSkeleton count={8} />;
  const { people, reasons } = list.data;
  const why = (it: Listed): string => {
    const known = reasons.find((one) => one.id === it.reason);
    return known ? say(known) : say(classWords[it.shownAs ?? 'other']);
  };
  const excused = people.filter((it) => it.excused);
  const groups = [...new Set(excused.map(why))].map((reason) => ({ reason, group: excused.filter((it) => why(it) === reason) }))
    .sort((left, right) => right.group.length - left.group.length);
  return (
    <div className="expectation">
      <p className="expectation-total">{t.expected} <b>{list.data.expected}</b> / {list.data.listed}</p>
      <Names title={t.expected} people={people.filter((it) => !it.excused)} />
      {groups.map(({ reason, group }) => <Names key={reason} title={`${t.excused} · ${reason}`} people={group} />)}
      <p className="rota-hint">{t.rule}</p>
    </div>
  );
}

function Names({ title, people }: { readonly title: string; readonly people: readonly Listed[] }) {
  const t = useTexts(texts);
  return (
    <section>
      <h3>{title} <small>{people.length}</small></h3>
      {people.length === 0 ? <p className="rota-hint">{t.none}</p> : (
        <ul className="rota-names">{people.map((it) => <li key={it.person.id}>{it.person.name}<small>{it.team ?? t.noTeam}</small></li>)}</ul>
      )}
    </section>
  );
}
