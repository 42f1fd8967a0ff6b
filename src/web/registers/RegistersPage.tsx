import { DownloadOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Segmented, Select } from 'antd';
import { useState } from 'react';
import { exportRegister, listRegisterEntries, listRegisters, type RegisterCard } from '#domain/registers/contract.ts';
import { paths } from '#web/paths.ts';
import { fromFirstPage, useAddress } from '#web/shell/address.ts';
import { useCall, useDownload } from '#web/shell/calling.ts';
import { defineTexts, useLanguage, useTexts, useWords } from '#web/shell/language.tsx';
import { PageFault } from '#web/shell/PageFault.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { SchemeWay } from '#web/shell/SchemeWay.tsx';
import { useWhoAmI } from '#web/shell/session.tsx';
import { useTableView } from '#web/shell/table-view.ts';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { FoldedFilters } from '#web/ui/FoldedFilters.tsx';
import { monthText } from '#web/ui/month-words.ts';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { SearchField } from '#web/ui/SearchField.tsx';
import { SideForm } from '#web/ui/SideForm.tsx';
import { PageSkeleton } from '#web/ui/Skeletons.tsx';
import { SuccessNote } from '#web/ui/SuccessNote.tsx';
import { entryFilters } from './entry-filters.ts';
import { EntryForm, type EntryStart } from './EntryForm.tsx';
import { EntryTable } from './EntryTable.tsx';
import { LevelCounts } from './LevelCounts.tsx';
import { RegisterList } from './RegisterList.tsx';
import { registerTexts } from './register-texts.ts';
import { WithdrawnEntries } from './WithdrawnEntries.tsx';
import '#web/shell/import-steps.css';
import '#web/ui/room.css';
import './registers.css';

const texts = defineTexts({
  zh: {
    enter: '登记', bring: '导入登记', batch: '只看这次导入的登记', month: (month: string) => `只看${month}的登记`, allBatches: '查看全部', save: '导出全部结果', everywhere: '全部党组织', everyYear: '全部年份', year: (year: number) => `${year}年`, all: '全部', waiting: '待确认', withdrawn: '已撤回', search: '姓名、警号或文字',
    none: '没有可查看的登记簿', noneNext: '登记簿由考核方案设定，方案启用后在此填写。', counted: (label: string) => `已登记“${label}”，自即时起计入。`,
    proposed: (label: string, by: string) => `已登记“${label}”，待${by}审核后计入。`, open: '打开这条登记',
  },
  en: {
    enter: 'Enter', bring: 'Import entries', batch: 'Only what this import brought', month: (month) => `Only entries of ${month}`, allBatches: 'See all', save: 'Export all that match', everywhere: 'All organisations', everyYear: 'All years', year: (year: number) => String(year), all: 'All', waiting: 'To be confirmed', withdrawn: 'Withdrawn', search: 'Name, number or text',
    none: 'There is no register that you may see', noneNext: 'Registers are declared by the scheme and filled in once it is in force.', counted: (label) => `Entered into “${label}”; it counts from now on.`,
    proposed: (label, by) => `Entered into “${label}”; it counts once ${by} has confirmed it.`, open: 'Open the entry',
  },
});

/** `enter` names the period for which somebody was sent here to fill a gap: the form is open, with whom and what it is about. */
const NOTHING = { register: '', organisation: '', year: '', month: '', q: '', show: 'all', batch: '', enter: '', people: '', as: '', from: '', level: '' };

/** 登记簿: the registers one may see, and the entries of the one that is open; filters stand in the address. */
export function RegistersPage() {
  const t = useTexts(texts);
  const { title } = useTexts(registerTexts);
  const [asked, ask] = useAddress({ ...NOTHING });
  const scope = { ...(asked.organisation === '' ? {} : { organisation: asked.organisation }), ...(asked.year === '' ? {} : { year: Number(asked.year) }) };
  const list = useCall(listRegisters, scope, { keep: true });
  if (list.error) return <PageFault refusal={list.error.refusal} onRetry={() => void list.refetch()} />;
  if (!list.data) return <PageSkeleton />;
  const { items, organisations } = list.data;
  const register = asked.register === '' ? items[0]?.id : asked.register;
  if (register === undefined) return <><PageHeader title={title} /><EmptyState title={t.none} next={t.noneNext} action={<SchemeWay />} /></>;
  const kept = Object.fromEntries(['organisation', 'year', 'month'].flatMap((name) => (asked[name as 'year'] === '' ? [] : [[name, asked[name as 'year']]])));
  return (
    <div className="registers">
      <RegisterList items={items} chosen={register} kept={kept} onChoose={(chosen) => ask(fromFirstPage({ register: chosen, q: '', show: 'all', batch: '', level: '' }))} />
      <Entries key={register} register={register} organisations={organisations} asked={asked} scope={scope} onAsk={(change) => ask(fromFirstPage(change))} />
    </div>
  );
}

interface EntriesProperties {
  readonly register: string;
  readonly organisations: readonly { readonly id: string; readonly name: string }[];
  readonly asked: typeof NOTHING;
  readonly scope: { readonly organisation?: string; readonly year?: number };
  readonly onAsk: (change: Partial<typeof NOTHING>) => void;
}

function Entries({ register, organisations, asked, scope, onAsk }: EntriesProperties) {
  const t = useTexts(texts);
  const words = useTexts(registerTexts);
  const say = useWords();
  const { language } = useLanguage();
  const [view] = useTableView(undefined, entryFilters);
  const [entering, setEntering] = useState(asked.enter !== '');
  const [done, setDone] = useState<{ entry: string; waiting: boolean } | null>(null);
  const filter = { register, ...scope, ...(asked.month === '' ? {} : { period: asked.month }), ...(asked.q === '' ? {} : { search: asked.q }), ...(asked.show === 'waiting' ? { waiting: 'yes' as const } : {}), ...(asked.batch === '' ? {} : { batch: asked.batch }), ...(asked.level === '' ? {} : { level: asked.level }) };
  const list = useCall(listRegisterEntries, { ...filter, page: view.page, size: view.size }, { keep: true });
  const saving = useDownload(exportRegister);
  if (list.error) return <ErrorNote refusal={list.error.refusal} onRetry={() => void list.refetch()} />;
  if (!list.data) return <PageSkeleton />;
  const { register: card, items, total, sums, mayEnter, mayTake, levels } = list.data;
  const gone = mayEnter && asked.show === 'withdrawn';
  const filters = <EntryFilters organisations={organisations} asked={asked} mayEnter={mayEnter} onAsk={onAsk} />;
  const said = (it: { waiting: boolean }, of: RegisterCard) => (it.waiting ? t.proposed(say(of.label), words.confirmer[of.confirmedBy]) : t.counted(say(of.label)));
  return (
    <section className="register-entries">
      <PageHeader
        title={say(card.label)} {...(gone ? {} : { count: total })}
        actions={mayEnter ? (
          <>
            <PathLink to={paths.registerImport(register)} className="link-button">{t.bring}</PathLink>
            <Button type="primary" icon={<PlusOutlined />} onClick={() => { setDone(null); setEntering(true); }}>{t.enter}</Button>
          </>
        ) : undefined}
      />
      {card.guidance ? <p className="room-hint">{say(card.guidance)}</p> : null}
      {asked.batch === '' ? null : <p className="room-hint">{t.batch} <button type="button" className="plain-button import-open" onClick={() => onAsk({ batch: '' })}>{t.allBatches}</button></p>}
      {asked.month === '' ? null : <p className="room-hint">{t.month(monthText(asked.month, language))} <button type="button" className="plain-button import-open" onClick={() => onAsk({ month: '' })}>{t.allBatches}</button></p>}
      {gone ? null : <LevelCounts levels={levels} asked={asked} />}
      {saving.error ? <ErrorNote refusal={saving.error.refusal} /> : null}
      {done ? <SuccessNote>{said(done, card)} <PathLink to={paths.registerEntry(done.entry)}>{t.open}</PathLink></SuccessNote> : null}
      {gone ? <WithdrawnEntries register={register} organisation={asked.organisation} place={organisations.find(({ id }) => id === asked.organisation)?.name ?? ''} filters={filters} /> : (
        <EntryTable
          sums={sums} filter={filter} register={card} rows={items} total={total}
          save={mayTake ? <button type="button" className="bar-button" disabled={saving.isPending} onClick={() => saving.mutate(filter)}><DownloadOutlined /> {t.save}</button> : null}
          filters={filters}
        />
      )}
      <SideForm title={say(card.label)} open={entering} onClose={() => setEntering(false)}>
        <EntryForm register={register} organisation={asked.organisation} row={null} {...startOf(asked)} onDone={(saved) => { setEntering(false); setDone(saved); }} />
      </SideForm>
    </section>
  );
}

function startOf({ enter, people, as, from }: typeof NOTHING): { readonly start?: EntryStart } {
  return enter === '' ? {} : { start: { period: enter, people: people === '' ? [] : people.split(','), as, from } };
}

function EntryFilters({ organisations, asked, mayEnter, onAsk }: Pick<EntriesProperties, 'organisations' | 'asked' | 'onAsk'> & { readonly mayEnter: boolean }) {
  const t = useTexts(texts);
  const words = useTexts(registerTexts);
  const { today } = useWhoAmI();
  const thisYear = Number(today.slice(0, 4));
  const gone = mayEnter && asked.show === 'withdrawn';
  return (
    <FoldedFilters search={gone ? null : <SearchField value={asked.q} onSearch={(q) => onAsk({ q })} placeholder={t.search} />} values={[asked.organisation, gone ? '' : asked.year, asked.show === 'all' ? '' : asked.show]}>
      {organisations.length < 2 ? null : (
        <Select
          className="register-place" aria-label={words.organisation} value={asked.organisation} showSearch={{ optionFilterProp: 'label' }} onChange={(organisation) => onAsk({ organisation })}
          options={[{ value: '', label: t.everywhere }, ...organisations.map((it) => ({ value: it.id, label: it.name }))]}
        />
      )}
      {gone ? null : <Select
        className="register-year" aria-label={words.period} value={asked.year} onChange={(year) => onAsk({ year })}
        options={[{ value: '', label: t.everyYear }, ...[thisYear, thisYear - 1].map((year) => ({ value: String(year), label: t.year(year) }))]}
      />}
      <Segmented value={asked.show} options={[{ value: 'all', label: t.all }, { value: 'waiting', label: t.waiting }, ...(mayEnter ? [{ value: 'withdrawn', label: t.withdrawn }] : [])]} onChange={(show) => onAsk({ show })} />
    </FoldedFilters>
  );
}
