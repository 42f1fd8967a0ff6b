/**
 * A small scheme of branches for tests: three aspects whose items are judged in most of the ways that the format knows. It
 * is not the sample of the repository, so that a change of that one moves no test of this room.
 */
export const branchScheme = `
scheme: branchMarks
version: 1
label: { zh: 支部考核（测试）, en: Marks of branches (test) }
takesEffect: 2026-01-01
activities:
  - { id: mondayStudy, label: { zh: 周一集中学习, en: Monday study }, audience: members, exceptStaff: [retired], heldBy: branch, from: 19:00, to: 21:00, makeUpDays: 14, clause: 第六条, labels: [study] }
  - { id: partyLecture, label: { zh: 党课, en: Party lecture }, audience: members, heldBy: branch, from: 15:00, to: 16:30, makeUpDays: 14, clause: 第六条, labels: [study] }
  - { id: themePartyDay, label: { zh: 主题党日, en: Theme Party Day }, audience: members, heldBy: branch, from: 14:30, to: 16:30, makeUpDays: 14, clause: 第六条, labels: [lasting] }
  - { id: committeeMeeting, label: { zh: 支委会会议, en: Committee meeting }, audience: committee, heldBy: branch, from: 15:00, to: 16:00, clause: 第六条, labels: [lasting] }
  - { id: groupMeeting, label: { zh: 党小组会, en: Group meeting }, audience: members, heldBy: group, from: 15:00, to: 16:00, clause: 第六条, labels: [lasting] }
  - { id: safetyBriefing, label: { zh: 安全讲评, en: Safety briefing }, audience: everybody, heldBy: branch, from: 15:00, to: 16:00, clause: 第六条 }
excuses:
  - { id: onDuty, label: { zh: 值班备勤, en: On duty }, exempts: true, makeUp: optional, shownAs: duty, broughtBy: shift }
  - { id: closedDuty, label: { zh: 全封闭执勤, en: Closed duty }, exempts: true, makeUp: optional, shownAs: duty, broughtBy: closedDuty }
  - { id: secondment, label: { zh: 借调, en: Secondment }, exempts: true, makeUp: no, shownAs: duty, broughtBy: secondment }
  - { id: sickLeave, label: { zh: 病假, en: Sick leave }, exempts: true, makeUp: no, shownAs: leave }
  - { id: calledOut, label: { zh: 出警, en: Called out }, exempts: true, makeUp: optional, shownAs: duty }
  - { id: personalLeave, label: { zh: 事假, en: Personal leave }, exempts: false, makeUp: required, shownAs: leave }
framework:
  - { id: loyalty, label: { zh: 忠诚警魂, en: Loyalty } }
  - { id: study, label: { zh: 理论武装, en: Study }, under: loyalty }
  - { id: service, label: { zh: 战时党建, en: Service } }
  - { id: lasting, label: { zh: 长效机制, en: Lasting rules } }
records:
  - { id: visit, label: { zh: 走访慰问, en: Visits }, persons: many, keptBy: branch, key: [day, persons], labels: [service, study] }
  - { id: talk, label: { zh: 谈心谈话, en: Talks }, persons: many, keptBy: branch, privacy: own, key: [day, persons], labels: [lasting] }
  - id: decision
    label: { zh: 党纪处理, en: Decisions of discipline }
    persons: one
    lasts: true
    fields:
      - { id: level, label: { zh: 种类, en: Kind }, kind: level, required: true, levels: [{ id: criticised, label: { zh: 通报批评, en: Criticised } }, { id: warned, label: { zh: 党内警告, en: Warned } }] }
      - { id: document, label: { zh: 文号, en: Document }, kind: matter }
    keptBy: discipline
    privacy: discipline
    key: [document]
    labels: [service]
  - { id: occasion, label: { zh: 重要节点, en: Occasions }, persons: none, keptBy: office, key: [day] }
  - { id: brand, label: { zh: 支部品牌, en: Brand }, persons: none, lasts: true, keptBy: branch, key: [day] }
  - id: dues
    label: { zh: 党费收缴, en: Dues }
    persons: none
    fields: [{ id: due, label: { zh: 应缴人次, en: Due }, kind: count, required: true }, { id: paid, label: { zh: 实缴人次, en: Paid }, kind: count, required: true }]
    keptBy: branch
    key: [day]
points:
  kind: part
  id: memberPoints
  label: { zh: 党员积分, en: Points }
  clause: 第七条
  full: 20.00
  missing: zero
  children:
    - { kind: rule, id: mondayShare, label: { zh: 周一集中学习, en: Monday study }, clause: 第九条, match: { activities: [mondayStudy], part: attendance }, value: { kind: share, full: 16.00 } }
    - { kind: rule, id: lectures, label: { zh: 讲党课, en: Lectures }, clause: 第九条, full: 4.00, match: { part: speaker }, value: { kind: fixed, each: 2.00 }, limits: [{ bound: ceiling, value: 4.00, per: year, clause: 第九条 }] }
indicators:
  kind: part
  id: branchTotal
  label: { zh: 支部考核, en: Marks of the branch }
  clause: 第十条
  full: 48.00
  missing: renormalise
  children:
    - kind: part
      id: thought
      label: { zh: 思想建设, en: Thought }
      clause: 第十一条
      full: 16.00
      missing: renormalise
      children:
        - { kind: rule, id: studyHeld, label: { zh: 集中学习开展, en: Study held }, clause: 第十一条第一项, match: { activities: [mondayStudy] }, value: { kind: held, full: 4.00 } }
        - { kind: rule, id: studyRate, label: { zh: 集中学习参学率, en: Attendance }, clause: 第十一条第二项, match: { activities: [mondayStudy] }, value: { kind: share, full: 4.00, scale: { fullFrom: 95, perPoint: 0.10, zeroBelow: 60 } } }
        - { kind: rule, id: hoursMet, label: { zh: 年度学时达标, en: Hours }, clause: 第十一条第三项, match: { activities: [mondayStudy, partyLecture] }, value: { kind: members, full: 3.00, have: { hours: 8, committeeHours: 12 }, proRata: true } }
        - { kind: rule, id: committeeLectures, label: { zh: 支委讲课, en: Lectures of the committee }, clause: 第十一条第四项, match: { activities: [partyLecture, mondayStudy], speaker: committee }, value: { kind: duty, full: 2.00, per: month } }
        - { kind: rule, id: promptRecords, label: { zh: 及时记录, en: Prompt records }, clause: 第十一条第五项, match: { activities: [mondayStudy, partyLecture] }, value: { kind: portion, full: 3.00, which: { enteredWithin: 7 } } }
    - kind: part
      id: organisation
      label: { zh: 组织建设, en: Organisation }
      clause: 第十二条
      full: 18.00
      missing: renormalise
      children:
        - { kind: rule, id: themeDays, label: { zh: 主题党日, en: Theme days }, clause: 第十二条第一项, guidance: { zh: 每月固定一天，全体党员参加，当日记入系统。, en: One fixed day a month for all members; record it on the day. }, match: { activities: [themePartyDay] }, value: { kind: duty, full: 4.00, per: month, late: { days: 15, percent: 50 } } }
        - { kind: rule, id: committeeMeetings, label: { zh: 支部委员会会议, en: Committee meetings }, clause: 第十二条第二项, match: { activities: [committeeMeeting] }, onlyWith: committee, value: { kind: duty, full: 3.00, per: month } }
        - { kind: rule, id: groupMeetings, label: { zh: 党小组会, en: Group meetings }, clause: 第十二条第三项, match: { activities: [groupMeeting, themePartyDay] }, onlyWith: groups, value: { kind: duty, full: 2.00, per: month, forEach: group } }
        - { kind: rule, id: talks, label: { zh: 谈心谈话覆盖, en: Talks }, clause: 第十二条第四项, match: { records: [talk] }, value: { kind: pairs, full: 3.00 } }
        - { kind: rule, id: posts, label: { zh: 班子配备, en: Posts }, clause: 第十二条第五项, match: {}, value: { kind: posts, full: 2.00, posts: [secretary, organiser], vacantMonths: 3, each: 0.50 } }
        - { kind: rule, id: duesPaid, label: { zh: 党费收缴, en: Dues }, clause: 第十二条第六项, match: { records: [dues] }, value: { kind: sums, full: 2.00, of: paid, over: due } }
        - { kind: rule, id: goodPoints, label: { zh: 党员积分达标, en: Members with enough points }, clause: 第十二条第七项, match: {}, value: { kind: members, full: 2.00, have: { points: 8.00 } } }
    - kind: part
      id: discipline
      label: { zh: 纪律和作风, en: Discipline and style }
      clause: 第十三条
      full: 14.00
      missing: renormalise
      children:
        - kind: part
          id: inOrder
          label: { zh: 党员遵规守纪, en: Members in order }
          clause: 第十三条第一项
          full: 5.00
          base: { value: 5.00, per: year }
          limits: [{ bound: floor, value: 0.00, per: year, clause: 第十三条第一项 }]
          children:
            - { kind: rule, id: decisions, label: { zh: 受到处理, en: Decisions }, clause: 第十三条第一项, match: { records: [decision] }, value: { kind: table, by: level, marks: { criticised: -0.50, warned: -1.50 } }, group: { per: document, take: highest } }
        - { kind: rule, id: reminders, label: { zh: 节点廉洁提醒, en: Reminders }, clause: 第十三条第二项, match: { records: [visit] }, value: { kind: answered, full: 3.00, to: { records: [occasion] }, within: { before: 7, after: 0 } } }
        - { kind: rule, id: brands, label: { zh: 一支部一品牌, en: A brand }, clause: 第十三条第三项, match: { records: [brand] }, value: { kind: inForce, full: 2.00 } }
        - { kind: rule, id: visits, label: { zh: 走访慰问, en: Visits }, clause: 第十三条第四项, match: { records: [visit] }, value: { kind: members, full: 2.00, have: { times: 1 } } }
        - { kind: rule, id: selfChecks, label: { zh: 月自查按时, en: Self-checks in time }, clause: 第十三条第五项, match: { records: [selfCheck] }, value: { kind: portion, full: 2.00, which: { where: { filed: [onTime] } } } }
`.trimStart();
