/** The roles of the house. The last three exclude each other (三员分立) and none of them sees evidence. */
export const roles = [
  'supervisor',
  'chief',
  'leader',
  'unit-leader',
  'officer',
  'auditor',
  'system-admin',
  'security-admin',
] as const
export type Role = (typeof roles)[number]

/** What a request or a socket message needs; who has it is the table below. Default is deny. */
export const permissions = [
  'situation.view', // the map, positions, tracks
  'findings.view',
  'findings.work', // acknowledge, claim, shelve, note, verify
  'findings.dismiss', // propose or confirm a dismissal
  'zones.edit',
  'carriers.locate',
  'custody.view', // the case area, persons masked
  'custody.unmask', // a person's name, journalled with its purpose
  'devices.view',
  'devices.approve',
  'rules.view',
  'rules.propose', // another value of a local setting, a rule on or off: the first of two persons
  'rules.confirm', // the second
  'rules.try', // other values on the past
  'audit.view',
  'accounts.edit',
] as const
export type Permission = (typeof permissions)[number]

export const permissionsByRole: Readonly<Record<Role, readonly Permission[]>> = {
  supervisor: [
    'situation.view',
    'findings.view',
    'findings.work',
    'findings.dismiss',
    'carriers.locate',
    'custody.view',
    'custody.unmask',
    'devices.view',
    'rules.view',
  ],
  chief: [
    'situation.view',
    'findings.view',
    'findings.work',
    'findings.dismiss',
    'zones.edit',
    'carriers.locate',
    'custody.view',
    'custody.unmask',
    'devices.view',
    'rules.view',
    'rules.propose',
    'rules.try',
  ],
  leader: ['situation.view', 'findings.view', 'findings.dismiss', 'custody.view', 'rules.view', 'rules.confirm'],
  // On grade C of the own unit; on A and B only notes (contract/actions.ts).
  'unit-leader': ['situation.view', 'findings.view', 'findings.work', 'findings.dismiss', 'custody.view', 'rules.view'],
  officer: [],
  auditor: ['audit.view', 'rules.view'],
  'system-admin': ['devices.view', 'devices.approve'],
  'security-admin': ['accounts.edit'],
}

/** Roles that see only what concerns their own unit. */
export const ownUnitOnly: ReadonlySet<Role> = new Set<Role>(['unit-leader', 'officer'])

export const may = (role: Role, permission: Permission): boolean => permissionsByRole[role].includes(permission)
