import { describe, expect, it } from 'vitest'
import { outsideBand as rule } from '../../../server/rules/discretion/outside-band.ts'
import { decided } from '../../support/cases.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const band = (own: object = {}): Moment => [
  '2026-01-01 00:00',
  'discretion-band.published',
  {
    band: 'b1',
    authority: 'x',
    enactment: '治安管理处罚法',
    edition: '2025',
    article: '第五十一条',
    pattern: 'hit',
    facts: 'x',
    fineFromYuan: 500,
    fineToYuan: 1000,
    validFrom: at('2026-01-01 00:00'),
    ...own,
  },
]

describe('行政机关可以依法制定行政处罚裁量基准（第三十四条）', () => {
  it('inside, both ends included', () =>
    expect(
      given(
        rule,
        band(),
        decided('2026-03-02 09:00', { pattern: 'hit', fineYuan: 500 }),
        decided('2026-03-02 10:00', { decision: 'd2', pattern: 'hit', fineYuan: 1000 }),
      ).until('2031-01-01 00:00'),
    ).toEqual([]))
  it('outside without a reason', () =>
    expect(
      given(rule, band(), decided('2026-03-02 09:00', { pattern: 'hit', fineYuan: 1001 })).until('2031-01-01 00:00'),
    ).toMatchObject([{ facts: { band: 'b1', fineToYuan: 1000 } }]))
  it('outside with one', () =>
    expect(
      given(rule, band(), decided('2026-03-02 09:00', { pattern: 'hit', fineYuan: 1001, bandReason: 'x' })).until(
        '2031-01-01 00:00',
      ),
    ).toEqual([]))
  it('a band of the old law is no measure since 2026', () =>
    expect(
      given(rule, band({ edition: '2012' }), decided('2026-03-02 09:00', { pattern: 'hit', fineYuan: 1001 })).until(
        '2031-01-01 00:00',
      ),
    ).toEqual([]))
  it('without a band nothing is judged', () =>
    expect(
      given(rule, decided('2026-03-02 09:00', { pattern: 'hit', fineYuan: 5000 })).until('2031-01-01 00:00'),
    ).toEqual([]))
})

describe('who is measured', () => {
  it.each([
    ['a criminal decision is not', { type: 'criminal', pattern: 'hit', fineYuan: 1001 }],
    ['nor one whose circumstances nobody named', { pattern: null, fineYuan: 1001 }],
    ['nor one for other circumstances', { pattern: 'stolen', fineYuan: 1001 }],
  ])('%s', (_, own) =>
    expect(given(rule, band(), decided('2026-03-02 09:00', own)).until('2026-04-01 00:00')).toEqual([]),
  )
  it('a band that another replaced measures what was decided before', () => {
    const wider = band({ fineToYuan: 3000, validFrom: at('2026-03-05 00:00') })
    const fined = (when: string) => decided(when, { pattern: 'hit', fineYuan: 2000 })
    expect(given(rule, band(), wider, fined('2026-03-04 23:59')).until('2026-04-01 00:00')).toHaveLength(1)
    expect(given(rule, band(), wider, fined('2026-03-05 00:00')).until('2026-04-01 00:00')).toEqual([])
  })
})

describe('基准与法定情节、书面理由、行为时的法律', () => {
  const on = (b: Moment, more: object, when = '2026-03-02 09:00') =>
    given(rule, b, decided(when, { pattern: 'hit', fineYuan: 100, ...more })).until('2031-01-01 00:00')
  it('blanks are no reason', () => {
    for (const bandReason of ['', '  ']) expect(on(band(), { bandReason })).toHaveLength(1)
  })
  it('a mitigating circumstance goes below the band, and nothing above it', () => {
    const slight = { mitigating: ['slight'] }
    expect(on(band(), slight)).toEqual([])
    expect(on(band(), { ...slight, penalties: ['none'], fineYuan: null })).toEqual([])
    expect(on(band(), { ...slight, fineYuan: 1001 })).toHaveLength(1)
    expect(on(band(), { ...slight, penalties: ['detention'], fineYuan: null, detentionDays: 5 })).toHaveLength(1)
    expect(on(band(), { ...slight, penalties: ['licence-revoked'], fineYuan: null })).toHaveLength(1)
    const held = band({ fineFromYuan: null, fineToYuan: null, detentionFromDays: 5, detentionToDays: 10 })
    expect(on(held, slight)).toEqual([])
    expect(on(held, { ...slight, penalties: ['detention'], fineYuan: null, detentionDays: 3 })).toEqual([])
    expect(on(held, { ...slight, penalties: ['detention', 'fine'], detentionDays: 3 })).toHaveLength(1)
  })
  it('a fine or detention whose amount nobody stated is not measured', () => {
    expect(on(band(), { fineYuan: null })).toEqual([])
    expect(on(band(), { penalties: ['detention'], fineYuan: null })).toEqual([])
  })
  it('从旧兼从轻: an act before 2026 is measured by bands of its own law', () => {
    const old = { offenceEndedAt: at('2025-12-31 23:59') }
    expect(on(band(), old)).toEqual([])
    expect(on(band({ edition: '2012' }), old)).toHaveLength(1)
    expect(on(band(), { offenceEndedAt: at('2026-01-01 00:00') })).toHaveLength(1)
  })
})
