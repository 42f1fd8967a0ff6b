import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { readOrganisations } from '#domain/orgs/contract.ts';
import { paths } from '#web/paths.ts';
import { useAddress } from '#web/shell/address.ts';
import { useCall } from '#web/shell/calling.ts';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { useWhoAmI } from '#web/shell/session.tsx';
import { useNarrowing } from '#web/shell/table-view.ts';
import { ClearFilters } from '#web/ui/ClearFilters.tsx';
import { DayField } from '#web/ui/DayField.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { SearchField } from '#web/ui/SearchField.tsx';
import { SideForm } from '#web/ui/SideForm.tsx';
import { LinesSkeleton } from '#web/ui/Skeletons.tsx';
import { SuccessNote } from '#web/ui/SuccessNote.tsx';
import { FoundForm } from './FoundForm.tsx';
import { organisationTexts } from './organisation-texts.ts';
import { OrganisationsFile } from './OrganisationsFile.tsx';
import { OrganisationTree } from './OrganisationTree.tsx';
import { treeRows } from './tree-rows.ts';
import '#web/ui/room.css';
import './orgs.css';

const texts = defineTexts({
  zh: {
    found: '新建组织', bring: '导入组织机构', search: '按名称或编号查找', past: (day: string) => `显示 ${day} 的隶属和人数；名称、编号为现在的。`, none: '没有符合条件的组织', noneNext: '请换一个词，或清空查找。',
    founded: (name: string, day: string) => `已建立“${name}”，自 ${day} 起列入组织机构，可以转入人员、安排活动。`,
  },
  en: {
    found: 'New organisation', bring: 'Import organisations', search: 'Name or number', past: (day) => `Places and figures of ${day}; names and numbers are those of now.`, none: 'No such organisation', noneNext: 'Try another word, or clear the search.',
    founded: (name, day) => `“${name}” is part of the tree from ${day}; people can be transferred and sessions arranged.`,
  },
});

/** The tree of the bureau as it stood on a day. */
export function OrganisationsPage() {
  const t = useTexts(texts);
  const words = useTexts(organisationTexts);
  const { today } = useWhoAmI();
  const [{ day, q }, change] = useAddress({ day: today, q: '' });
  const narrowing = useNarrowing(['day', 'q']);
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set());
  const [founding, setFounding] = useState(false);
  const [done, setDone] = useState<string | null>(null);
  const tree = useCall(readOrganisations, { day }, { keep: true });
  const turn = (id: string) => {
    const next = new Set(turned);
    if (!next.delete(id)) next.add(id);
    setTurned(next);
  };
  const rows = tree.data ? treeRows(tree.data.items, turned, q) : undefined;
  const mayFound = day === today && (tree.data?.items.some((it) => it.editable) ?? false);
  return (
    <>
      <PageHeader
        title={words.title} count={tree.data?.items.length} counted={words.counted}
        actions={mayFound ? (
          <>
            <PathLink to={paths.organisationsImport()} className="link-button">{t.bring}</PathLink>
            <Button type="primary" icon={<PlusOutlined />} onClick={() => { setDone(null); setFounding(true); }}>{t.found}</Button>
          </>
        ) : undefined}
      />
      <div className="room-bar unprinted">
        <SearchField value={q} onSearch={(text) => change({ q: text })} placeholder={t.search} />
        <label className="room-day">{words.day} <DayField value={day} latest={today} onChange={(chosen) => change({ day: chosen ?? today })} /></label>
        <ClearFilters narrowing={narrowing} />
        {rows && rows.length > 0 ? <OrganisationsFile rows={rows} asked={[q, day === today ? '' : day]} /> : null}
      </div>
      {done === null ? null : <SuccessNote>{done}</SuccessNote>}
      {day === today ? null : <p className="room-hint">{t.past(day)}</p>}
      {tree.error ? <ErrorNote refusal={tree.error.refusal} onRetry={() => void tree.refetch()} /> : null}
      {rows === undefined && !tree.error ? <LinesSkeleton count={10} /> : null}
      {rows?.length === 0 ? <EmptyState title={t.none} next={t.noneNext} /> : null}
      {rows && rows.length > 0 ? <OrganisationTree rows={rows} onTurn={turn} search={day === today ? {} : { day }} /> : null}
      <SideForm title={t.found} open={founding} onClose={() => setFounding(false)}>
        {tree.data ? <FoundForm nodes={tree.data.items} parent={null} onDone={(name, from) => { setFounding(false); setDone(t.founded(name, from)); }} /> : null}
      </SideForm>
    </>
  );
}
