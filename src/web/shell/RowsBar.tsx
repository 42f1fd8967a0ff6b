import type { JobProgress } from '#domain/jobs/contract.ts';
import { JobBar } from './JobBar.tsx';
import { defineTexts, useTexts } from './language.tsx';

const texts = defineTexts({
  zh: { rows: (done: number) => `已读 ${done} 行`, of: (done: number, total: number) => `第 ${done} 行，共 ${total} 行` },
  en: { rows: (done) => `${done} rows read`, of: (done, total) => `row ${done} of ${total}` },
});

/** An import under way, told by the rows of its file. */
export function RowsBar({ job }: { readonly job: JobProgress }) {
  const t = useTexts(texts);
  return <JobBar job={job} far={(done, total) => (total === null ? t.rows(done) : t.of(done, total))} />;
}
