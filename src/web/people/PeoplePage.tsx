import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { readOrganisations } from '#domain/orgs/contract.ts';
import { readPeople, type PersonRow } from '#domain/people/contract.ts';
import { staffKindLabels, stageLabels } from '#domain/people/labels.ts';
import { postLabels } from '#domain/people/posts.ts';
import { paths } from '#web/paths.ts';
import { fromFirstPage, useAddress } from '#web/shell/address.ts';
import { call } from '#web/shell/call.ts';
import { useCall } from '#web/shell/calling.ts';
import { defineTexts, useTexts, useWords } from '#web/shell/language.tsx';
import { holding, office } from '#web/shell/needs.ts';
import { PageFault } from '#web/shell/PageFault.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { useWhoAmI } from '#web/shell/session.tsx';
import { useTableView } from '#web/shell/table-view.ts';
import { DataTable } from '#web/ui/DataTable.tsx';
import type { Column } from '#web/ui/table-columns.ts';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { SideForm } from '#web/ui/SideForm.tsx';
import { SuccessNote } from '#web/ui/SuccessNote.tsx';
import { EnterForm } from './EnterForm.tsx';
import { PeopleFilters, useAskedInWords } from './PeopleFilters.tsx';
import { personTexts } from './person-texts.ts';
import '#web/ui/room.css';
import './people.css';

const texts = defineTexts({
  zh: {
    title: '人员', counted: (count: number) => `共 ${count} 人`, enter: '新增人员', importing: '导入花名册', none: '没有符合条件的人员', next: '请放宽筛选条件；花名册由党务办导入。',
    entered: (name: string) => `已新增${name}。`, open: '打开人员页面',
  },
  en: {
    title: 'People', counted: (count) => (count === 1 ? '1 person' : `${count} people`), enter: 'New person', importing: 'Import a roster', none: 'Nobody matches', next: 'Ask for less; rosters are imported by the Party office.',
    entered: (name) => `${name} has been entered.`, open: 'Open the page',
  },
});

const editors = holding('organsSecretary', 'organsDeputy', 'partyAffairsOfficer', 'secretary', 'deputySecretary', 'organiser');

/** The people whom one may see, by number; filters and page stand in the address. */
export function PeoplePage() {
  const t = useTexts(texts);
  const who = useWhoAmI();
  const [asked, ask] = useAddress({ q: '', organisation: '', stage: '', staffKind: '', day: who.today });
  const [view, setView] = useTableView(undefined, ['q', 'organisation', 'stage', 'staffKind', 'day']);
  const [entering, setEntering] = useState(false);
  const [entered, setEntered] = useState<{ person: string; name: string } | null>(null);
  const filter = (change: Partial<typeof asked>) => ask(fromFirstPage(change));
  const stage = readPeople.input.shape.stage.safeParse(asked.stage || undefined).data;
  const staffKind = readPeople.input.shape.staffKind.safeParse(asked.staffKind || undefined).data;
  const wanted = {
    ...(asked.q === '' ? {} : { search: asked.q }), ...(asked.organisation === '' ? {} : { organisation: asked.organisation }), ...(stage ? { stage } : {}), ...(staffKind ? { staffKind } : {}), ...(asked.day === who.today ? {} : { day: asked.day }),
  };
  const people = useCall(readPeople, { ...wanted, page: view.page, size: view.size }, { keep: true });
  const tree = useCall(readOrganisations, { day: asked.day }, { keep: true });
  const columns = useColumns();
  const inWords = useAskedInWords(asked, tree.data?.items ?? []);
  if (people.error) return <PageFault refusal={people.error.refusal} onRetry={() => void people.refetch()} />;
  return (
    <>
      <PageHeader
        title={t.title} count={people.data?.total} counted={t.counted}
        actions={editors(who) ? (
          <>
            {office(who) ? <PathLink to={paths.rosterImport()} className="link-button">{t.importing}</PathLink> : null}
            <Button type="primary" icon={<PlusOutlined />} onClick={() => { setEntered(null); setEntering(true); }}>{t.enter}</Button>
          </>
        ) : undefined}
      />
      {entered ? <SuccessNote>{t.entered(entered.name)} <PathLink to={paths.person(entered.person)}>{t.open}</PathLink></SuccessNote> : null}
      <DataTable
        name="people" title={t.title} rows={people.data?.items} rowKey={(row) => row.id} columns={columns} view={view} onView={setView} 
        pages={{ count: people.data?.total, rowsOf: async (page, size) => (await call(readPeople, { ...wanted, page, size })).items }} asked={inWords}
        empty={{ title: t.none, next: t.next }} card={(row) => <PersonCard row={row} />}
        filters={<PeopleFilters asked={asked} onAsk={filter} nodes={tree.data?.items ?? []} />}
      />
      <SideForm title={t.enter} open={entering} onClose={() => setEntering(false)}>
        <EnterForm branch={asked.organisation || who.branch?.id} onDone={(person, name) => { setEntering(false); setEntered({ person, name }); }} />
      </SideForm>
    </>
  );
}

function useColumns(): readonly [Column<PersonRow>, ...Column<PersonRow>[]] {
  const t = useTexts(personTexts);
  const say = useWords();
  return [
    { key: 'name', title: t.name, text: (row) => row.name, cell: (row) => <PathLink to={paths.person(row.id)}>{row.name}</PathLink> },
    { key: 'number', title: t.number, text: (row) => row.number },
    { key: 'branch', title: t.branch, text: (row) => row.branch.name, cell: (row) => <PathLink to={paths.organisation(row.branch.id)}>{row.branch.name}</PathLink> },
    { key: 'group', title: t.group, text: (row) => row.group?.name ?? '' },
    { key: 'stage', title: t.stage, text: (row) => say(stageLabels[row.stage]) },
    { key: 'staffKind', title: t.staffKind, text: (row) => say(staffKindLabels[row.staffKind]) },
    { key: 'posts', title: t.posts, text: (row) => row.posts.map((it) => say(postLabels[it])).join(t.join) },
  ];
}

function PersonCard({ row }: { readonly row: PersonRow }) {
  const t = useTexts(personTexts);
  const say = useWords();
  const posts = row.posts.map((it) => say(postLabels[it])).join(t.join);
  return (
    <PathLink to={paths.person(row.id)} className="person-card">
      <span><b>{row.name}</b> {posts === '' ? null : <em>{posts}</em>} <small>{row.number}</small></span>
      <small>{[row.branch.name, row.group?.name].filter(Boolean).join(' · ')}</small>
      <small>{say(stageLabels[row.stage])} · {say(staffKindLabels[row.staffKind])}</small>
    </PathLink>
  );
}
