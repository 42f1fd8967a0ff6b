import { Button } from 'antd';
import { exportDrawProof, readDraw } from '#domain/spot-checks/draw-contract.ts';
import { paths } from '#web/paths.ts';
import { useField } from '#web/shell/address.ts';
import { useCall, useDownload } from '#web/shell/calling.ts';
import { defineTexts, useMarks, useTexts } from '#web/shell/language.tsx';
import { PageFault } from '#web/shell/PageFault.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { PageSkeleton } from '#web/ui/Skeletons.tsx';
import { drawTexts } from './draw-texts.ts';
import './spot-checks.css';

const texts = defineTexts({
  zh: {
    title: '复核方法', back: '返回抽取名单', save: '下载复核文件', hash: '名单指纹（SHA-256）', words: '词语（按输入先后）', seed: '种子（SHA-256）', notYet: '抽取后显示', text: '公布的名单原文', run: '用下载的文件和程序目录中的 scripts/verify-draw.mjs 重算（需要 Node.js）：',
    steps: {
      list: '名单指纹是名单原文（UTF-8）的 SHA-256，公布名单时即公开；名单改动一个字，指纹就不同。',
      seed: '种子是“名单指纹、各人的词语”逐行连接后的 SHA-256，没有人能独自决定。',
      lot: '每个支部的签是“种子、换行、支部编号”的 SHA-256。',
      order: '每组按比例向上取整；规定季度内没有抽到过的排在前面，其余在后，各按签由小到大取足为止。',
      items: '抽查项目：只能由检查评分的项目、支部记录显示的缺项，其余按“种子、换行、编号、换行、项目”的签取最小的八项。',
    },
  },
  en: {
    title: 'How to verify the draw', back: 'Back to the draw', save: 'Download the proof file', hash: 'Hash of the list (SHA-256)', words: 'Words, in their order', seed: 'Seed (SHA-256)', notYet: 'shown after the draw', text: 'The published list, to the letter', run: 'Repeat it with this file and scripts/verify-draw.mjs of the program (needs Node.js):',
    steps: {
      list: 'The hash of the list is SHA-256 of its text in UTF-8. It was public before any word was typed; one letter changed gives another hash.',
      seed: 'The seed is SHA-256 of that hash and the words, one in each line. Nobody decides it alone.',
      lot: 'The lot of a branch is SHA-256 of the seed, a new line, and its number.',
      order: 'Of each stratum a share is taken, rounded up: first those not drawn for so many quarters, then the others, the smallest lot first.',
      items: 'Items: those that only a check marks, the gaps that the branch’s records show, and of the others the eight with the smallest SHA-256 of seed, number and item.',
    },
  },
});

/** 复核方法: what a draw follows from, for whoever wants to repeat it; nobody else needs to read hashes. */
export function DrawProofPage() {
  const t = useTexts(texts);
  const marks = useMarks();
  const { quarterOf } = useTexts(drawTexts);
  const draw = useField('draw');
  const page = useCall(readDraw, { draw });
  const saving = useDownload(exportDrawProof);
  if (page.error) return <PageFault refusal={page.error.refusal} onRetry={() => void page.refetch()} />;
  if (!page.data) return <PageSkeleton />;
  const { card, proof } = page.data;
  return (
    <div className="check-proof">
      <PageHeader title={t.title} beside={<span className="page-aside">{quarterOf(card.window)} · {card.organisation.name}</span>} actions={<><PathLink to={paths.draw(draw)} className="link-button">{t.back}</PathLink><Button type="primary" loading={saving.isPending} onClick={() => saving.mutate({ draw })}>{t.save}</Button></>} />
      {saving.error ? <ErrorNote refusal={saving.error.refusal} /> : null}
      <ol className="check-method">{Object.values(t.steps).map((step) => <li key={step}>{step}</li>)}</ol>
      <p>{t.run}</p>
      <pre tabIndex={0}>{`node scripts/verify-draw.mjs zhibu-draw-${card.window}.json ${card.listHash}`}</pre>
      <dl>
        <dt>{t.hash}</dt><dd><code>{card.listHash}</code></dd>
        <dt>{t.words}</dt><dd>{proof.words.length === 0 ? t.notYet : proof.words.join(marks.list)}</dd>
        <dt>{t.seed}</dt><dd>{proof.seed === null ? t.notYet : <code>{proof.seed}</code>}</dd>
        <dt>{t.text}</dt><dd><pre tabIndex={0}>{proof.text}</pre></dd>
      </dl>
    </div>
  );
}
