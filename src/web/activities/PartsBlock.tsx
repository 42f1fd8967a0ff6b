import { Input } from 'antd';
import type { RecordForm } from '#domain/activities/contract.ts';
import { defineTexts, useLanguage, useTexts } from '#web/shell/language.tsx';
import { Field } from './Field.tsx';
import { PersonField } from './PersonField.tsx';
import type { ChangeDraft, Draft } from './record-draft.ts';
import { Section } from './Section.tsx';
import type { ListStanding } from './standing-of-person.ts';

const texts = defineTexts({
  zh: {
    title: '主持、主讲和列席', host: '主持人', minuteTaker: '记录人', speakers: '主讲人', exchanges: '交流发言', attendees: '列席人员',
    lecturer: '外请授课人', others: '其他列席人员', optional: '可不填', lecturerNote: '不在册的', waits: '本人主讲、发言的积分待他人审核后计入。',
    away: (names: string) => `${names}未到会，却列为主持、记录、主讲或发言，请核对。`,
  },
  en: {
    title: 'Host, speakers, in attendance', host: 'Host', minuteTaker: 'Minute-taker', speakers: 'Speakers', exchanges: 'Contributions', attendees: 'In attendance',
    lecturer: 'Lecturer from outside', others: 'Others in attendance', optional: 'optional', lecturerNote: 'not on the roster', waits: 'Points for your own lecture or contribution count once another has confirmed.',
    away: (names) => `Not there, yet named as host, minute-taker or speaker: ${names}. Please check.`,
  },
});

interface Properties {
  readonly form: RecordForm;
  readonly draft: Draft;
  readonly change: ChangeDraft;
  /** What the list says of each person expected. */
  readonly standings: ReadonlyMap<string, ListStanding>;
}

export function PartsBlock({ form, draft, change, standings }: Properties) {
  const t = useTexts(texts);
  const { language } = useLanguage();
  const parts = [draft.host, draft.minuteTaker, ...draft.speakers, ...draft.exchanges];
  const away = form.persons.filter(({ id }) => parts.includes(id) && ['excused', 'onLeave', 'absent'].includes(standings.get(id) ?? '')).map(({ name }) => name);
  const shared = { organisation: form.organisation.id, persons: form.persons };
  const gains = form.self !== null && (draft.speakers.includes(form.self) || draft.exchanges.includes(form.self));
  return (
    <Section title={t.title}>
      <div className="fields">
        <Field label={t.host}>{(id) => <PersonField id={id} {...shared} many={false} value={draft.host === null ? [] : [draft.host]} onChange={([host = null]) => change({ host })} />}</Field>
        <Field label={t.minuteTaker}>
          {(id) => <PersonField id={id} {...shared} many={false} value={draft.minuteTaker === null ? [] : [draft.minuteTaker]} onChange={([minuteTaker = null]) => change({ minuteTaker })} />}
        </Field>
        <Field label={t.speakers} note={t.optional}>{(id) => <PersonField id={id} {...shared} many value={draft.speakers} onChange={(speakers) => change({ speakers })} />}</Field>
        <Field label={t.exchanges} note={t.optional}>{(id) => <PersonField id={id} {...shared} many value={draft.exchanges} onChange={(exchanges) => change({ exchanges })} />}</Field>
        <Field label={t.attendees} note={t.optional}>{(id) => <PersonField id={id} {...shared} many value={draft.attendees} onChange={(attendees) => change({ attendees })} />}</Field>
        <Field label={t.lecturer} note={t.lecturerNote}>
          {(id) => <Input id={id} value={draft.lecturer} maxLength={200} onChange={(event) => change({ lecturer: event.target.value })} />}
        </Field>
        <Field label={t.others} note={t.lecturerNote}>
          {(id) => <Input id={id} value={draft.otherAttendees} maxLength={500} onChange={(event) => change({ otherAttendees: event.target.value })} />}
        </Field>
      </div>
      {away.length > 0 ? <p className="activity-hint careful">{t.away(away.join(language === 'zh' ? '、' : ', '))}</p> : null}
      {gains ? <p className="activity-hint">{t.waits}</p> : null}
    </Section>
  );
}
