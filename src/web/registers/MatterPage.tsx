import type { EntryRow, Matter, RegisterCard } from '#domain/registers/contract.ts';
import { readMatter } from '#domain/registers/contract.ts';
import { paths } from '#web/paths.ts';
import { useField } from '#web/shell/address.ts';
import { useCall } from '#web/shell/calling.ts';
import { defineTexts, useMarks, useTexts, useWords } from '#web/shell/language.tsx';
import { PageFault } from '#web/shell/PageFault.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { PageSkeleton } from '#web/ui/Skeletons.tsx';
import { StatusTag } from '#web/ui/StatusTag.tsx';
import { fieldText, personsText, registerTexts, spellText } from './register-texts.ts';
import '#web/ui/room.css';
import './registers.css';

const texts = defineTexts({
  zh: { roster: (persons: number) => `名册（${persons} 人）`, back: '返回登记内容', hint: '各党支部以同一名称登记的，都列在这里；只列您可以查看的。', name: '姓名', number: '编号', branch: '党组织', spell: '起止', part: '身份' },
  en: { roster: (persons) => `Roster (${persons})`, back: 'Back to the entry', hint: 'Whatever the branches entered under the same name, as far as you may see it.', name: 'Name', number: 'Number', branch: 'Organisation', spell: 'From – to', part: 'As' },
});

/** 专班名册: who takes part in a task force, from when to when, and what else is entered about it. */
export function MatterPage() {
  const t = useTexts(texts);
  const say = useWords();
  const entry = useField('entry');
  const { data, error, refetch } = useCall(readMatter, { entry });
  if (error) return <PageFault refusal={error.refusal} onRetry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  const [own, ...others] = data.groups;
  return (
    <div className="matter-page">
      <PageHeader title={data.matter} beside={<span>{say(data.register.label)}</span>} actions={<PathLink to={paths.registerEntry(entry)} className="link-button">{t.back}</PathLink>} />
      <p className="room-hint">{t.hint}</p>
      {own && own.register.persons !== 'none' ? <Roster group={own} /> : null}
      {data.groups.filter((it) => it !== own || own.register.persons === 'none' || others.length === 0).map((it) => <Entries key={it.register.id} group={it} />)}
    </div>
  );
}

type Group = Matter['groups'][number];

/** One row for each person and entry: two spells of one person are two rows. */
function Roster({ group: { register, items } }: { readonly group: Group }) {
  const t = useTexts(texts);
  const words = useTexts(registerTexts);
  const say = useWords();
  const rows = items.flatMap((row) => row.persons.map((person) => ({ row, person })));
  const persons = new Set(rows.map(({ person }) => person.id)).size;
  return (
    <section className="room-section" aria-label={t.roster(persons)}>
      <h2>{t.roster(persons)}</h2>
      <div className="matter-scroll">
        <table className="matter-table">
          <thead><tr><th>{t.name}</th><th>{t.number}</th>{register.parts.length > 0 ? <th>{t.part}</th> : null}<th>{t.branch}</th><th>{t.spell}</th></tr></thead>
          <tbody>
            {rows.map(({ row, person }) => (
              <tr key={`${row.entry} ${person.id}`}>
                <td>{person.name}</td><td>{person.number}</td>
                {register.parts.length > 0 ? <td>{partText(register, person.as, say)}</td> : null}
                <td>{row.organisation.name}</td>
                <td><PathLink to={paths.registerEntry(row.entry)} className="date-text">{spellText(register, row, words)}</PathLink></td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function partText({ parts }: RegisterCard, as: string | null, say: (words: RegisterCard['label']) => string): string {
  const part = parts.find(({ id }) => id === as);
  return part ? say(part.label) : '';
}

function Entries({ group: { register, items } }: { readonly group: Group }) {
  const say = useWords();
  return (
    <section className="room-section" aria-label={say(register.label)}>
      <h2>{say(register.label)}</h2>
      <ul className="entry-ties">{items.map((row) => <li key={row.entry}><Entry register={register} row={row} /></li>)}</ul>
    </section>
  );
}

function Entry({ register, row }: { readonly register: RegisterCard; readonly row: EntryRow }) {
  const words = useTexts(registerTexts);
  const marks = useMarks();
  const say = useWords();
  const said = register.fields.filter(({ kind }) => kind !== 'matter').map((field) => ({ field, text: fieldText(field, row, words, say) })).filter(({ text }) => text !== '')
    .map(({ field, text }) => (field.kind === 'flag' ? `${say(field.label)}${marks.colon}${text}` : text));
  const people = register.persons === 'none' ? [] : [personsText(register, row, words, say, 50)];
  return (
    <>
      <span>
        <PathLink to={paths.registerEntry(row.entry)} className="date-text">{spellText(register, row, words)}</PathLink> {row.organisation.name}
        <small className="matter-more">{[...said, ...people].join(' · ')}</small>
      </span>
      {row.waiting ? <StatusTag status="proposed" /> : null}
    </>
  );
}
