import { describe, expect, it } from 'vitest'
import { seizureApproval as rule } from '../../../server/rules/property/seizure-approval.ts'
import { ofItem, seized } from '../../support/cases.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const approved = ofItem('property.approved', { what: 'seizure', rank: 'station-chief' })

describe('实施扣押前应当报经公安机关负责人批准（第一百零五条）', () => {
  it('approved before', () =>
    expect(given(rule, approved('2026-03-02 08:00'), seized('2026-03-02 09:00')).until('2031-01-01 00:00')).toEqual([]))
  it('never approved', () => expect(given(rule, seized('2026-03-02 09:00')).until('2031-01-01 00:00')).toHaveLength(1))
  it('on the spot, and put right within 24 hours', () =>
    expect(
      given(rule, seized('2026-03-02 09:00', { onTheSpot: true }), approved('2026-03-03 09:00')).until(
        '2031-01-01 00:00',
      ),
    ).toEqual([]))
  it('or not within them', () =>
    expect(
      given(rule, seized('2026-03-02 09:00', { onTheSpot: true }), approved('2026-03-03 09:01')).until(
        '2031-01-01 00:00',
      ),
    ).toHaveLength(1))
  it('a crime: the commander on the scene decides', () =>
    expect(
      given(rule, seized('2026-03-02 09:00', { type: 'criminal', onTheSpot: true, commander: 'o8' })).until(
        '2031-01-01 00:00',
      ),
    ).toEqual([]))
  it('but what is of high value needs the county bureau', () =>
    expect(
      given(
        rule,
        approved('2026-03-02 08:00'),
        seized('2026-03-02 09:00', { type: 'criminal', highValue: true }),
      ).until('2031-01-01 00:00'),
    ).toMatchObject([{ facts: { rank: 'station-chief' } }]))
  it('and has it', () =>
    expect(
      given(
        rule,
        approved('2026-03-02 08:00', { rank: 'bureau-chief' }),
        seized('2026-03-02 09:00', { type: 'criminal', highValue: true }),
      ).until('2031-01-01 00:00'),
    ).toEqual([]))
})

describe('当场实施的，二十四小时内补办批准手续', () => {
  const spot = (when: string, more: object = {}, heard?: string) => seized(when, { onTheSpot: true, ...more }, heard)
  it('opens just past it with nobody reporting, and nothing pauses or prolongs it', () => {
    expect(given(rule, spot('2026-03-02 09:00')).until('2026-03-03 09:00')).toEqual([])
    const other = ofItem('property.approved', { what: 'extension', rank: 'bureau-chief' })('2026-03-02 12:00')
    expect(given(rule, spot('2026-03-02 09:00'), other).until('2026-03-03 09:01')).toMatchObject([
      { since: at('2026-03-03 09:00'), openedAt: at('2026-03-03 09:00') + 1 },
    ])
  })
  it('a chief who refuses in time ends it', () => {
    const refused = approved('2026-03-02 12:00', { decision: 'refused' })
    expect(given(rule, spot('2026-03-02 09:00'), refused).until('2026-04-01 00:00')).toEqual([])
  })
  it('dates it truly when it is heard of late', () =>
    expect(given(rule, spot('2026-03-02 09:00', {}, '2026-04-01 00:00')).until('2026-04-02 00:00')).toMatchObject([
      { since: at('2026-03-03 09:00'), openedAt: at('2026-04-01 00:00') },
    ]))
  it('judges from the first day of its law', () => {
    const { from } = rule.params[0]!
    const first = Date.parse(`${from}T00:00:00+08:00`)
    const china = (ms: number): string => new Date(ms + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
    expect(given(rule, spot(china(first - 60_000))).until('2031-01-01 00:00')).toEqual([])
    expect(given(rule, spot(china(first))).until('2031-01-01 00:00')).toHaveLength(1)
  })
})

describe('查封、扣押财物、文件，须经办案部门负责人批准；价值较高或者可能严重影响正常生产经营的，经县级以上公安机关负责人批准（刑事程序规定第二百二十八条）', () => {
  const found = (...moments: Moment[]) => given(rule, ...moments).until('2031-01-01 00:00')
  const crime = (more: object = {}) => seized('2026-03-02 09:00', { type: 'criminal', ...more })
  it('high value and whatever is sealed: the bureau, even with a commander on the scene', () => {
    expect(found(approved('2026-03-02 08:00'), crime({ how: 'sealing' }))).toMatchObject([
      { evidence: [0, 1], since: at('2026-03-02 09:00'), concerns: { unit: 'station-1', officers: ['o1', 'o2'] } },
    ])
    expect(found(approved('2026-03-02 08:00', { rank: 'deputy-bureau-chief' }), crime({ how: 'sealing' }))).toEqual([])
    expect(found(crime({ highValue: true, onTheSpot: true, commander: 'o8' }))).toHaveLength(1)
  })
  it('without a commander, or not on the spot, an approval is needed before', () => {
    expect(found(crime({ onTheSpot: true, commander: null }))).toHaveLength(1)
    expect(found(crime({ onTheSpot: false, commander: 'o8' }))).toHaveLength(1)
    expect(found(crime({ onTheSpot: true }), approved('2026-03-02 10:00'))).toMatchObject([
      { since: at('2026-03-02 09:00') },
    ])
    expect(found(approved('2026-03-02 09:00'), crime())).toEqual([])
  })
  it('a commander is of no use outside criminal cases', () =>
    expect(found(seized('2026-03-02 09:00', { commander: 'o8', onTheSpot: true }))).toHaveLength(1))
  it('high value outside criminal cases needs no bureau', () =>
    expect(found(approved('2026-03-02 08:00'), seized('2026-03-02 09:00', { highValue: true }))).toEqual([]))
})

describe('批准须由有权的负责人、在期限以内、为本次措施作出', () => {
  const found = (...moments: Moment[]) => given(rule, ...moments).until('2031-01-01 00:00')
  it.each(['sealing', 'advance-registration', 'sample'])('%s needs it too', (how) => {
    expect(found(seized('2026-03-02 09:00', { how }))).toHaveLength(1)
    expect(found(approved('2026-03-02 08:00'), seized('2026-03-02 09:00', { how }))).toEqual([])
    expect(found(approved('2026-03-02 08:00', { rank: 'officer' }), seized('2026-03-02 09:00', { how }))).toHaveLength(
      1,
    )
  })
  it.each(['recovery', 'vehicle-held', 'licence-held'])('%s has rules of its own', (how) =>
    expect(found(seized('2026-03-02 09:00', { how }))).toEqual([]),
  )
  it('refused, or granted by an officer, is not approved; a refusal ends only what was done on the spot', () => {
    expect(found(approved('2026-03-02 08:00', { decision: 'refused' }), seized('2026-03-02 09:00'))).toHaveLength(1)
    const spot = seized('2026-03-02 09:00', { onTheSpot: true })
    expect(found(spot, approved('2026-03-03 09:00', { decision: 'refused' }))).toEqual([])
    expect(found(spot, approved('2026-03-03 09:01', { decision: 'refused' }))).toMatchObject([
      { facts: { decidedAt: null } },
    ])
    expect(found(spot, approved('2026-03-02 10:00', { rank: 'officer' }))).toMatchObject([
      { facts: { rank: 'officer' } },
    ])
  })
  it('not on the spot there is no day of grace', () =>
    expect(found(seized('2026-03-02 09:00'), approved('2026-03-02 09:01'))).toMatchObject([
      { since: at('2026-03-02 09:00'), openedAt: at('2026-03-02 09:00') },
    ]))
})
