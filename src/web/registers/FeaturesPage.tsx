import { type EntryRow } from '#domain/registers/contract.ts';
import { type Features, readFeatures } from '#domain/registers/showcase-contract.ts';
import { paths } from '#web/paths.ts';
import { useAddress } from '#web/shell/address.ts';
import { useCall } from '#web/shell/calling.ts';
import { defineTexts, useTexts, useWords } from '#web/shell/language.tsx';
import { PageFault } from '#web/shell/PageFault.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { PageSkeleton } from '#web/ui/Skeletons.tsx';
import { YearSteps } from '#web/ui/YearSteps.tsx';
import { fieldText, registerTexts } from './register-texts.ts';
import '#web/ui/room.css';
import './registers.css';

const texts = defineTexts({
  zh: {
    title: '专题报道', hint: '由支部征得本人同意后登记、党务办审核发布；不计分，不按篇幅和照片评价。', label: (name: string) => `计入标签“${name}”`, register: '登记专题报道',
    none: '本年还没有发布的专题报道', next: '支部在登记簿里登记，经党务办审核后在此展示。', noRegister: '本单位的考核方案没有设专题报道登记簿。', noRegisterNext: '由党务办在考核方案中增加后，即可在此使用。',
  },
  en: {
    title: 'Features', hint: 'Entered by a branch with the consent of the person and released by the Party office; without points, and not judged by length or photos.', label: (name) => `Counted under “${name}”`, register: 'Enter one',
    none: 'No feature of this year is released', next: 'A branch enters it in the register; once the Party office has confirmed it, it is shown here.', noRegister: 'The scheme of this bureau keeps no register of features.', noRegisterNext: 'Once the office adds one to the scheme, it opens here.',
  },
});

/** 专题报道 (S0-09): features on members, the latest first. */
export function FeaturesPage() {
  const t = useTexts(texts);
  const say = useWords();
  const [{ year }, ask] = useAddress({ year: '' });
  const page = useCall(readFeatures, year === '' ? {} : { year: Number(year) }, { keep: true });
  if (page.error) return <PageFault refusal={page.error.refusal} onRetry={() => void page.refetch()} />;
  if (!page.data) return <PageSkeleton />;
  const { register, items, labels, mayEnter } = page.data;
  const asked = String(page.data.year);
  return (
    <>
      <PageHeader
        title={t.title} count={items.length} beside={<YearSteps year={asked} onChoose={(chosen) => ask({ year: chosen })} />}
        actions={register && mayEnter ? <PathLink to={paths.registers()} search={{ register: register.id }} className="link-button">{t.register}</PathLink> : undefined}
      />
      <p className="room-hint">{t.hint}</p>
      {register ? (
        <p className="brand-coverage">
          {labels.map((label) => <PathLink key={label.zh} to={paths.labels()} search={{ year: asked }}>{t.label(say(label))}</PathLink>)}
        </p>
      ) : null}
      {items.length === 0 ? <EmptyState {...(register ? { title: t.none, next: t.next } : { title: t.noRegister, next: t.noRegisterNext })} /> : null}
      <ul className="feature-list">{items.map((row) => <li key={row.entry}><Feature row={row} page={page.data} /></li>)}</ul>
    </>
  );
}

/** Whom it is about, then what the register holds of it. */
function Feature({ row, page: { register, consent } }: { readonly row: EntryRow; readonly page: Features }) {
  const say = useWords();
  const words = useTexts(registerTexts);
  const [title, ...others] = (register?.fields ?? []).filter(({ id }) => id !== consent);
  return (
    <article>
      <h2>{title ? fieldText(title, row, words, say) : null}</h2>
      <p><b>{row.persons.map(({ name }) => name).join(' ')}</b> {row.organisation.name} <span className="date-day">{row.day}</span></p>
      {others.map((field) => {
        const text = fieldText(field, row, words, say);
        return text === '' ? null : <p key={field.id}><span className="faint">{say(field.label)}</span> {text}</p>;
      })}
    </article>
  );
}
