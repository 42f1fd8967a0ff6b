import { type BranchBrands, readBrands } from '#domain/registers/showcase-contract.ts';
import { paths } from '#web/paths.ts';
import { useCall } from '#web/shell/calling.ts';
import { defineTexts, useMarks, useTexts } from '#web/shell/language.tsx';
import { PageFault } from '#web/shell/PageFault.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { useWhoAmI } from '#web/shell/session.tsx';
import { Paper } from '#web/ui/Paper.tsx';
import { PageSkeleton } from '#web/ui/Skeletons.tsx';
import { brandTexts, lacking } from './brand-texts.ts';
import '#web/ui/room.css';
import './registers.css';

const texts = defineTexts({
  zh: {
    heading: '党支部品牌与工作法汇编', back: '返回', asOf: (day: string) => `截至 ${day}`, none: '（尚未登记）', index: '目录', branch: '党支部',
    coverage: (all: number, brands: number, methods: number) => `共 ${all} 个党支部，已有品牌的 ${brands} 个，已有工作法的 ${methods} 个。`, missing: (name: string, names: string) => `尚无${name}：${names}。`, and: '、',
  },
  en: {
    heading: 'Brands and methods of the branches', back: 'Back', asOf: (day) => `As of ${day}`, none: '(none entered yet)', index: 'Contents', branch: 'Branch',
    coverage: (all, brands, methods) => `${all} branches; ${brands} have a brand, ${methods} a method.`, missing: (name, names) => `${name} missing: ${names}.`, and: ', ',
  },
});

/** The booklet: the bureau's brand with the coverage, then each branch in the order of numbers. */
export function BrandBookletPage() {
  const t = useTexts(texts);
  const marks = useMarks();
  const words = useTexts(brandTexts);
  const { today } = useWhoAmI();
  const page = useCall(readBrands, {});
  if (page.error) return <PageFault refusal={page.error.refusal} onRetry={() => void page.refetch()} />;
  if (!page.data) return <PageSkeleton />;
  const { bureau, branches } = page.data;
  const gaps = { brand: lacking(branches, 'brand'), method: lacking(branches, 'method') };
  const first = (
    <>
      <h1>{t.heading}</h1>
      <p className="brand-paper-day">{t.asOf(today)}</p>
      <h2>{words.bureau}</h2>
      {bureau.length === 0 ? <p>{t.none}</p> : bureau.map((it) => <div key={it.entry}><p className="brand-paper-main">{it.title}</p><p>{it.text}</p></div>)}
      <h2>{t.index}</h2>
      <p>{t.coverage(branches.length, branches.length - gaps.brand.length, branches.length - gaps.method.length)}</p>
      {(['brand', 'method'] as const).map((kind) => (gaps[kind].length === 0 ? null : <p key={kind}>{t.missing(words[kind], gaps[kind].map(({ organisation }) => organisation.name).join(t.and))}</p>))}
      <table>
        <thead><tr><th>{t.branch}</th><th>{words.brand}</th><th>{words.method}</th></tr></thead>
        <tbody>{branches.map((it) => <tr key={it.organisation.id}><th scope="row">{it.organisation.name}</th><td>{titles(it, 'brand', marks.semicolon)}</td><td>{titles(it, 'method', marks.semicolon)}</td></tr>)}</tbody>
      </table>
    </>
  );
  return (
    <Paper
      title={t.heading} back={<PathLink to={paths.brands()} className="link-button">{t.back}</PathLink>}
      sheets={branches.length === 0 ? [first] : [first, <Branches key="branches" branches={branches} />]}
    />
  );
}

const titles = (row: BranchBrands, kind: 'brand' | 'method', between: string): string => row[kind].shown.map(({ title }) => title).join(between);

function Branches({ branches }: { readonly branches: readonly BranchBrands[] }) {
  const t = useTexts(texts);
  const words = useTexts(brandTexts);
  return branches.map((row) => (
    <section key={row.organisation.id} className="brand-paper-branch">
      <h2>{row.organisation.name}</h2>
      {(['brand', 'method'] as const).map((kind) => (
        <div key={kind}>
          {row[kind].shown.length === 0 ? <p>{words[kind]}　{t.none}</p> : row[kind].shown.map((it) => <div key={it.entry}><p><b>{words[kind]}　{it.title}</b></p><p className="brand-paper-text">{it.text}</p></div>)}
        </div>
      ))}
    </section>
  ));
}
