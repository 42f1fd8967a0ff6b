import type { Words } from '#domain/words/words.ts';

/** Roles as they exist in a bureau (finding 20). Each is granted on a subtree for a time. */
export const roleLabels = {
  organsSecretary: { zh: '机关党委书记', en: 'Secretary of the organs committee' },
  organsDeputy: { zh: '专职副书记', en: 'Full-time deputy secretary' },
  organsDiscipline: { zh: '机关纪委', en: 'Discipline commission of the organs' },
  partyAffairsOfficer: { zh: '党务干部', en: 'Party-affairs officer' },
  bureauLeader: { zh: '局领导', en: 'Bureau leader' },
  secretary: { zh: '支部书记', en: 'Branch secretary' },
  deputySecretary: { zh: '支部副书记', en: 'Deputy branch secretary' },
  organiser: { zh: '组织委员', en: 'Committee member for organisation' },
  publicist: { zh: '宣传委员', en: 'Committee member for publicity' },
  disciplineOfficer: { zh: '纪检委员', en: 'Committee member for discipline' },
  groupLeader: { zh: '党小组长', en: 'Group leader' },
  recorder: { zh: '记录员', en: 'Recorder' },
  inspector: { zh: '检查组成员', en: 'Member of an inspection team' },
  integrator: { zh: '数据对接', en: 'Data exchange' },
  systemAdministrator: { zh: '系统管理员', en: 'System administrator' },
  securityAdministrator: { zh: '安全管理员', en: 'Security administrator' },
  auditAdministrator: { zh: '审计管理员', en: 'Audit administrator' },
} as const satisfies Record<string, Words>;

export type Role = keyof typeof roleLabels;
export const roles = Object.keys(roleLabels) as readonly Role[];

/** The three separate administrators; none may hold another role beside it. */
export const administratorRoles: readonly Role[] = ['systemAdministrator', 'securityAdministrator', 'auditAdministrator'];

/**
 * Posts and desks of a branch: they hold only while their holder belongs to the organisation of the grant or to one
 * below it. Who is transferred or leaves loses them with his next request, whether or not anybody ended the grant (A13).
 */
export const homeRoles: readonly Role[] = ['secretary', 'deputySecretary', 'organiser', 'publicist', 'disciplineOfficer', 'groupLeader', 'recorder'];
