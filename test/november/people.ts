import type { Rows } from './moving-in.ts';

/** 看守所党支部 (A): a committee of four, two groups of which the second ends in September, one retired, one who leaves in September. */
export const DETENTION = '看守所党支部';
/** 刑侦支队党支部 (B): a committee of three, one probationary, one long ill. */
export const CRIMINAL = '刑侦支队党支部';
/** 机要通信科党支部 (C): a secretary, no committee. */
export const SIGNALS = '机要通信科党支部';
export const [GROUP_ONE, GROUP_TWO] = ['看守所第一党小组', '看守所第二党小组'];
/** The office sits in a branch of its own, which nobody looks at here. */
export const POLITICAL = '政治部党支部';

export const organisations: Rows = [
  ['清源市公安局党组织一览表'], [],
  ['编号', '党组织全称', '简称', '类别', '上级党组织', '成立时间'],
  ['Q1', '中共清源市公安局机关委员会', '机关党委', '机关党委', '局党委', '2020.1.1'],
  ['Q11', '中共清源市看守所支部委员会', DETENTION, '党支部', '机关党委', '2020-01-01'],
  ['Q11-1', GROUP_ONE ?? '', GROUP_ONE ?? '', '党小组', DETENTION, '2020年1月1日'], ['Q11-2', GROUP_TWO ?? '', GROUP_TWO ?? '', '党小组', DETENTION, '2020年1月1日'],
  ['Q12', '中共清源市公安局刑侦支队支部委员会', CRIMINAL, '党支部', '机关党委', '20200101'],
  ['Q13', '中共清源市公安局机要通信科支部', SIGNALS, '党支部', '机关党委', '2020-01-01'],
  ['Q14', '中共清源市公安局政治部支部委员会', POLITICAL, '党支部', '机关党委', '2020-01-01'],
];

interface Member { readonly number: string; readonly name: string; readonly joined: string; readonly post?: string; readonly group?: string; readonly staff?: string; readonly stage?: string; readonly without?: string }
const member = (number: string, name: string, joined: string, over: Partial<Member> = {}): Member => ({ number, name, joined, ...over });

export const detention: readonly Member[] = [
  member('610001', '安闻', '2010-03-05', { post: '书记' }), member('610002', '白屿', '2012-05-10', { post: '组织委员' }),
  member('610003', '丛山', '2015-06-20', { post: '宣传委员' }), member('610004', '杜若', '2011-09-15', { post: '纪检委员' }),
  member('610005', '鄂川', '2009-12-01', { post: '党小组长', group: GROUP_ONE }), member('610006', '方策', '2013-11-08', { group: GROUP_ONE }), member('610007', '费宁', '2016-07-01', { group: GROUP_ONE }),
  member('610008', '齐朗', '2008-01-15', { post: '党小组长', group: GROUP_TWO }), member('610009', '窦原', '2018-04-22', { group: GROUP_TWO, without: '学历' }),
  member('610010', '陆遥', '1985-07-01', { group: GROUP_TWO, staff: '离退休', without: '联系电话' }), member('610011', '牛本', '2014-10-12'),
];
export const criminal: readonly Member[] = [
  member('620001', '高砚', '2005-07-20', { post: '书记' }), member('620002', '葛川', '2012-09-03', { post: '组织委员' }), member('620003', '管默', '2013-02-10', { post: '纪检委员' }),
  member('620004', '耿岑', '2016-10-05'), member('620005', '关岫', '2017-12-02'), member('620006', '桂霖', '2011-03-18'),
  member('620007', '郝澄', '2026-06-01', { stage: '预备党员', without: '民族' }), member('620008', '姬枰', '2009-11-11'),
];
export const signals: readonly Member[] = [
  member('630001', '骆珩', '2007-07-07', { post: '书记' }), member('630002', '凌昀', '2014-11-06'), member('630003', '米芮', '2015-11-20'),
];
export const office: readonly Member[] = [member('640001', '沈岳', '2004-04-04', { post: '书记' }), member('640002', '陶茗', '2008-08-08'), member('640003', '翁筠', '2010-10-10')];

const TITLES = ['序号', '姓 名', '性别', '民族', '出生年月日', '文化程度', '党员类别', '所在支部', '入党时间', '转正时间', '岗位', '手机', '身份类别', '警号/内部编号', '党内职务', '党小组', '身份证号', '备注'];

/** As an office has it: a title above, a row of nothing, days written in four ways, an ID number nobody needs, and a total below. */
export function roster(): Rows {
  const branches = [[DETENTION, detention], [CRIMINAL, criminal], [SIGNALS, signals], [POLITICAL, office]] as const;
  const all = branches.flatMap(([branch, people]) => people.map((it) => ({ branch, ...it })));
  const day = (iso: string, at: number): string => [iso, iso.replaceAll('-', ''), iso.replaceAll('-', '.'), `${Number(iso.slice(0, 4))}年${Number(iso.slice(5, 7))}月${Number(iso.slice(8))}日`][at % 4] ?? iso;
  const rows = all.map((it, at) => {
    const full = it.stage === undefined;
    const cells: Record<string, string> = {
      性别: at % 3 === 0 ? '女' : '男', 民族: '汉族', 出生年月日: day('1980-02-03', at), 文化程度: '大学本科', 岗位: '民警', 手机: `1380000${it.number.slice(2)}`,
      入党时间: day(it.joined, at), 转正时间: full ? day(`${Number(it.joined.slice(0, 4)) + 1}${it.joined.slice(4)}`, at) : '',
    };
    const emptied: Record<string, string> = { 学历: '文化程度', 联系电话: '手机', 民族: '民族' };
    if (it.without) cells[emptied[it.without] ?? ''] = '';
    return TITLES.map((title) => ({ 序号: String(at + 1), '姓 名': ` ${it.name} `, 党员类别: it.stage ?? '正式党员', 所在支部: it.branch, 身份类别: it.staff ?? '民警', '警号/内部编号': it.number, 党内职务: it.post ?? '', 党小组: it.group ?? '', ...cells })[title] ?? '');
  });
  return [['清源市公安局党员花名册（2026年1月）'], [], TITLES, ...rows, ['合计', String(all.length)]];
}
