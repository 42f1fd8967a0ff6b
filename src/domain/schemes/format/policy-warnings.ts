import type { Words } from '#domain/words/words.ts';
import type { ReadFile, ReadRule } from './file-shape.ts';
import { rawTree, type RawNode } from './node-list.ts';
import type { Finder, Path } from './problem.ts';
import type { Register } from './register-shape.ts';
import type { ResultPart } from './result-shape.ts';
import { isFactValue } from './value-shapes.ts';

/** Where a scheme goes against the rules that relieve the grass roots, with the article; the office decides (D-60 … D-63). */
export function findPolicyWarnings(file: unknown, read: ReadFile, find: Finder): void {
  const registers = new Map((read.records ?? []).map((register) => [register.id, register]));
  (read.records ?? []).forEach((register, index) => { findAppUse(register, ['records', index], find); });
  for (const tree of ['points', 'indicators'] as const) {
    const root = rawTree(file, tree);
    if (root === null) continue;
    findBelow(root, false, registers, find);
    findPunishedTwice(root, registers, find);
  }
  read.results?.forEach((result, index) => {
    result.parts.forEach((part, at) => {
      findScoredPart(part, ['results', index, 'parts', at], registers, find);
    });
    findProcessShare(result, ['results', index, 'parts'], find);
  });
}

/** What is marked for a result alone, however deep it stands. */
function findScoredPart(part: ResultPart, path: Path, registers: ReadonlyMap<string, Register>, find: Finder): void {
  if (part.kind === 'rule') findScored(part, part.match.records ?? [], registers, path, find);
  if (part.kind === 'group') part.parts.forEach((inner, at) => findScoredPart(inner, [...path, 'parts', at], registers, find));
}

function findBelow(node: RawNode, floored: boolean, registers: ReadonlyMap<string, Register>, find: Finder): void {
  const own = floored || ((node.rule ?? node.part)?.limits ?? []).some(({ bound }) => bound === 'floor');
  if (node.rule !== null) {
    findScored(node.rule, node.rule.match.records ?? [], registers, node.path, find);
    if (takes(node.rule) && !own) find.atValue([...node.path, 'value'], noFloor(node.rule));
    findUnkeyed(node.rule, node.path, registers, find);
  }
  for (const child of node.children) findBelow(child, own, registers, find);
}

interface Rule {
  readonly words: RegExp;
  readonly say: (found: string) => Words;
}

const relief = '《整治形式主义为基层减负若干规定》';
const fingertips = '《关于防治“指尖上的形式主义”的若干意见》';
const scored: readonly Rule[] = [
  {
    words: /批示|领导肯定|领导表扬|刊发|刊载|登报|媒体|报刊|新闻稿|宣传稿|信息采用|稿件|\b(?:press|media|articles?|leaders?['’]? comments?)\b/i,
    say: (found) => ({
      zh: `“${found}”计分：${relief}（2024年8月）要求不得把领导批示、媒体宣传报道作为考核内容（D-63）。请删去，或只作登记不计分。`,
      en: `“${found}” is scored: leaders' comments and press articles must not be assessed (rules on relieving the grass roots, August 2024; D-63). Leave it out, or keep it without points.`,
    }),
  },
  {
    words: /笔记|心得|体会|感悟|感想|读后感|观后感|照片|图片|截图|录像|视频|留痕|痕迹|字数|篇幅|页数|材料份数|\b(?:notes?|notebooks?|reflections?|essays?|photos?|pictures?|screenshots?|videos?|word count|length|pages)\b/i,
    say: (found) => ({
      zh: `“${found}”计分：${relief}要求不得以会议、文件、照片、笔记评价工作（D-62）。请改按是否开展、是否参加计分。`,
      en: `“${found}” is scored: work must not be judged by notes, photos or length (rules on relieving the grass roots; D-62). Score whether it was held or attended.`,
    }),
  },
  {
    words: /点击|点赞|转发|评论数|留言|打卡|签到|在线时长|时长排行|学习强国|登录|活跃度|关注量|浏览|阅读量|(?:平台|应用|软件|客户端|app)(?:的)?使用|\b(?:clicks?|likes?|reposts?|comments?|check-?ins?|sign-?ins?|log-?ins?|time online|app time|page views?|views|(?:app|platform) use|use of (?:an? |the )?(?:study )?(?:app|platform))\b/i,
    say: (found) => ({
      zh: `“${found}”计分：${fingertips}（2023年12月）要求不得以打卡签到、在线时长、积分排名等强制使用（D-60、D-61）。请删去。`,
      en: `“${found}” is scored: check-ins, clicks and time online must not be forced by points (opinions on formalism at the fingertips, December 2023; D-60, D-61). Leave it out.`,
    }),
  },
  {
    words: /排名|排行|名次|末位|\b(?:rank(?:s|ed|ing)?|leader ?board|league table)\b/i,
    say: (found) => ({
      zh: `“${found}”涉及排名：${fingertips}要求不得搞积分排名（D-60）。请按分数线和名额确定等次。`,
      en: `“${found}” ranks people: points must not be ranked (opinions on formalism at the fingertips; D-60). Use thresholds and quotas.`,
    }),
  },
];

const appUse = /学习强国|(?:平台|应用|软件|客户端|app)(?:的)?使用|\b(?:(?:app|platform) use|use of (?:an? |the )?(?:study )?(?:app|platform))\b/i;

/** Keeping who uses an outside app (S0-06) is warned of even where nothing is scored: it is for the person to say, or not. */
function findAppUse(register: Register, path: Path, find: Finder): void {
  if (!namesOf(register).some((name) => appUse.test(name))) return;
  find.atValue([...path, 'label'], {
    zh: `“${register.label.zh}”登记外部平台的使用：${fingertips}要求不得强制使用，不得考核安装、登录、点赞（D-60、D-61）。只能由本人自愿说明，设为只有本人可见（privacy: own），不设任务、不计分、不排名、不通报。`,
    en: `“${register.label.en}” keeps who uses an outside app: its use must not be forced, nor installing, logging in or liking be assessed (opinions on formalism at the fingertips; D-60, D-61). Only what people declare of their own will, seen by themselves (privacy: own), without a task, points, a rank or a circular.`,
  });
}

interface Called {
  readonly id: string;
  readonly label: Words;
}

/** Both names, and the words that an id is made of: studyNotes are study notes. */
const namesOf = ({ id, label }: Called): readonly string[] => [label.zh, label.en, id.replace(/([a-z])([A-Z])/g, '$1 $2')];

/** A rule, or a register that it reads, whose name says that something is scored which must not be. */
function findScored(rule: Called, records: readonly string[], registers: ReadonlyMap<string, Register>, path: Path, find: Finder): void {
  const named = [rule, ...records.flatMap((id): Called[] => {
    const register = registers.get(id);
    return register === undefined ? [] : [register, ...(register.fields ?? []).flatMap((field) => [field, ...(field.levels ?? [])])];
  })];
  for (const { words, say } of scored) {
    const found = named.find((one) => namesOf(one).some((name) => words.test(name)));
    if (found !== undefined) find.atValue([...path, 'label'], say(found.label.zh));
  }
}

/** What a rule takes away. */
function takes({ value }: ReadRule): boolean {
  switch (value.kind) {
    case 'fixed': case 'unit': return value.each < 0;
    case 'table': return Object.values(value.marks).some((mark) => mark < 0);
    case 'steps': return value.steps.some(({ mark }) => mark < 0);
    default: return false;
  }
}

const noFloor = ({ label }: ReadRule): Words => ({
  zh: `“${label.zh}”扣分没有保底，可能扣成负数；请在细则或它的上级写保底（limits: floor）。`,
  en: `“${label.en}” takes points without a floor. Write one here or on a part above (limits: floor).`,
});

/** The same entry recorded twice would pay twice. */
function findUnkeyed({ value, match }: ReadRule, path: Path, registers: ReadonlyMap<string, Register>, find: Finder): void {
  const [unkeyed] = (match.records ?? []).flatMap((id) => registers.get(id) ?? []).filter(({ key }) => key === undefined);
  if (!isFactValue(value) || unkeyed === undefined) return;
  find.atValue([...path, 'match'], {
    zh: `登记簿“${unkeyed.label.zh}”计分却没有查重依据（key），同一件事登记两次就计两次分。`, en: `The register “${unkeyed.label.en}” pays points without a key: what is entered twice pays twice.`,
  });
}

/** One decision of discipline under two rules of one tree is punished twice. */
function findPunishedTwice(root: RawNode, registers: ReadonlyMap<string, Register>, find: Finder): void {
  const seen = new Set<string>();
  const visit = (node: RawNode): void => {
    for (const id of node.rule !== null && takes(node.rule) ? node.rule.match.records ?? [] : []) {
      if (registers.get(id)?.keptBy === 'discipline' && seen.has(id)) find.atValue([...node.path, 'match'], {
        zh: `“${registers.get(id)?.label.zh}”前面的细则已经扣过分，同一处理不应扣两次。`, en: `“${registers.get(id)?.label.en}” is deducted by a rule above already; one decision should cost once.`,
      });
      seen.add(id);
    }
    node.children.forEach(visit);
  };
  visit(root);
}

const MOST = 7000;

/** What was done should not outweigh what came of it. */
function findProcessShare({ of, parts }: NonNullable<ReadFile['results']>[number], path: Path, find: Finder): void {
  const process = parts.reduce((sum, part) => sum + (part.kind === 'total' ? part.weight ?? 0 : 0), 0);
  const at = parts.findIndex(({ kind }) => kind === 'total');
  if (of !== 'branch' || process <= MOST) return;
  find.atValue([...path, at, 'weight'], {
    zh: `日常过程占 ${process / 100}%，超过 70%；${relief}要求考核重实绩，请给述职评议、群众测评等留出权重。`,
    en: `The everyday score is ${process / 100}% of the year, more than 70%. Leave weight to what people say of the results (rules on relieving the grass roots).`,
  });
}
