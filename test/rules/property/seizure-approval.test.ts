import { describe, expect, it } from 'vitest'
import { seizureApproval as rule } from '../../../server/rules/property/seizure-approval.ts'
import { ofItem, seized } from '../../support/cases.ts'
import { at, given } from '../../support/timeline.ts'

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
