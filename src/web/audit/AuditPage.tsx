import { DownloadOutlined } from '@ant-design/icons';
import { exportAuditTrail, readAuditTrail, type AuditEntry } from '#domain/audit/contract.ts';
import { detailText, detailWords } from '#domain/audit/words.ts';
import { fromFirstPage, useAddress } from '#web/shell/address.ts';
import { useCall, useDownload } from '#web/shell/calling.ts';
import { defineTexts, useLanguage, useTexts, useWords } from '#web/shell/language.tsx';
import { useTableView } from '#web/shell/table-view.ts';
import { VersionsButton } from '#web/shell/VersionsButton.tsx';
import { DataTable } from '#web/ui/DataTable.tsx';
import type { Column } from '#web/ui/table-columns.ts';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { instantText } from '#web/ui/instant-text.ts';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { AuditFilters, NOTHING_ASKED, type AskedTrail } from './AuditFilters.tsx';
import '#web/ui/room.css';
import './audit.css';

const texts = defineTexts({
  zh: {
    title: '操作日志', save: '导出全部结果', none: '没有符合条件的记录', next: '请放宽筛选条件。', at: '时间', operation: '操作', who: '账号', subject: '对象', organisation: '党组织', details: '具体', changes: '修改前 → 修改后', reason: (said: string) => `理由：${said}`, nothing: '空', hidden: '内容不显示', times: (count: number) => `（${count} 项）`, more: (count: number) => `另有 ${count} 项，全部列出`,
    system: '系统或未登录', only: (label: string) => `只看“${label}”的记录`, hint: '日志只能查看和导出，任何人不能修改或清空；查看和导出本身也记入日志。业务记录和人员信息只列改动的栏目，内容和理由由有权查看该记录的人在记录的“修改前后”中查看。',
  },
  en: {
    title: 'Audit trail', save: 'Export all that match', none: 'No entry matches', next: 'Ask for less.', at: 'Time', operation: 'Operation', who: 'Account', subject: 'Concerning', organisation: 'Organisation', details: 'Particulars', changes: 'Before → after', reason: (said) => `Reason: ${said}`, nothing: 'empty', hidden: 'contents not shown', times: (count) => ` (${count})`, more: (count) => `and ${count} more: list them all`,
    system: 'the system, or nobody signed in', only: (label) => `Only entries about ${label}`, hint: 'The trail can be read and exported; nobody can change or empty it. Reading and exporting are entries themselves. Of records and of persons it lists the fields that changed; what stood in them, and why, is seen under “Before and after” by whoever may see the record.',
  },
});

/** Who did what to what and when, newest first; filters stand in the address. */
export function AuditPage() {
  const t = useTexts(texts);
  const [asked, ask] = useAddress<AskedTrail>({ ...NOTHING_ASKED });
  const [view, setView] = useTableView(undefined, Object.keys(NOTHING_ASKED));
  const filter = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== ''));
  const trail = useCall(readAuditTrail, { ...filter, page: view.page, size: view.size }, { keep: true });
  const saving = useDownload(exportAuditTrail);
  const change = (it: Partial<AskedTrail>) => ask(fromFirstPage(it));
  const columns = useColumns((subject) => change({ subject }));
  return (
    <>
      <PageHeader title={t.title} count={trail.data?.total} />
      {saving.error ? <ErrorNote refusal={saving.error.refusal} /> : null}
      <p className="room-hint">{t.hint}</p>
      {trail.error ? <ErrorNote refusal={trail.error.refusal} onRetry={() => void trail.refetch()} /> : null}
      <DataTable
        name="audit" title={t.title} rows={trail.error ? [] : trail.data?.items} rowKey={(row) => String(row.id)} columns={columns} view={view} onView={setView} 
        pages={{ count: trail.data?.total }}
        save={<button type="button" className="bar-button" disabled={saving.isPending} onClick={() => saving.mutate(filter)}><DownloadOutlined /> {t.save}</button>}
        empty={{ title: t.none, next: t.next }} card={(row) => <AuditCard row={row} onSubject={(subject) => change({ subject })} />}
        filters={<AuditFilters asked={asked} onAsk={change} operations={trail.data?.operations ?? []} />}
      />
    </>
  );
}

function useColumns(onSubject: (subject: string) => void): readonly [Column<AuditEntry>, ...Column<AuditEntry>[]] {
  const t = useTexts(texts);
  const say = useWords();
  const { who, subject, details, changes } = useEntryTexts();
  return [
    { key: 'at', title: t.at, text: (row) => instantText(row.at), cell: (row) => <span className="audit-at" title={`${row.id} · ${row.requestId}`}>{instantText(row.at)}</span> },
    { key: 'operation', title: t.operation, text: (row) => say(row.words), cell: (row) => <span title={row.operation}>{say(row.words)}</span> },
    { key: 'who', title: t.who, text: who, cell: (row) => <span className={row.who ? 'audit-at' : 'faint'}>{who(row)}</span> },
    {
      key: 'subject', title: t.subject, text: subject,
      cell: (row) => (row.subject ? <button type="button" className="plain-link" title={t.only(subject(row))} onClick={() => onSubject(row.subject?.id ?? '')}>{subject(row)}</button> : null),
    },
    { key: 'organisation', title: t.organisation, text: (row) => row.organisation?.name ?? '' },
    { key: 'details', title: t.details, text: details, cell: (row) => <span className="audit-details">{details(row)}</span> },
    { key: 'changes', title: t.changes, text: (row) => changes(row).join('\n'), cell: (row) => <Changes row={row} onSubject={onSubject} /> },
  ];
}

/** An entry's parts in words; ids are shortened, since they are for comparing, not for reading. */
function useEntryTexts() {
  const t = useTexts(texts);
  const say = useWords();
  const { language } = useLanguage();
  return {
    who: ({ who }: AuditEntry) => (who ? [who.userName, who.name].filter(Boolean).join(' ') : t.system),
    subject: ({ subject }: AuditEntry) => (subject ? `${say(subject.words)} ${subject.label ?? shortId(subject.id)}`.trim() : ''),
    changes: ({ changes, reason }: AuditEntry): string[] => [
      ...changes.map(({ field, before, after, hidden, count }) =>
        `${say(field)}${language === 'zh' ? '：' : ': '}${hidden ? t.hidden : `${before ? say(before) : t.nothing} → ${after ? say(after) : t.nothing}`}${count > 1 ? t.times(count) : ''}`),
      ...(reason === null ? [] : [t.reason(reason)]),
    ],
    details: ({ details }: AuditEntry) => Object.entries(details)
      .map(([name, value]) => `${detailWords[name] ? say(detailWords[name]) : name} ${shortId(detailText(name, value, language))}`).join(language === 'zh' ? '；' : '; '),
  };
}

/** `all` stands for no thing in particular. */
const shortId = (text: string): string => (text === 'all' ? '' : text.replace(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{4}([0-9a-f]{8})$/, '…$2'));

interface EntryProperties {
  readonly row: AuditEntry;
  readonly onSubject: (subject: string) => void;
}

/** From what to what, a line each; of one record the way to its versions, of very many the way to all of them. */
function Changes({ row, onSubject }: EntryProperties) {
  const t = useTexts(texts);
  const { subject, changes } = useEntryTexts();
  return (
    <span className="audit-changes">
      {changes(row).map((line) => <span key={line}>{line}</span>)}
      {row.more === 0 ? null : <button type="button" className="plain-link" onClick={() => onSubject(row.subject?.id ?? '')}>{t.more(row.more)}</button>}
      {row.fact === null ? null : <VersionsButton fact={row.fact.id} about={subject(row)} />}
    </span>
  );
}

function AuditCard({ row, onSubject }: EntryProperties) {
  const say = useWords();
  const { who, subject, details } = useEntryTexts();
  return (
    <div className="audit-card">
      <span><b>{say(row.words)}</b> <small>{instantText(row.at)}</small></span>
      <small>{[who(row), subject(row), row.organisation?.name].filter(Boolean).join(' · ')}</small>
      {Object.keys(row.details).length === 0 ? null : <small>{details(row)}</small>}
      <Changes row={row} onSubject={onSubject} />
    </div>
  );
}
