import { Button } from 'antd';
import { useState } from 'react';
import { type FactVersion, readVersions } from '#domain/audit/versions-contract.ts';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { SideForm } from '#web/ui/SideForm.tsx';
import { LinesSkeleton } from '#web/ui/Skeletons.tsx';
import { useCall } from './calling.ts';
import { defineTexts, useLanguage, useTexts, useWords } from './language.tsx';
import './versions.css';

const texts = defineTexts({
  zh: {
    open: '修改前后', version: (version: number) => `第 ${version} 版`, change: { recorded: '登记', amended: '修改', withdrawn: '撤回', restored: '恢复' }, somebody: '公用账号',
    waiting: '待审核', confirmed: (by: string, on: string) => `${on} ${by} 审核`, reason: '理由', field: '栏目', before: '修改前', after: '修改后', nothing: '（空）', same: '内容没有改动。', fields: '改动的栏目：', first: '首次登记，之前没有内容。',
    away: '您可以看到这条记录，但它的修改前后只对有权查看该党组织此类记录的人显示。',
  },
  en: {
    open: 'Before and after', version: (version) => `Version ${version}`, change: { recorded: 'recorded', amended: 'amended', withdrawn: 'withdrawn', restored: 'restored' }, somebody: 'an office account',
    waiting: 'waits to be confirmed', confirmed: (by, on) => `confirmed by ${by} on ${on}`, reason: 'Reason', field: 'Field', before: 'Before', after: 'After', nothing: '(empty)', same: 'Nothing in it changed.', fields: 'Fields that changed: ', first: 'The first version; there was nothing before it.',
    away: 'You may see this record, but what it was before is shown only to those who see such records of this organisation.',
  },
});

interface Properties {
  readonly fact: string;
  /** Of what it is, where the page has several of them; read aloud with the button. */
  readonly about?: string;
}

/** 修改前后 of one record, wherever somebody meets it: what each version changed, from what to what. */
export function VersionsButton({ fact, about }: Properties) {
  const t = useTexts(texts);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="small" className="unprinted" {...(about === undefined ? {} : { 'aria-label': `${t.open} ${about}` })} onClick={() => setOpen(true)}>{t.open}</Button>
      <SideForm title={about === undefined ? t.open : `${t.open} · ${about}`} open={open} wide onClose={() => setOpen(false)}>{open ? <Versions fact={fact} /> : null}</SideForm>
    </>
  );
}

function Versions({ fact }: { readonly fact: string }) {
  const t = useTexts(texts);
  const say = useWords();
  const { data, error } = useCall(readVersions, { fact });
  if (error) return error.refusal.name === 'NotFound' ? <p className="versions-note">{t.away}</p> : <ErrorNote refusal={error.refusal} />;
  if (!data) return <LinesSkeleton />;
  return (
    <div className="fact-versions">
      {data.hidden === null ? null : <p className="versions-note">{say(data.hidden)}</p>}
      {data.versions.map((it) => <Version key={it.version} it={it} hidden={data.hidden !== null} />)}
    </div>
  );
}

function Version({ it, hidden }: { readonly it: FactVersion; readonly hidden: boolean }) {
  const t = useTexts(texts);
  const { version, change, by, on, waiting, confirmed, reason, changes } = it;
  return (
    <section className="fact-version" aria-label={t.version(version)}>
      <h3>{t.version(version)} · {t.change[change]}{waiting ? <small className="faint"> {t.waiting}</small> : null}</h3>
      <p className="faint">{[`${on} ${by ?? t.somebody}`, ...confirmed.map((one) => t.confirmed(one.by ?? t.somebody, one.on))].join(' · ')}</p>
      {reason === null ? null : <p>{t.reason}{' '}{reason}</p>}
      {changes.length > 0 ? (hidden ? <FieldsAlone changes={changes} /> : <Changes changes={changes} />) : change === 'withdrawn' || change === 'restored' ? null : <p className="faint">{version === 1 ? t.first : t.same}</p>}
    </section>
  );
}

function FieldsAlone({ changes }: { readonly changes: FactVersion['changes'] }) {
  const t = useTexts(texts);
  const say = useWords();
  const { language } = useLanguage();
  return <p>{t.fields}{changes.map(({ field }) => say(field)).join(language === 'zh' ? '、' : ', ')}</p>;
}

function Changes({ changes }: { readonly changes: FactVersion['changes'] }) {
  const t = useTexts(texts);
  const say = useWords();
  return (
    <table className="fact-changes">
      <thead><tr><th scope="col">{t.field}</th><th scope="col">{t.before}</th><th scope="col">{t.after}</th></tr></thead>
      <tbody>
        {changes.map(({ field, before, after }) => (
          <tr key={say(field)}>
            <th scope="row">{say(field)}</th>
            {[before, after].map((value, at) => <td key={at === 0 ? 'before' : 'after'} className={value === null ? 'faint' : at === 0 ? 'was' : 'is'}>{value === null ? t.nothing : say(value)}</td>)}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
