import type { AuditEntry } from '#domain/audit/contract.ts';
import { refuseAudit } from '#domain/audit/refusals.ts';
import { detailText, detailWords } from '#domain/audit/words.ts';
import { takenBy } from '#server/access/taken-by-reads.ts';
import type { Call, FileAnswer } from '#server/platform/call.ts';
import { tableWorkbook, XLSX_MEDIA_TYPE } from '#server/platform/table-workbook.ts';
import { countEntries, entriesOf, type AuditFilter } from './audit-reads.ts';
import { asked, demandTrail, type Operations } from './read-audit-trail.ts';

const ROWS_MOST = 20_000;

const columns = ['序号', '时间', '操作', '账号', '姓名', '对象', '对象标识', '党组织', '具体', '修改前', '修改后', '理由', '请求编号'];

const inShanghai = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'medium' });

/** What one sees under the same filter, as a workbook whose first row says what was asked, how many there are, when it was taken and by whom. */
export async function exportTrail(call: Call, input: AuditFilter, operations: Operations): Promise<FileAnswer> {
  demandTrail(call, input);
  if ((await countEntries(call.tx, input)) > ROWS_MOST) throw refuseAudit('AuditTooLong', { most: ROWS_MOST });
  const entries = await entriesOf(call.tx, input, operations, ROWS_MOST, 0);
  call.audit({ kind: 'auditTrail', id: 'all', details: { ...asked(input), entries: entries.length } });
  const bytes = await tableWorkbook({
    title: '操作日志', note: `${titleOf(input, operations, entries.length)} ${await takenBy(call, 'zh')}`, rows: entries.map(rowOf),
    columns: columns.map((title, at) => ({ title, format: at === 0 ? 'count' : 'text' })),
  });
  return { fileName: `操作日志-${call.today}.xlsx`, bytes, mediaType: XLSX_MEDIA_TYPE };
}

function titleOf(filter: AuditFilter, operations: Operations, count: number): string {
  const { operation, who, subject, from, to } = filter;
  const parts = [
    operation && `操作：${operations[operation]?.zh ?? operation}`, who && `人员或账号：${who}`, subject && `对象：${subject}`,
    (from ?? to) && `日期：${from ?? ''} 至 ${to ?? ''}`,
  ].filter((it) => it !== undefined && it !== '');
  return `操作日志 ${parts.length > 0 ? parts.join('；') : '全部'} 共 ${count} 条`;
}

const rowOf = (it: AuditEntry): (string | number)[] => [
  it.id, inShanghai.format(new Date(it.at)), it.words.zh, it.who?.userName ?? '', it.who?.name ?? '',
  it.subject?.words.zh ?? '', it.subject?.label || (it.subject?.id ?? ''), it.organisation?.name ?? '',
  Object.entries(it.details).map(([name, value]) => `${detailWords[name]?.zh ?? name}：${detailText(name, value, 'zh')}`).join('；'),
  sideOf(it, 'before'), sideOf(it, 'after'), it.reason ?? '', it.requestId,
];

/** One side of all that changed, each with its field, so that the two cells are read beside each other. */
const sideOf = ({ changes, more }: AuditEntry, side: 'before' | 'after'): string => [
  ...changes.map((it) => `${it.field.zh}：${it.hidden ? '不显示' : it[side]?.zh ?? '空'}${it.count > 1 ? `（${it.count} 项）` : ''}`),
  ...(more > 0 ? [`另有 ${more} 项未列出，按对象筛选后导出即全部列出`] : []),
].join('；');
