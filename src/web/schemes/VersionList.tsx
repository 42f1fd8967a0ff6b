import { memo, useState } from 'react';
import { type AdoptedVersion, readSchemeText } from '#domain/schemes/contract.ts';
import { call } from '#web/shell/call.ts';
import { CallRefused, type CallRefusal } from '#web/shell/call-refused.ts';
import { useLanguage, useTexts, useWords } from '#web/shell/language.tsx';
import { useWhoAmI } from '#web/shell/session.tsx';
import { useTableView } from '#web/shell/table-view.ts';
import { DataTable } from '#web/ui/DataTable.tsx';
import type { Column } from '#web/ui/table-columns.ts';
import { dayText } from '#web/ui/day-words.ts';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { ReplaceButton } from './ReplaceButton.tsx';
import { schemeTexts } from './scheme-texts.ts';

interface Properties {
  readonly items: readonly AdoptedVersion[] | undefined;
  /** Whether a text stands in the field that would be replaced. */
  readonly replaces: boolean;
  readonly onOpen: (text: string) => void;
}

/** The versions in force, newest first, each with the way back to its text. */
export const VersionList = memo(function VersionList({ items, replaces, onOpen }: Properties) {
  const t = useTexts(schemeTexts);
  const say = useWords();
  const { language } = useLanguage();
  const { today } = useWhoAmI();
  const [view, setView] = useTableView();
  const name = (it: AdoptedVersion) => t.of(say(it.label), it.version);
  const state = (it: AdoptedVersion) => `${it.current ? t.current : it.from > today ? t.coming : t.past}${it.tentative ? t.onTrial : ''}`;
  const by = (it: AdoptedVersion) => t.byWhom(it.adoptedBy ?? t.system, dayText(it.adoptedOn, language));
  const counts = (it: AdoptedVersion) => t.counts(it.activities, it.rules);
  const columns: readonly [Column<AdoptedVersion>, ...Column<AdoptedVersion>[]] = [
    { key: 'version', title: t.version, text: name },
    { key: 'state', title: t.state, text: state },
    { key: 'since', title: t.since, text: (it) => it.from, cell: (it) => <span className="date-text">{it.from}</span> },
    { key: 'contents', title: t.contents, text: counts },
    { key: 'document', title: t.documentTitle, text: (it) => it.document ?? '' },
    { key: 'by', title: t.by, text: by },
    { key: 'actions', title: t.actions, text: () => '', screenOnly: true, cell: (it) => <OpenText hash={it.hash} replaces={replaces} onOpen={onOpen} /> },
  ];
  return (
    <section className="scheme-versions">
      <h2>{t.list}</h2>
      <DataTable
        name="schemes" title={t.list} rows={items} rowKey={(it) => it.fact} columns={columns} view={view} onView={setView} empty={{ title: t.none, next: t.noneNext }}
        card={(it) => (
          <div className="scheme-card">
            <p><b>{name(it)}</b> · {state(it)}</p>
            <p>{t.since} {it.from} · {counts(it)}</p>
            <p className="scheme-hint">{it.document === null ? t.noDocument : t.document(it.document)} · {by(it)}</p>
            <OpenText hash={it.hash} replaces={replaces} onOpen={onOpen} />
          </div>
        )}
      />
    </section>
  );
});

function OpenText({ hash, replaces, onOpen }: Omit<Properties, 'items'> & { readonly hash: string }) {
  const t = useTexts(schemeTexts);
  const [refusal, setRefusal] = useState<CallRefusal | null>(null);
  const open = async () => {
    try {
      onOpen((await call(readSchemeText, { hash })).text);
    } catch (error) {
      if (!(error instanceof CallRefused)) throw error;
      setRefusal(error.refusal);
    }
  };
  return (
    <>
      <ReplaceButton small asks={replaces} onReplace={() => void open()}>{t.show}</ReplaceButton>
      {refusal ? <ErrorNote refusal={refusal} /> : null}
    </>
  );
}
