/** Chinese names of the words a file may use. A file spells them in English; who writes the Chinese one is told. */
export const wordNames: Readonly<Record<string, string>> = {
  // The head of the file and its lists.
  scheme: '方案代号', version: '版本', label: '名称', zh: '中文', en: '英文', takesEffect: '施行日期', document: '文号', source: '来源', tentative: '试行',
  activities: '活动', contents: '学习内容', excuses: '请假事由', framework: '标签体系', records: '登记簿', classes: '人员分类',
  points: '积分', indicators: '考核指标', requirements: '工作要求', results: '年度结果', proposals: '提醒建议', filing: '申报时限',
  // What stands in many places.
  id: '代号', clause: '条款', labels: '标签', guidance: '填写说明', guide: '办理指引', responsible: '责任职务', kind: '类型', full: '满分', from: '从', to: '到', by: '依据', part: '角色或部分',
  parts: '组成', of: '取自', per: '周期', atLeast: '至少', atMost: '至多', each: '每次分值', value: '分值',
  // Activities and excuses.
  audience: '参加范围', exceptStaff: '不参加人员', heldBy: '组织者', weekday: '星期', holiday: '遇节假日', makeUpDays: '补学天数',
  exempts: '免计', makeUp: '补学', shownAs: '对外显示', broughtBy: '自动认定',
  // How a duty is done.
  whoVotes: '表决办法', mistakes: '常见差错', template: '表样',
  // Labels, registers, classes.
  under: '上级标签', persons: '涉及人员', lasts: '有起止', ahead: '预先登记', fields: '栏目', levels: '档次', required: '必填', least: '最小值', most: '最大值',
  keptBy: '谁登记', confirmedBy: '谁确认', privacy: '谁可见', key: '查重依据', use: '用途', staff: '人员类别', stages: '党员类别', committee: '支委成员', are: '怎样计分',
  // The trees of points and indicators.
  combine: '重复计分', missing: '无依据时', base: '基础分', joining: '中途加入', bonus: '另加分', choose: '择一', limits: '封顶保底', bound: '限制', children: '下级',
  basis: '计分前提', group: '合并计分', take: '取哪次', onlyWith: '适用组织',
  // What a rule looks at.
  match: '适用', as: '在登记中的身份', where: '栏目条件', firstItem: '首要议题', complete: '记录完整', speaker: '主讲人身份', speakerIn: '主讲人名册', anyOf: '任一条件', enteredWithin: '几日内录入',
  personsAtLeast: '至少几人',
  // What it is worth.
  perSession: '按次计分', marks: '各档分值', half: '减半条件', steps: '阶梯', mark: '得分', size: '单位大小', round: '零数处理', scale: '折算',
  fullFrom: '满分线', perPoint: '每降一点扣', zeroBelow: '零分线', targetHours: '目标学时', proRata: '按月折算', which: '其中', late: '逾期折扣',
  days: '天数', percent: '百分比', forEach: '逐个计算', within: '期限', before: '事前天数', after: '事后天数', same: '同一时段', during: '起止期间', eachPerson: '逐人对应',
  have: '达标条件', times: '次数', hours: '学时', committeeHours: '委员学时', particulars: '信息完整', excusedBy: '免计条件', over: '除以', outOf: '原满分', judges: '至少评分人数',
  posts: '应配职务', vacantMonths: '空缺月数',
  // What a year comes to.
  weight: '权重', vetoes: '一票否决', grades: '等次', quota: '名额比例', ties: '同分比较', tied: '仍同分时', monthsLeast: '至少满几月',
  decided: '只由组织决定', absentFrom: '无故缺席', course: '办理步骤', quorum: '收回票下限',
  below: '低于', running: '连续几期', enteredIn: '落实登记', due: '申报截止', lock: '锁定', lateDays: '补报天数', objectionDays: '异议天数', answerDays: '答复天数', reviewDays: '复核天数',
};

/** Chinese names of the answers that words allow, where an answer means the same under every word. */
const answerNames: Readonly<Record<string, string>> = {
  members: '党员', committee: '委员会', everybody: '全体人员', officer: '民警', auxiliary: '辅警', civilian: '职员', retired: '离退休',
  branch: '党支部', group: '党小组', groups: '党小组', noCommittee: '未设委员会', monday: '周一', tuesday: '周二', wednesday: '周三', thursday: '周四',
  friday: '周五', saturday: '周六', sunday: '周日', required: '必须', optional: '可补', no: '不补', duty: '勤务', leave: '请假', other: '其他',
  absent: '缺席', shift: '班次', postNightRest: '下夜班休整', closedDuty: '全封闭执勤', secondment: '借调', studyStop: '停学',
  attendance: '参加', speaker: '主讲', exchange: '交流发言', host: '主持', secretary: '书记', ordinary: '普通党员',
  deputySecretary: '副书记', organiser: '组织委员', publicist: '宣传委员', disciplineOfficer: '纪检委员', committeeMember: '委员', groupLeader: '党小组长',
  ceiling: '封顶', floor: '保底', day: '每日', week: '每周', month: '每月', quarter: '每季度', half: '每半年', year: '每年',
  highest: '就高', sum: '累计', first: '取先', renormalise: '分摊', zero: '计零', higher: '取高', lower: '取低', latest: '取最近', facts: '有记录才计',
  bureau: '局党委', none: '不涉及人', one: '一人', many: '多人', office: '机关党委', discipline: '机关纪委', nobody: '不需确认', open: '公开', own: '本人',
  full: '正式党员', probationary: '预备党员', in: '正常计分', out: '不参评', otherwise: '另行计分', suspended: '暂停计分',
  thisYear: '本年', byMonth: '按月', up: '进位', down: '舍去', nearest: '四舍五入', points: '积分', indicators: '考核指标', member: '党员', decide: '提请决定', togetherDown: '一并下调',
};

/** And where it means something of its own under one word. */
const answerNamesUnder: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  kind: {
    part: '构成', rule: '细则', total: '合计', group: '并项',
    fixed: '定额', table: '按档', steps: '阶梯', unit: '按单位', share: '按参学率', hours: '按学时', rated: '按评定', portion: '按占比', held: '按开展率',
    duty: '按期完成', answered: '按回应率', members: '按达标人数', pairs: '按谈话覆盖', sums: '按两数之比', ballot: '按测评票', mark: '按评分',
    inForce: '有效即得', posts: '按班子配备',
    level: '档次', count: '数量', ordinal: '次序', money: '金额', minutes: '时长', date: '日期', flag: '是否', matter: '事项', text: '文字',
  },
  template: { signInSheet: '签到表', minutes: '会议记录', ballotSheet: '民主测评汇总表', registerTemplate: '登记簿导入模板' },
  joining: { full: '全额', none: '不给' },
  stages: { none: '群众' },
  same: { month: '同月', year: '同年' },
  holiday: { skip: '停一次', shift: '顺延', keep: '照常' },
  use: { lecturers: '讲师名册', courses: '课程', bureauBrand: '全局主品牌', brand: '支部品牌', method: '支部工作法', features: '专题报道' },
};

/** The Chinese name of an answer where `word` asks; null where nobody has given it one. */
export const answerName = (answer: string, word: string | null): string | null =>
  own(word === null ? undefined : own(answerNamesUnder, word) ?? undefined, answer) ?? own(answerNames, answer);

const own = <T>(names: Readonly<Record<string, T>> | undefined, word: string): T | null =>
  names !== undefined && Object.hasOwn(names, word) ? names[word] ?? null : null;
