import { type EventType, plain } from '../event-type.ts'

const house = { facility: 'yn-detention', facilityKind: 'detention-house' }
const lockup = { facility: 'yn-lockup', facilityKind: 'lockup' }
const incident = { incident: 'I-2026-03', person: 'P-2207', unit: 'hexi' }

export const facilityEvents: readonly EventType[] = [
  plain('custody.incident', '被盘问、羁押人员的伤病、事故', 'Something befell a person held', {
    ...incident,
    stay: 'S-2026-0412',
    of: 'sudden-illness',
  }),
  plain('death.appraisal', '死因鉴定', 'Appraisal of a cause of death', { ...incident, step: 'entrusted' }),
  plain('custody.confined', '禁闭', 'Solitary confinement begins', {
    ...house,
    confinement: 'K-2026-05',
    person: 'P-2207',
    convict: false,
    rank: 'facility-director',
  }),
  plain('custody.confinement-ended', '解除禁闭', 'Solitary confinement ends', {
    ...house,
    confinement: 'K-2026-05',
    person: 'P-2207',
  }),
  plain('facility.staffed', '监所值班登记', 'Who is on duty in a facility', {
    ...lockup,
    police: ['061', '064'],
    leader: '060',
  }),
  plain('facility.checked', '监所安全检查', 'A safety check of a facility', { ...lockup, kind: 'cells' }),
  plain('exit.approved', '批准带出办案区', 'Taking out of the case area is approved', {
    stay: 'S-2026-0412',
    person: 'P-2207',
    unit: 'hexi',
    purpose: 'identify-scene',
    rank: 'station-chief',
  }),
  plain('defence.told', '辩护人情况', 'Whether a suspect has a defender', {
    person: 'P-2207',
    case: 'A-2026-0311',
    unit: 'crime',
    state: 'none',
  }),
  plain('bail.forfeited', '没收保证金', 'A bail deposit is forfeited', {
    forfeiture: 'F-2026-02',
    measure: 'M-2026-0140',
    person: 'P-2207',
    unit: 'crime',
    yuan: 2000,
    rank: 'bureau-chief',
  }),
  plain('bail.forfeiture-read', '宣读没收决定', 'The forfeiture is read out', {
    forfeiture: 'F-2026-02',
    person: 'P-2207',
    unit: 'crime',
  }),
  plain('armoury.opened', '枪弹库（柜）开启', 'An armoury is opened', {
    opening: 'Q-2026-118',
    armoury: 'hexi-arms',
    unit: 'hexi',
    officers: ['041', '044'],
  }),
  plain('armoury.closed', '枪弹库（柜）关闭', 'An armoury is closed', {
    opening: 'Q-2026-118',
    armoury: 'hexi-arms',
    unit: 'hexi',
  }),
  plain('weapon.issued', '领枪', 'A weapon is handed out', {
    issue: 'W-2026-77',
    weapon: 'QSZ92-0417',
    unit: 'hexi',
    officer: '041',
    dutyEndsAt: '2026-01-06T20:00:00+08:00',
  }),
  plain('weapon.returned', '还枪', 'A weapon is handed back', {
    issue: 'W-2026-77',
    weapon: 'QSZ92-0417',
    unit: 'hexi',
    officer: '041',
  }),
]
