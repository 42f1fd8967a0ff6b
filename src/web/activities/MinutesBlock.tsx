import { DeleteOutlined } from '@ant-design/icons';
import { Button, Checkbox, Input } from 'antd';
import { addsUp, voteOutcome } from '#domain/activities/vote-outcome.ts';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import { Field } from './Field.tsx';
import type { ChangeDraft, Draft } from './record-draft.ts';
import { Section } from './Section.tsx';
import { voteTexts } from './vote-texts.ts';

const texts = defineTexts({
  zh: {
    title: '议题、决议和发言', addItem: '增加议题', item: (at: number) => `议题 ${at}`, first: '首要议题', addResolution: '增加决议', resolution: (at: number) => `决议 ${at}`,
    vote: '经表决', remove: '删去', discussion: '讨论发言要点', optional: '可不填，不要求篇幅', sums: '赞成、反对、弃权之和应等于到会人数，到会不多于应到。',
  },
  en: {
    title: 'Agenda, resolutions, discussion', addItem: 'Add an agenda item', item: (at: number) => `Item ${at}`, first: 'First item', addResolution: 'Add a resolution', resolution: (at: number) => `Resolution ${at}`,
    vote: 'Put to the vote', remove: 'Remove', discussion: 'Main points of the discussion', optional: 'optional, of any length', sums: 'Yes, no and abstained together are those present, and no more are present than entitled.',
  },
});

type Resolution = Draft['resolutions'][number];
type Vote = NonNullable<Resolution['vote']>;

interface Properties {
  readonly draft: Draft;
  readonly change: ChangeDraft;
  /** How many are expected and there, to begin a vote with. */
  readonly entitled: number;
  readonly present: number;
}

export function MinutesBlock({ draft, change, entitled, present }: Properties) {
  const t = useTexts(texts);
  const { agenda, resolutions } = draft;
  const setItem = (at: number, changed: Partial<Draft['agenda'][number]>) => change({ agenda: agenda.map((it, index) => (index === at ? { ...it, ...changed } : it)) });
  const setResolution = (at: number, changed: Partial<Resolution>) => change({ resolutions: resolutions.map((it, index) => (index === at ? { ...it, ...changed } : it)) });
  return (
    <Section title={t.title}>
      {agenda.map((item, at) => (
        <div key={at} className="minutes-row">
          <Input aria-label={t.item(at + 1)} placeholder={t.item(at + 1)} value={item.title} maxLength={200} onChange={(event) => setItem(at, { title: event.target.value })} />
          <Checkbox checked={item.firstItem} onChange={(event) => setItem(at, { firstItem: event.target.checked })}>{t.first}</Checkbox>
          <Button type="text" icon={<DeleteOutlined />} aria-label={`${t.remove} ${t.item(at + 1)}`} onClick={() => change({ agenda: agenda.filter((_, index) => index !== at) })} />
        </div>
      ))}
      {resolutions.map((resolution, at) => (
        <div key={at} className="minutes-resolution">
          <div className="minutes-row">
            <Input.TextArea aria-label={t.resolution(at + 1)} placeholder={t.resolution(at + 1)} value={resolution.text} maxLength={1000} rows={1} className="grows" onChange={(event) => setResolution(at, { text: event.target.value })} />
            <Checkbox
              checked={resolution.vote !== null}
              onChange={(event) => setResolution(at, { vote: event.target.checked ? { entitled, present, yes: present, no: 0, abstained: 0 } : null })}
            >{t.vote}</Checkbox>
            <Button type="text" icon={<DeleteOutlined />} aria-label={`${t.remove} ${t.resolution(at + 1)}`} onClick={() => change({ resolutions: resolutions.filter((_, index) => index !== at) })} />
          </div>
          {resolution.vote === null ? null : <VoteFields vote={resolution.vote} onChange={(vote) => setResolution(at, { vote })} />}
        </div>
      ))}
      <div className="minutes-adding">
        <Button disabled={agenda.length >= 40} onClick={() => change({ agenda: [...agenda, { title: '', firstItem: agenda.length === 0 }] })}>{t.addItem}</Button>
        <Button disabled={resolutions.length >= 40} onClick={() => change({ resolutions: [...resolutions, { text: '', vote: null }] })}>{t.addResolution}</Button>
      </div>
      <Field label={t.discussion} note={t.optional} wide>
        {(id) => <Input.TextArea id={id} value={draft.discussion} maxLength={4000} rows={2} className="grows" onChange={(event) => change({ discussion: event.target.value })} />}
      </Field>
    </Section>
  );
}

/** Five numbers, and whether it passed (D-24). */
function VoteFields({ vote, onChange }: { readonly vote: Vote; readonly onChange: (vote: Vote) => void }) {
  const t = useTexts(texts);
  const v = useTexts(voteTexts);
  return (
    <div className="vote-fields">
      {(['entitled', 'present', 'yes', 'no', 'abstained'] as const).map((name) => (
        <Field key={name} label={v[name]}>
          {(id) => <input id={id} type="number" inputMode="numeric" className="native" min={0} max={9999} value={vote[name]} onChange={(event) => onChange({ ...vote, [name]: Math.max(0, Math.trunc(Number(event.target.value)) || 0) })} />}
        </Field>
      ))}
      <p className={addsUp(vote) ? 'vote-outcome' : 'vote-outcome wrong'} role="status">{addsUp(vote) ? v[voteOutcome(vote)] : t.sums}</p>
    </div>
  );
}
