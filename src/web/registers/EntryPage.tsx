import { type EntryPage as Entry, readRegisterEntry } from '#domain/registers/contract.ts';
import { periodOf } from '#domain/calendar/civil-date.ts';
import { paths } from '#web/paths.ts';
import { useField } from '#web/shell/address.ts';
import { useCall } from '#web/shell/calling.ts';
import { defineTexts, useTexts, useWords } from '#web/shell/language.tsx';
import { PageFault } from '#web/shell/PageFault.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { VersionsButton } from '#web/shell/VersionsButton.tsx';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { PageSkeleton } from '#web/ui/Skeletons.tsx';
import { StatusTag } from '#web/ui/StatusTag.tsx';
import { EntryTies } from './EntryTies.tsx';
import { EntryActions } from './EntryActions.tsx';
import { fieldText, personsText, registerTexts, spellText } from './register-texts.ts';
import '#web/ui/room.css';
import './registers.css';

const texts = defineTexts({
  zh: {
    back: '返回登记簿', history: '办理经过', withdrawn: '已撤回', restored: '恢复', waits: (by: string) => `待${by}审核。`, version: (version: number) => `第 ${version} 版`,
    matter: '同一事项的全部登记', roster: '名册和同一事项的登记', source: '来源', sourceOf: (on: string, by: string, file: string | null) => `${on} 由${by}从 Excel 导入${file === null ? '' : `（${file}）`}`,
    change: { recorded: '登记', amended: '修改', withdrawn: '撤回' }, confirmed: '审核通过', why: (reason: string) => `理由：${reason}`,
  },
  en: {
    back: 'Back to the register', history: 'What became of it', withdrawn: 'withdrawn', restored: 'Restored', waits: (by: string) => `It waits for ${by}.`, version: (version: number) => `version ${version}`,
    matter: 'All entries of this matter', roster: 'Roster, and all entries of this matter', source: 'Source', sourceOf: (on: string, by: string, file: string | null) => `imported from Excel on ${on} by ${by}${file === null ? '' : ` (${file})`}`,
    change: { recorded: 'Entered', amended: 'Amended', withdrawn: 'Withdrawn' }, confirmed: 'Confirmed', why: (reason: string) => `Reason: ${reason}`,
  },
});

/** One entry, all of it, with what became of it and what may be done next. */
export function EntryPage() {
  const entry = useField('entry');
  const page = useCall(readRegisterEntry, { entry });
  if (page.error) return <PageFault refusal={page.error.refusal} onRetry={() => void page.refetch()} />;
  if (!page.data) return <PageSkeleton />;
  return <Shown key={page.data.row.entry} page={page.data} />;
}

function Shown({ page }: { readonly page: Entry }) {
  const t = useTexts(texts);
  const words = useTexts(registerTexts);
  const say = useWords();
  const { register, row } = page;
  const facts: readonly (readonly [string, string])[] = [
    [words.organisation, row.organisation.name],
    [register.lasts ? `${words.from} – ${words.until}` : words.day, spellText(register, row, words)],
    ...(row.period === periodOf(row.day) ? [] : [[words.period, row.period] as const, [words.reason, page.reason] as const]),
    ...(register.persons === 'none' ? [] : [[words.persons, personsText(register, row, words, say, 500)] as const]),
    ...register.fields.map((field) => [say(field.label), fieldText(field, row, words, say)] as const),
    ...(page.source === null ? [] : [[t.source, t.sourceOf(page.source.on, page.source.by ?? words.somebody, page.source.fileName)] as const]),
  ];
  return (
    <div className="entry-page">
      <PageHeader
        title={say(register.label)} beside={page.withdrawn ? <span className="faint">{t.withdrawn}</span> : <StatusTag status={row.waiting ? 'proposed' : 'counted'} />}
        actions={<><PathLink to={paths.registers()} search={{ register: register.id }} className="link-button">{t.back}</PathLink><EntryActions page={page} /></>}
      />
      <p className="room-hint">
        {words.privacy[register.privacy]}{row.waiting && !page.withdrawn ? ` ${t.waits(words.confirmer[register.confirmedBy])}` : ''}
      </p>
      {!page.withdrawn && register.fields.some(({ kind }) => kind === 'matter') ? <p className="room-hint"><PathLink to={paths.matter(row.entry)}>{register.persons === 'none' ? t.matter : t.roster}</PathLink></p> : null}
      <dl className="room-facts">{facts.filter(([, value]) => value !== '').map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}</dl>
      {page.keeper && !page.withdrawn ? <EntryTies entry={row.entry} organisation={row.organisation.id} /> : null}
      <History page={page} />
    </div>
  );
}

function History({ page }: { readonly page: Entry }) {
  const t = useTexts(texts);
  const { somebody } = useTexts(registerTexts);
  const lines = [
    ...page.confirmations.map(({ version, by, on }) => ({ key: `confirmed ${version} ${by}`, version, order: 1, on, by, what: t.confirmed, reason: '' })),
    ...page.versions.map(({ version, change, by, on, reason }) => ({ key: `version ${version}`, version, order: 0, on, by, what: change === 'amended' && page.versions.find((it) => it.version === version - 1)?.change === 'withdrawn' ? t.restored : t.change[change], reason })),
  ].toSorted((left, right) => right.version - left.version || right.order - left.order);
  return (
    <section className="room-section">
      <h2>{t.history} {page.versions.length > 1 ? <VersionsButton fact={page.row.entry} /> : null}</h2>
      <ol className="entry-history">
        {lines.map((it) => (
          <li key={it.key}><span className="date-text">{it.on}</span> <b>{it.what}</b> {it.by ?? somebody} <small className="faint">{t.version(it.version)}</small>{it.reason === '' ? null : <p>{t.why(it.reason)}</p>}</li>
        ))}
      </ol>
    </section>
  );
}
