import { Select } from 'antd';
import type { z } from 'zod';
import { readCompliance } from '#domain/bureau/compliance-contract.ts';
import { branchPointsRow, readBranchPoints, readPointsScopes } from '#domain/points/contract.ts';
import { paths } from '#web/paths.ts';
import { useAddress } from '#web/shell/address.ts';
import { useCall } from '#web/shell/calling.ts';
import { defineTexts, useTexts, useWords } from '#web/shell/language.tsx';
import { PageFault } from '#web/shell/PageFault.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { useTableView } from '#web/shell/table-view.ts';
import { DataTable } from '#web/ui/DataTable.tsx';
import type { Column } from '#web/ui/table-columns.ts';
import { Figure } from '#web/ui/Figure.tsx';
import { changeText, figureWords } from '#web/ui/figure-format.ts';
import { InclusionNote } from '#web/ui/InclusionNote.tsx';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { usePhone } from '#web/ui/screen.ts';
import { LinesSkeleton } from '#web/ui/Skeletons.tsx';
import { fetchGrounds } from './grounds-of.ts';
import { OwnPointsOnPhone } from './OwnPointsOnPhone.tsx';
import './points.css';

const texts = defineTexts({
  zh: {
    title: '党员积分', counted: (count: number) => `共 ${count} 人`, name: '姓名', number: '编号', total: '合计', waiting: '待确认', branch: '党支部', choose: '选择党支部',
    year: (year: number, day: string) => `${year}年 · 截至 ${day} · 按编号排列，不排名，不计合计和平均`,
    empty: '该党组织没有党员', next: '请选择其他党支部。', noBranch: '还没有党支部', noBranchNext: '党支部在“组织机构”中建立。', probationary: '预备党员', noBasis: '依据不足',
  },
  en: {
    title: "Members' points", counted: (count) => (count === 1 ? '1 member' : `${count} members`), name: 'Name', number: 'Number', total: 'Total', waiting: 'To be confirmed', branch: 'Branch', choose: 'Choose a branch',
    year: (year: number, day: string) => `${year} · as of ${day} · by number; neither ranked, added up nor averaged`,
    empty: 'No members here', next: 'Choose another branch.', noBranch: 'No branch yet', noBranchNext: 'Branches are founded under Organisations.', probationary: 'Probationary', noBasis: 'No basis',
  },
});

type Row = z.output<typeof branchPointsRow>;

/**
 * By number, and the last row says how many there are and nothing else. A sum over people grows with the branch and says
 * nothing of it; a mean invites inflation, which is why the item of a branch counts the members from 60 points on and not
 * their average (6.4); and both set one branch's people against another's, which a ranking would do as well (D-61).
 */
export function BranchPointsPage() {
  const t = useTexts(texts);
  const say = useWords();
  const [{ branch }, setAddress] = useAddress({ branch: '' });
  const [view, setView] = useTableView();
  const phone = usePhone();
  const compliance = useCall(readCompliance, {}, { enabled: phone });
  const scopes = useCall(readPointsScopes, {});
  const organisation = branch || scopes.data?.items[0]?.id || '';
  const points = useCall(readBranchPoints, { organisation }, { enabled: organisation !== '', keep: true });
  const error = scopes.error ?? points.error;
  if (error) return <PageFault refusal={error.refusal} />;
  if (phone && compliance.data?.open.includes('branchPointsOnPhone') !== true) return compliance.data ? <OwnPointsOnPhone /> : <LinesSkeleton count={4} />;
  const { data } = points;
  const columns: readonly [Column<Row>, ...Column<Row>[]] = [
    { key: 'name', title: t.name, text: (row) => row.name, cell: (row) => <PathLink to={paths.points(row.person)}>{row.name}</PathLink>, ...(data ? { total: t.counted(data.items.length), totalCell: t.counted(data.items.length) } : {}) },
    { key: 'number', title: t.number, text: (row) => row.number },
    ...(data?.parts ?? []).map((part): Column<Row> => ({
      key: part.part, title: say(part.label), figures: true, text: (row) => figureWords(partOf(row, part.part), t.noBasis), number: { format: 'points', of: (row) => partOf(row, part.part) },
      cell: (row) => <Figure value={partOf(row, part.part)} full={part.full} grounds={fetchGrounds(row.person, data?.year ?? 0, part.part)} />,
    })),
    {
      key: 'waiting', title: t.waiting, figures: true, text: (row) => (row.proposed === 0 ? '' : changeText(row.proposed)), number: { format: 'points', of: (row) => row.proposed || null },
      cell: (row) => (row.proposed === 0 ? null : <Figure value={row.proposed} grounds={fetchGrounds(row.person, data?.year ?? 0)} />),
    },
    {
      key: 'total', title: t.total, figures: true, text: (row) => figureWords(row.total, t.noBasis), number: { format: 'points', of: (row) => row.total },
      cell: (row) => <Figure value={row.total} grounds={fetchGrounds(row.person, data?.year ?? 0)} />,
    },
  ];
  return (
    <>
      <PageHeader title={t.title} count={data?.items.length} counted={t.counted} beside={data ? <span className="points-year">{t.year(data.year, data.asOf.day)}</span> : null} />
      <InclusionNote inclusion={data?.inclusion ?? null} />
      <DataTable
        name="branch-points" title={t.title} rows={scopes.data?.items.length === 0 ? [] : data?.items} rowKey={(row) => row.person} columns={columns} view={view} onView={setView}
        asked={data ? [data.organisation.name, t.year(data.year, data.asOf.day)] : []}
        empty={scopes.data?.items.length === 0 ? { title: t.noBranch, next: t.noBranchNext } : { title: t.empty, next: t.next }}
        filters={(
          <Select
            className="points-branches" aria-label={t.branch} placeholder={t.choose} value={organisation || null} showSearch optionFilterProp="label"
            options={(scopes.data?.items ?? []).map((it) => ({ value: it.id, label: it.name }))} onChange={(chosen) => setAddress({ branch: chosen })}
          />
        )}
      />
    </>
  );
}

const partOf = (row: Row, part: string): number | null => row.parts.find((it) => it.part === part)?.value ?? null;
