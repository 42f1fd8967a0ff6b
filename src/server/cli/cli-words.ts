import type { Words } from '#domain/words/words.ts';

/** How the command line is used, in both languages. */
export const usage: Words = {
  zh: `用法:
  npm run zhibu -- scheme check 方案.yaml [--facts 记录文件] [--lang zh|en]
      检查考核方案，列出全部问题（行、列）。给出记录文件时，另说明各班组按次计分最高可得多少。
  npm run zhibu -- scheme try 方案.yaml --facts 记录文件 [--at 日期] [--why 姓名或支部] [--json] [--lang zh|en]
      用记录文件试算，列出每人得分、各支部得分和年度结果。不保存任何内容。
      --at    截至日期，如 2026-12-31；不写为今天，记录全在往年的为该年 12 月 31 日
      --why   列出此人或此党支部每一分的依据（姓名、支部名称、编号或代号）
      --json  以 JSON 输出合计与依据
  npm run zhibu -- backup 备份文件 [--passphrase-file 口令文件] [--with-secret] [--rehearse] [--lang zh|en]
      把全部单位、共用表和已上传文件存成一个文件，系统可照常使用。不依赖 pg_dump。
      --passphrase-file  用该文件第一行作口令加密
      --with-secret      连同密钥一起保存（须加密）
      --rehearse         存好后恢复到一个临时数据库，逐表核对，再删除
  npm run zhibu -- backup --verify 备份文件 [--passphrase-file 口令文件]
      只检查备份文件是否完好，不需要数据库。
  npm run zhibu -- restore 备份文件 [--passphrase-file 口令文件] [--rehearse] [--lang zh|en]
      恢复到空的 DATA_DIR 或空的 DATABASE_URL，核对一致才算数；目标非空、文件损坏、口令不对时不写入任何内容。
      --bureau 代码  只恢复备份中的一个单位（如 own），恢复到没有这个单位的已有系统中；重新启动服务后可用
  npm run zhibu -- doctor [--lang zh|en]
      检查设置、数据目录、磁盘、数据库、升级、角色、证书、备份和后台任务，逐项说明该怎么办；有故障时退出码为 1。
  npm run zhibu -- tls 名称或地址… [--lang zh|en]
      在数据目录中生成本地签发机构和服务器证书（需要 openssl），并说明如何在各终端安装。
  npm run zhibu -- unlock [用户名] [--bureau 代码] [--lang zh|en]
      应急：三员都登录不了时，由服务器上的运行账户给其中一人换发初始密码（只显示一次），解除其动态口令，并记入操作日志。
      不写用户名则列出三员的账号；有几个单位时用 --bureau 写明代码。
  npm run zhibu -- portal [--lang zh|en]
      统一身份认证入口：与单位的统一身份认证（OpenID Connect）或目录（LDAP、AD）对接，为通过认证的人签发进入支部系统的票据，持续运行，Ctrl-C 结束。
      设置写在环境变量中（OIDC_ISSUER 或 LDAP_URL 等），见 docs/operations.zh-CN.md；缺什么会逐项说明。
  记录文件：.xlsx、.yaml 或系统导出的 .jsonl。格式见 docs/scheme.md。
退出码：0 正常，1 有问题，2 用法有误。
`,
  en: `Usage:
  npm run zhibu -- scheme check SCHEME.yaml [--facts FACTS] [--lang zh|en]
      Checks a scheme and lists every problem with line and column. With a facts file it also says what each shift team
      can reach under rules that pay by the session.
  npm run zhibu -- scheme try SCHEME.yaml --facts FACTS [--at DATE] [--why WHO] [--json] [--lang zh|en]
      Tries the scheme on facts and prints everybody's points, every branch's marks and the results of the year. Nothing is stored.
      --at    up to this day, such as 2026-12-31; today if left out, or 31 December where all facts are of an earlier year
      --why   the grounds of every point of this person or branch (name, number or id)
      --json  totals and grounds as JSON
  npm run zhibu -- backup FILE [--passphrase-file FILE] [--with-secret] [--rehearse] [--lang zh|en]
      Saves all bureaus, the shared tables and uploaded files into one file while the server runs. Needs no pg_dump.
      --passphrase-file  encrypts with the first line of that file
      --with-secret      takes the secret along (encrypted only)
      --rehearse         then restores it into a database made for this, compares every table, and removes it
  npm run zhibu -- backup --verify FILE [--passphrase-file FILE]
      Only checks that a backup file is whole; needs no database.
  npm run zhibu -- restore FILE [--passphrase-file FILE] [--rehearse] [--lang zh|en]
      Restores into an empty DATA_DIR or DATABASE_URL and compares; a filled target, a damaged file or a wrong passphrase
      leave nothing written.
      --bureau CODE  brings back one bureau of the backup (such as own) into an installation that does not have it; restart the
                     server afterwards
  npm run zhibu -- doctor [--lang zh|en]
      Examines settings, data folder, disk, database, migrations, roles, certificate, backups and long work, and says of each what to
      do; ends with 1 when something does not work.
  npm run zhibu -- tls NAME… [--lang zh|en]
      Makes a local authority and a certificate for these names and addresses in the data folder (needs openssl), and says how
      desks and phones come to trust it.
  npm run zhibu -- unlock [USER] [--bureau CODE] [--lang zh|en]
      In an emergency, when no administrator comes in: whoever runs the server gives one of the three a new first password (shown
      once), takes his second factor away, and the audit trail says so. Without a name it lists the administrators' accounts; with
      several bureaus say which.
  npm run zhibu -- portal [--lang zh|en]
      Single sign-on: speaks OpenID Connect with the bureau's provider of identities, or LDAP with its directory, and makes tickets
      into Zhibu for whoever was proved; runs until Ctrl-C. It is set by the environment (OIDC_ISSUER or LDAP_URL and others), see docs/operations.md; what lacks is named.
  FACTS: .xlsx, .yaml or an exported .jsonl. The format is described in docs/scheme.md.
Exit codes: 0 fine, 1 problems, 2 wrong usage.
`,
};

export const says = {
  unknownCommand: (written: string): Words => ({ zh: `没有“${written}”这个命令。`, en: `There is no command “${written}”.` }),
  noFile: (name: string): Words => ({ zh: `找不到文件 ${name}。`, en: `There is no file ${name}.` }),
  tooLargeFile: (name: string, megabytes: number): Words => ({ zh: `文件 ${name} 超过 ${megabytes} MB，不予读取。`, en: `The file ${name} has more than ${megabytes} MB and is not read.` }),
  schemeMissing: { zh: '请写明方案文件。', en: 'Name the scheme file.' },
  factsMissing: { zh: '请用 --facts 写明记录文件。', en: 'Name the facts file with --facts.' },
  wrongDate: (written: string): Words => ({ zh: `--at “${written}”不是日期，请写成 2026-12-31。`, en: `--at “${written}” is not a date. Write it as 2026-12-31.` }),
  wrongLanguage: (written: string): Words => ({ zh: `--lang 只能是 zh 或 en，不能是“${written}”。`, en: `--lang is zh or en, not “${written}”.` }),
  wrongOption: (message: string): Words => ({ zh: `选项有误：${message}`, en: `Wrong option: ${message}` }),
  noOption: (option: string): Words => ({ zh: `没有 ${option} 这个选项。`, en: `There is no option ${option}.` }),
  optionEmpty: (option: string): Words => ({ zh: `选项 ${option} 没有写值。`, en: `The option ${option} lacks its value.` }),
  optionTakesNothing: (option: string): Words => ({ zh: `选项 ${option} 后面不写值。`, en: `The option ${option} takes no value.` }),
  noPerson: (written: string, nearest: string | null): Words => ({
    zh: `记录文件里没有“${written}”${nearest === null ? '' : `，是否应为“${nearest}”`}。`,
    en: `There is nobody called “${written}” in the facts.${nearest === null ? '' : ` Did you mean “${nearest}”?`}`,
  }),
  severalPersons: (written: string): Words => ({ zh: `有几个人都叫“${written}”，请改写编号。`, en: `Several persons are called “${written}”. Write the number instead.` }),
  problems: (count: number): Words => ({ zh: `共 ${count} 个问题。`, en: count === 1 ? '1 problem.' : `${count} problems.` }),
  fine: (label: Words, version: number, takesEffect: string): Words => ({
    zh: `${label.zh}第 ${version} 版，自 ${takesEffect} 起施行：没有问题。`, en: `${label.en}, version ${version}, in force from ${takesEffect}: no problems.`,
  }),
  branch: { zh: '党支部', en: 'branch' },
  score: { zh: '得分', en: 'score' },
  grade: { zh: '建议等次', en: 'grade proposed' },
  veto: { zh: '否决', en: 'veto' },
  undecided: { zh: '提请决定', en: 'to be decided' },
  /** What stands before a warning. */
  warning: { zh: '提醒：', en: 'warning: ' },
  upTo: (label: Words, version: number, date: string): Words => ({
    zh: `${label.zh}第 ${version} 版，截至 ${date}（试算，不保存）`, en: `${label.en}, version ${version}, up to ${date} (a trial, nothing is stored)`,
  }),
  person: { zh: '姓名', en: 'Person' },
  year: { zh: '年度', en: 'Year' },
  total: { zh: '合计', en: 'Total' },
  proposed: { zh: '待确认', en: 'To be confirmed' },
  noBasis: { zh: '依据不足', en: 'no basis' },
  excluded: { zh: '按规定不参评', en: 'not evaluated' },
  gaps: (labels: readonly Words[]): Words => ({
    zh: `（缺项：${labels.map(({ zh }) => zh).join('、')}）`, en: ` (gap: ${labels.map(({ en }) => en).join(', ')})`,
  }),
  nobody: { zh: '没有可计分的人员。', en: 'There is nobody whose points could be counted.' },
} as const;
