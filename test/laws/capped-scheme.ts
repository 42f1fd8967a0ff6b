/** What the small scheme of these tests bounds besides what it always does. */
export interface Bounds {
  readonly version?: number;
  /** Marks for each attended session and their ceiling in a window; the week is the one window that crosses years. */
  readonly attendance?: { readonly each: string; readonly ceiling: string; readonly per: 'week' | 'month' };
}

/**
 * A scheme with everything that a concurrent bureau can break: shares of the year, a fixed mark for each attended
 * session under a ceiling, lectures bounded by the month, and a total bounded by the year.
 */
export const cappedScheme = ({ version = 1, attendance = { each: '0.50', ceiling: '1.00', per: 'month' } }: Bounds = {}): string => `
scheme: capped
version: ${version}
label: { zh: 有上限的办法, en: A scheme with ceilings }
takesEffect: 2026-01-01
source: { zh: 测试用, en: For tests }
activities:
${activity('mondayStudy', 'members', 'makeUpDays: 14')}
${activity('partyLecture', 'members', 'makeUpDays: 14')}
${activity('criticismMeeting', 'members', 'makeUpDays: 14')}
${activity('committeeMeeting', 'committee')}
contents: []
excuses:
${excuse('onDuty', 'shift')}
${excuse('postNightRest', 'postNightRest')}
${excuse('closedDuty', 'closedDuty')}
${excuse('secondment', 'secondment')}
${excuse('studyStop', 'studyStop')}
${excuse('sickLeave')}
points:
  kind: part
  id: memberPoints
  label: { zh: 积分, en: Points }
  clause: 第一条
  combine: sum
  missing: required
  limits:
    - { bound: ceiling, value: 30.00, per: year, clause: 第一条 }
  children:
    - kind: part
      id: study
      label: { zh: 学习, en: Study }
      clause: 第二条
      combine: sum
      missing: zero
      children:
        - { kind: rule, id: studyShare, label: { zh: 出勤, en: Attendance }, clause: 第二条, match: { activities: [mondayStudy, criticismMeeting], part: attendance }, value: { kind: share, full: 16.00 } }
        - { kind: rule, id: committeeShare, label: { zh: 支委会, en: Committee }, clause: 第二条, match: { activities: [committeeMeeting], part: attendance }, value: { kind: share, full: 4.00 } }
    - kind: part
      id: service
      label: { zh: 参与, en: Taking part }
      clause: 第三条
      combine: sum
      children:
        - kind: rule
          id: attended
          label: { zh: 每次, en: Each session }
          clause: 第三条
          match: { activities: [mondayStudy, partyLecture], part: attendance }
          value: { kind: fixed, each: ${attendance.each}, perSession: true }
          limits:
            - { bound: ceiling, value: ${attendance.ceiling}, per: ${attendance.per}, clause: 第三条 }
        - kind: rule
          id: lecture
          label: { zh: 讲课, en: Lecture }
          clause: 第三条
          match: { activities: [mondayStudy, partyLecture], part: speaker }
          value: { kind: fixed, each: 1.00 }
          limits:
            - { bound: ceiling, value: 2.00, per: month, clause: 第三条 }
`;

const activity = (id: string, audience: string, more = ''): string =>
  `  - { id: ${id}, label: { zh: ${id}, en: ${id} }, audience: ${audience}, heldBy: branch, from: "19:00", to: "21:00", clause: 第四条${more && `, ${more}`} }`;

const excuse = (id: string, broughtBy?: string): string =>
  `  - { id: ${id}, label: { zh: ${id}, en: ${id} }, exempts: true, makeUp: optional, shownAs: duty${broughtBy ? `, broughtBy: ${broughtBy}` : ''} }`;
