import { formatHundredths } from '#domain/points/hundredths.ts';
import { sql } from '#server/platform/sql.ts';
import type { Words } from '#domain/words/words.ts';

/** By what people recognise a bureau after it was restored, besides that every table has its rows and its digest. */
export const bureauTotals = sql`SELECT
  (SELECT count(*) FROM person) AS persons,
  (SELECT count(*) FROM organisation) AS organisations,
  (SELECT count(*) FROM account) AS accounts,
  (SELECT count(*) FROM fact_log) AS facts,
  (SELECT count(*) FROM ledger_entry) AS postings,
  (SELECT CAST(coalesce(sum(value), 0) AS bigint) FROM ledger_entry) AS points,
  (SELECT count(*) FROM audit_entry) AS audited,
  (SELECT count(*) FROM file) AS files`;

export const totalLabels: Readonly<Record<string, Words>> = {
  persons: { zh: '人员', en: 'people' },
  organisations: { zh: '组织', en: 'organisations' },
  accounts: { zh: '账号', en: 'accounts' },
  facts: { zh: '工作记录', en: 'facts' },
  postings: { zh: '积分分录', en: 'ledger rows' },
  points: { zh: '积分合计', en: 'sum of points' },
  audited: { zh: '操作日志', en: 'audit rows' },
  files: { zh: '文件', en: 'files' },
};

export const totalText = (name: string, value: number): string => (name === 'points' ? formatHundredths(value) : String(value));
