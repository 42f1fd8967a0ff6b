import { Select } from 'antd';
import { type CareBands, type CareMember, readCareBands, readCareScopes } from '#domain/points/care-contract.ts';
import { paths } from '#web/paths.ts';
import { useAddress } from '#web/shell/address.ts';
import { useCall } from '#web/shell/calling.ts';
import { defineTexts, useTexts, useWords } from '#web/shell/language.tsx';
import { PageFault } from '#web/shell/PageFault.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { SchemeWay } from '#web/shell/SchemeWay.tsx';
import { DateText } from '#web/ui/DateText.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { Figure } from '#web/ui/Figure.tsx';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { PageSkeleton } from '#web/ui/Skeletons.tsx';
import { fetchGrounds } from './grounds-of.ts';
import '#web/ui/room.css';
import './points.css';

const texts = defineTexts({
  zh: {
    title: '关怀分段', branch: '党支部', hint: (day: string, others: number) => `截至 ${day} 的本年积分，按编号排列，不排名、不公示，供支部关心帮助。其余 ${others} 名党员不在各段内。`,
    none: '没有关怀分段', next: '考核方案写明积分的提醒建议（proposals）后，在这里按段查看。', nobody: '本段没有党员。', total: '本年积分', enter: '登记谈话', enterOf: (name: string) => `登记与${name}的谈话`, talked: '已谈 ', notYet: '尚未谈话',
  },
  en: {
    title: 'Bands of care', branch: 'Branch', hint: (day, others) => `Points of the year up to ${day}, by number, neither ranked nor published: so that the branch can help. ${others} more ${others === 1 ? 'member is' : 'members are'} in none of the bands.`,
    none: 'No bands', next: 'Once the scheme proposes something by points (proposals), members stand here band by band.', nobody: 'Nobody is in this band.', total: 'Points', enter: 'Enter a talk', enterOf: (name) => `Enter a talk with ${name}`, talked: 'Talked ', notYet: 'No talk yet',
  },
});

/** 关怀分段: whom a threshold of the scheme concerns, for the secretary and the office; each with grounds and where the talk is entered. */
export function CarePage() {
  const t = useTexts(texts);
  const [{ branch }, ask] = useAddress({ branch: '' });
  const scopes = useCall(readCareScopes, {});
  const organisation = branch || scopes.data?.items[0]?.id || '';
  const care = useCall(readCareBands, { organisation }, { enabled: organisation !== '', keep: true });
  const error = scopes.error ?? care.error;
  if (error) return <PageFault refusal={error.refusal} />;
  const { data } = care;
  if (!data) return scopes.data && organisation === '' ? <EmptyState title={t.none} next={t.next} /> : <PageSkeleton />;
  const choices = scopes.data?.items ?? [];
  return (
    <>
      <PageHeader
        title={t.title}
        beside={choices.length > 1 ? (
          <Select
            className="points-branches" aria-label={t.branch} value={organisation} showSearch={{ optionFilterProp: 'label' }}
            options={choices.map((it) => ({ value: it.id, label: it.name }))} onChange={(chosen) => ask({ branch: chosen })}
          />
        ) : <span>{data.organisation.name}</span>}
      />
      <p className="room-hint">{t.hint(data.day, data.others)}</p>
      {data.bands.length === 0 ? <EmptyState title={t.none} next={t.next} action={<SchemeWay />} /> : null}
      {data.bands.map((band) => <Band key={band.band} band={band} of={data} />)}
    </>
  );
}

interface BandProperties {
  readonly band: CareBands['bands'][number];
  readonly of: CareBands;
}

function Band({ band: { label, clause, condition, members, enteredIn, as }, of }: BandProperties) {
  const t = useTexts(texts);
  const say = useWords();
  return (
    <section className="care-band" aria-label={say(label)}>
      <h2>{say(label)} <small>{say(condition)} · {clause}</small></h2>
      {members.length === 0 ? <p className="care-nobody">{t.nobody}</p> : (
        <ul>{members.map((it) => <li key={it.person.id}><Member it={it} of={of} enteredIn={enteredIn} as={as} /></li>)}</ul>
      )}
    </section>
  );
}

function Member({ it: { person, total, followed }, of, enteredIn, as }: { readonly it: CareMember; readonly of: CareBands; readonly enteredIn: string | null; readonly as: string | null }) {
  const t = useTexts(texts);
  return (
    <>
      <span className="care-who"><PathLink to={paths.points(person.id)}>{person.name}</PathLink> <small>{person.number}</small></span>
      <span className="care-total">{t.total} <Figure value={total} grounds={fetchGrounds(person.id, of.year)} /></span>
      {enteredIn === null ? null : (
        <>
          <small className="care-talk">{followed === null ? t.notYet : <>{t.talked}<DateText day={followed} short /></>}</small>
          <PathLink to={paths.registers()} search={{ register: enteredIn, organisation: of.organisation.id, enter: of.day.slice(0, 7), people: person.id, as: as ?? '' }} className="link-button" label={t.enterOf(person.name)}>{t.enter}</PathLink>
        </>
      )}
    </>
  );
}
