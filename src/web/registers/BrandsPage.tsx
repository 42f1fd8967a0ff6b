import { PrinterOutlined } from '@ant-design/icons';
import { Segmented } from 'antd';
import { type BranchBrands, type Brands, type BrandsOf, readBrands, type ShownBrand } from '#domain/registers/showcase-contract.ts';
import { paths } from '#web/paths.ts';
import { useAddress } from '#web/shell/address.ts';
import { useCall } from '#web/shell/calling.ts';
import { CountLink } from '#web/shell/CountLink.tsx';
import { defineTexts, useMarks, useTexts } from '#web/shell/language.tsx';
import { PageFault } from '#web/shell/PageFault.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { useTableView } from '#web/shell/table-view.ts';
import { DataTable } from '#web/ui/DataTable.tsx';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { PageSkeleton } from '#web/ui/Skeletons.tsx';
import type { Column } from '#web/ui/table-columns.ts';
import { registerTexts } from './register-texts.ts';
import { brandTexts, lacking } from './brand-texts.ts';
import '#web/ui/room.css';
import './registers.css';

const texts = defineTexts({
  zh: {
    covered: (name: string, done: number, all: number) => `${name} ${done}/${all}`, gaps: (name: string, count: number) => `没有${name}的 ${count} 个`, complete: '全部覆盖', show: '筛选', all: '全部', noBrand: '缺品牌', noMethod: '缺工作法',
    since: (day: string) => `${day} 起`, reviewed: (day: string) => `${day} 复核`, waiting: '待党务办审核', missing: '还没有', enter: '去登记', noBureau: '还没有登记全局主品牌。', none: '没有党支部', everybody: '没有缺项',
  },
  en: {
    covered: (name, done, all) => `${name}: ${done} of ${all},`, gaps: (name, count) => `${count} without a ${name.toLowerCase()}`, complete: 'every branch has one', show: 'Show', all: 'All', noBrand: 'Without a brand', noMethod: 'Without a method',
    since: (day) => `since ${day}`, reviewed: (day) => `reviewed ${day}`, waiting: 'waits for the Party office', missing: 'none yet', enter: 'Enter it', noBureau: 'No brand of the bureau is entered yet.', none: 'No branches', everybody: 'None is missing',
  },
});

/** 品牌与工作法 (S0-21 … S0-23): the bureau's brand, and the brand and method of each branch as the registers have them. */
export function BrandsPage() {
  const t = useTexts(texts);
  const words = useTexts(brandTexts);
  const [{ show }, ask] = useAddress({ show: 'all' });
  const [view, setView] = useTableView(100, ['show']);
  const page = useCall(readBrands, {});
  const columns = useColumns(page.data);
  if (page.error) return <PageFault refusal={page.error.refusal} onRetry={() => void page.refetch()} />;
  if (!page.data) return <PageSkeleton />;
  const { bureau, branches } = page.data;
  const rows = show === 'brand' || show === 'method' ? lacking(branches, show) : branches;
  return (
    <>
      <PageHeader title={words.title} actions={<PathLink to={paths.brandBooklet()} className="link-button"><PrinterOutlined /> {words.booklet}</PathLink>} />
      <section className="brand-bureau" aria-label={words.bureau}>
        <h2>{words.bureau}</h2>
        {bureau.length === 0 ? <p className="room-hint">{t.noBureau}</p> : bureau.map((it) => <div key={it.entry}><b><PathLink to={paths.registerEntry(it.entry)}>{it.title}</PathLink></b><p>{it.text}</p></div>)}
      </section>
      <p className="brand-coverage">
        {branches.length === 0 ? null : (['brand', 'method'] as const).map((kind) => {
          const gaps = lacking(branches, kind).length;
          return (
            <span key={kind}>{t.covered(words[kind], branches.length - gaps, branches.length)} {gaps === 0 ? t.complete : <CountLink to={paths.brands()} search={{ show: kind }} value={gaps}>{t.gaps(words[kind], gaps)}</CountLink>}</span>
          );
        })}
      </p>
      <DataTable
        name="brands" title={words.title} rows={rows} rowKey={(row) => row.organisation.id} columns={columns} view={view} onView={setView}
        asked={[show === 'brand' ? t.noBrand : show === 'method' ? t.noMethod : '']}
        card={(row) => <div className="entry-card"><b>{row.organisation.name}</b>{columns.slice(1).map(({ key, title, cell }) => <div key={key}><small>{title}</small>{cell?.(row)}</div>)}</div>}
        empty={{ title: show === 'all' ? t.none : t.everybody }}
        filters={<Segmented aria-label={t.show} value={show} options={[{ value: 'all', label: t.all }, { value: 'brand', label: t.noBrand }, { value: 'method', label: t.noMethod }]} onChange={(chosen) => ask({ show: chosen })} />}
      />
    </>
  );
}

function useColumns(page: Brands | undefined): readonly [Column<BranchBrands>, ...Column<BranchBrands>[]] {
  const t = useTexts(texts);
  const marks = useMarks();
  const words = useTexts(brandTexts);
  const { organisation } = useTexts(registerTexts);
  const said = ({ shown, waiting }: BrandsOf): string => (shown.length > 0 ? shown.map(({ title }) => title).join(marks.semicolon) : waiting > 0 ? t.waiting : t.missing);
  const dates = ({ since, reviewed }: ShownBrand): string => [t.since(since), ...(reviewed === null ? [] : [t.reviewed(reviewed)])].join(' · ');
  const cell = (row: BranchBrands, kind: 'brand' | 'method') => {
    const { shown } = row[kind];
    const register = page?.registers[kind] ?? null;
    if (shown.length > 0) return shown.map((it) => <div key={it.entry} className="brand-cell"><b>{it.title}</b><span>{it.text}</span><small>{dates(it)}</small></div>);
    const mayEnter = register !== null && row[kind].waiting === 0 && page?.entering.includes(row.organisation.id) === true;
    return <span className="faint">{said(row[kind])} {mayEnter ? <PathLink to={paths.registers()} search={{ register, organisation: row.organisation.id }}>{t.enter}</PathLink> : null}</span>;
  };
  return [
    { key: 'organisation', title: organisation, text: (row) => row.organisation.name },
    { key: 'brand', title: words.brand, text: (row) => said(row.brand), cell: (row) => cell(row, 'brand') },
    { key: 'method', title: words.method, text: (row) => said(row.method), cell: (row) => cell(row, 'method') },
  ];
}
