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
  'imports.run', // tables of reference data; drawings and devices need the right to change those as well
  'carriers.locate',
  'cases.view', // cases, their clocks and their property
  'tickets.unmask', // plate and driver of a ticket, journalled with its purpose
  'custody.view', // the case area, persons masked
  'custody.unmask', // a person's name, journalled with its purpose
  'video.review', // recorded pictures, under a purpose
  'video.export', // ask for an archive: the first of two persons
  'video.hold', // keep footage beyond its time
  'video.release', // let it go again
  'video.delete', // propose to delete footage: the first of two persons
  'video.confirm', // the second person for archives and deletions
  'roll-call.view', // the board and its history
  'roll-call.work', // start, call again, answer for somebody, excuse, close
  'roll-call.set', // when and how patiently is called
  'duty.view', // who is on duty where, beats and stops
  'duty.own', // one's own duty and calls, on the phone's page
  'cameras.view', // which cameras there are and how they are
  'cameras.edit', // register, test, withdraw one
  'video.live', // their pictures, under a purpose
  'looks.view', // what looks by video saw, and how often
  'looks.work', // draw cameras, look, put down what is seen
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
    'cameras.view',
    'looks.view',
    'looks.work',
    'video.live',
    'situation.view',
    'findings.view',
    'findings.work',
    'findings.dismiss',
    'carriers.locate',
    'cases.view',
    'duty.view',
    'custody.view',
    'custody.unmask',
    'tickets.unmask',
    'video.review',
    'video.export',
    'video.hold',
    'roll-call.view',
    'roll-call.work',
    'devices.view',
    'rules.view',
  ],
  chief: [
    'cameras.view',
    'cameras.edit',
    'looks.view',
    'looks.work',
    'video.live',
    'situation.view',
    'findings.view',
    'findings.work',
    'findings.dismiss',
    'zones.edit',
    'imports.run',
    'carriers.locate',
    'cases.view',
    'duty.view',
    'custody.view',
    'custody.unmask',
    'tickets.unmask',
    'video.review',
    'video.export',
    'video.hold',
    'video.release',
    'video.delete',
    'video.confirm',
    'roll-call.view',
    'roll-call.work',
    'roll-call.set',
    'devices.view',
    'rules.view',
    'rules.propose',
    'rules.try',
  ],
  leader: [
    'cameras.view',
    'looks.view',
    'video.live',
    'situation.view',
    'findings.view',
    'findings.dismiss',
    'cases.view',
    'duty.view',
    'custody.view',
    'video.review',
    'video.release',
    'video.confirm',
    'roll-call.view',
    'rules.view',
    'rules.confirm',
  ],
  // On grade C of the own unit; on A and B only notes (contract/actions.ts).
  'unit-leader': [
    'cameras.view',
    'looks.view',
    'video.live',
    'situation.view',
    'findings.view',
    'findings.work',
    'findings.dismiss',
    'cases.view',
    'duty.view',
    'custody.view',
    'video.review',
    'roll-call.view',
    'duty.own',
    'rules.view',
  ],
  // What is their own, and nothing else.
  officer: ['duty.own'],
  auditor: ['audit.view', 'rules.view'],
  'system-admin': ['cameras.view', 'cameras.edit', 'imports.run', 'devices.view', 'devices.approve'],
  'security-admin': ['accounts.edit'],
}

/** Roles that see only what concerns their own unit. */
export const ownUnitOnly: ReadonlySet<Role> = new Set<Role>(['unit-leader', 'officer'])

export const may = (role: Role, permission: Permission): boolean => permissionsByRole[role].includes(permission)
