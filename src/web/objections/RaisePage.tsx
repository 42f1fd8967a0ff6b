import { Button, Form, Input } from 'antd';
import { matterWords } from '#domain/objections/fact-words.ts';
import { type ObjectionForm, raiseObjection, readObjectionForm } from '#domain/objections/contract.ts';
import { paths } from '#web/paths.ts';
import { useNavigate } from '@tanstack/react-router';
import { useAddress } from '#web/shell/address.ts';
import { useCall, useWrite } from '#web/shell/calling.ts';
import { KeptForm } from '#web/shell/KeptForm.tsx';
import { defineTexts, useLanguage, useTexts, useWords } from '#web/shell/language.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { dayText } from '#web/ui/day-words.ts';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { NonClassifiedNotice } from '#web/ui/NonClassifiedNotice.tsx';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { LinesSkeleton } from '#web/ui/Skeletons.tsx';
import { objectionTexts } from './objection-texts.ts';
import '#web/ui/room.css';
import './objections.css';

const texts = defineTexts({
  zh: {
    nothing: '没有写明对哪一项提出异议', from: '点开有异议的分值，在依据中找到有误的记录，选“提出异议”；对评选公示的，在公示名单旁提出。', points: '我的积分', score: '支部得分', selections: '评选表彰',
    raiser: '提出人', listing: '请写清事实和线索，实事求是、署名提出。只有办理异议的人员能看到，被公示人看不到；办结前不作表彰决定。',
    title: '提出异议', now: '现有记录', by: '由谁答复', hint: '写清事实经过和佐证材料。提出后分数暂不变，依据中标注“异议中”。',
    open: '该月积分尚未公布，可随时提出。', until: (day: string) => `异议期到 ${day} 为止。`, untilProvisional: (day: string) => `异议期暂定到 ${day}；该年放假安排待公告，期满前不失去权利。`,
    course: (answer: number, review: number) => `${answer} 个工作日内答复，逾期未答复的自动转上级复核；对答复不同意的，可申请复核，${review} 个工作日内作出决定。`,
  },
  en: {
    nothing: 'It does not say what the objection is about', from: 'Open the figure that is wrong, find the entry in its grounds and choose “Object”; to a public notice one objects beside its list.', points: 'My points', score: 'Branch score', selections: 'Awards',
    raiser: 'Raised by', listing: 'Say what happened and what shows it, truthfully and under your own name. Only those who decide read it, never the member on the notice, and nobody is chosen before it is settled.',
    title: 'Object', now: 'The entry says', by: 'Answered by', hint: 'Say what happened and what shows it. The number stays meanwhile and is marked as under objection.',
    open: 'The month is not published yet; an objection can be raised at any time.', until: (day) => `The time to object ends on ${day}.`, untilProvisional: (day) => `The time to object ends provisionally on ${day}; holidays of the year are not announced, and no right is lost before.`,
    course: (answer, review) => `An answer is due in ${answer} working days; without one it goes to review by itself. Whoever does not agree with the answer asks for a review, decided in ${review} working days.`,
  },
});

/** 提出异议: what it is about stands there already; only the words are written. */
export function RaisePage() {
  const t = useTexts(texts);
  const [{ subject, of, fact, item, year, selection, listed }] = useAddress({ subject: '', of: '', fact: '', item: '', year: '', selection: '', listed: '' });
  const form = useCall(readObjectionForm, {
    subject: subject === 'branch' ? 'branch' : 'person', of, ...(fact === '' ? {} : { fact }), ...(item === '' ? {} : { item }), ...(year === '' ? {} : { year: Number(year) }),
    ...(selection === '' ? {} : { selection, listed }) }, { enabled: of !== '' });
  // A link that was cut short, or an address typed by hand.
  if (of === '' || form.error?.refusal.name === 'InputInvalid') return <NothingNamed />;
  return (
    <div className="objection-page">
      <PageHeader title={t.title} />
      {form.error ? <ErrorNote refusal={form.error.refusal} /> : form.data ? <Raise form={form.data} /> : <LinesSkeleton count={4} />}
    </div>
  );
}

/** One objects from where the figure stands; here are the ways to it. */
function NothingNamed() {
  const t = useTexts(texts);
  const ways = <>{([[paths.myPoints(), t.points], [paths.branchScore(), t.score], [paths.selections(), t.selections]] as const).map(([to, name]) => <PathLink key={to} to={to} className="link-button">{name}</PathLink>)}</>;
  return <><PageHeader title={t.title} /><EmptyState title={t.nothing} next={t.from} action={ways} /></>;
}

function Raise({ form }: { readonly form: ObjectionForm }) {
  const t = useTexts(texts);
  const words = useTexts(objectionTexts);
  const say = useWords();
  const { language } = useLanguage();
  const navigate = useNavigate();
  const raising = useWrite(raiseObjection);
  const { about, subject, deadline } = form;
  const send = ({ said }: { said: string }) => raising.mutate({ about, subject: { kind: subject.kind, id: subject.id }, words: said }, {
    onSuccess: ({ objection }) => void navigate({ to: paths.objection(objection) }) });
  return (
    <>
      <dl className="room-facts">
        <div><dt>{words.about}</dt><dd><b>{say(form.label)}</b></dd></div>
        {form.detail === null ? null : <div><dt>{t.now}</dt><dd>{say(form.detail)}</dd></div>}
        <div><dt>{about.kind === 'listing' ? t.raiser : words.whose}</dt><dd>{subject.name}</dd></div>
        <div><dt>{words.matter}</dt><dd>{say(matterWords[form.matter])}</dd></div>
        <div><dt>{t.by}</dt><dd>{form.body === 'office' ? words.office : form.organisation.name}</dd></div>
      </dl>
      <p className="objection-hint">
        {deadline === null ? t.open : (form.provisional ? t.untilProvisional : t.until)(dayText(deadline, language))} {t.course(form.answerDays, form.reviewDays)}
      </p>
      <KeptForm<{ said: string }> of={`objection ${JSON.stringify(about)} ${subject.id}`} tabOnly layout="vertical" onFinish={send} className="objection-form">
        <NonClassifiedNotice />
        <Form.Item name="said" label={words.why} extra={about.kind === 'listing' ? t.listing : t.hint} rules={[{ required: true, min: 2, message: words.needed }]}><Input.TextArea rows={5} maxLength={500} /></Form.Item>
        {raising.error ? <Form.Item><ErrorNote refusal={raising.error.refusal} /></Form.Item> : null}
        <Button type="primary" htmlType="submit" loading={raising.isPending}>{t.title}</Button>
      </KeptForm>
    </>
  );
}
