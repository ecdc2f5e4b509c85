import { describe, expect, it } from 'vitest'
import { propertyMismatch as rule } from '../../../server/rules/property/mismatch.ts'
import { ofItem, seized } from '../../support/cases.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const received = ofItem('property.received', { custodian: 'k1' })
const checked = ofItem('property.checked', { by: 'k1' })

describe('不得使用、挪用、调换或者损毁（第一百八十七条）', () => {
  it('finds nothing when weight and seal are the same', () =>
    expect(
      given(
        rule,
        seized('2026-03-02 09:00', { weightG: 100, seal: 's' }),
        received('2026-03-02 10:00', { weightG: 100.5, seal: 's' }),
        checked('2026-03-09 09:00', { weightG: 100, seal: 's' }),
      ).until('2031-01-01 00:00'),
    ).toEqual([]))
  it('weight', () =>
    expect(
      given(rule, seized('2026-03-02 09:00', { weightG: 100 }), received('2026-03-02 10:00', { weightG: 90 })).until(
        '2031-01-01 00:00',
      ),
    ).toMatchObject([{ facts: { why: 'weight-differs' } }]))
  it('another seal on the shelf', () =>
    expect(
      given(rule, received('2026-03-02 10:00', { seal: 's' }), checked('2026-03-09 09:00', { seal: 't' })).until(
        '2031-01-01 00:00',
      ),
    ).toMatchObject([{ facts: { why: 'other-seal' } }]))
  it('a broken seal, a photograph that differs', () =>
    expect(
      given(rule, received('2026-03-02 10:00', { seal: 's' }), checked('2026-03-09 09:00', { sealBroken: true })).until(
        '2031-01-01 00:00',
      ),
    ).toMatchObject([{ facts: { why: 'seal-broken' } }]))
  it('missing, unless it is out', () =>
    expect(
      given(rule, received('2026-03-02 10:00'), checked('2026-03-09 09:00', { present: false })).until(
        '2031-01-01 00:00',
      ),
    ).toMatchObject([{ facts: { why: 'missing' } }]))
  it('lent', () =>
    expect(
      given(
        rule,
        received('2026-03-02 10:00'),
        ofItem('property.borrowed', { by: 'o1', purpose: 'test' })('2026-03-08 09:00'),
        checked('2026-03-09 09:00', { present: false }),
      ).until('2031-01-01 00:00'),
    ).toEqual([]))
  it('a sample that a test consumed', () =>
    expect(
      given(
        rule,
        received('2026-03-02 10:00', { weightG: 100 }),
        ofItem('property.borrowed', { by: 'o1', purpose: 'test' })('2026-03-08 09:00'),
        ofItem('property.returned', { custodian: 'k1', weightG: 80 })('2026-03-09 09:00'),
      ).until('2031-01-01 00:00'),
    ).toEqual([]))
})

describe('公安机关及其人民警察对涉案财物不得调换或者损毁：称重、封条、照片逐次相比（第一百八十七条）', () => {
  const found = (...moments: Moment[]) => given(rule, ...moments).until('2031-01-01 00:00')
  const borrowed = ofItem('property.borrowed', { by: 'o1', purpose: 'test' })
  const returned = ofItem('property.returned', { custodian: 'k2' })
  const in100 = received('2026-03-02 10:00', { weightG: 100, seal: 's' })
  it('one hundredth may differ, up or down, and no more', () => {
    const weighs = (weightG: number) => found(in100, checked('2026-03-09 09:00', { weightG }))
    expect([weighs(99), weighs(101)]).toEqual([[], []])
    expect(weighs(98.99)).toMatchObject([
      { evidence: [0, 1], since: at('2026-03-09 09:00'), concerns: { unit: 'station-1', officers: ['k1'] } },
    ])
    expect(weighs(101.01)).toHaveLength(1)
  })
  it('compares with the last weighing, whoever weighed', () => {
    const light = [in100, checked('2026-03-09 09:00', { weightG: 99 })]
    expect(found(...light, checked('2026-03-10 09:00', { weightG: 98.2 }))).toEqual([])
    expect(found(...light, checked('2026-03-10 09:00'), checked('2026-03-11 09:00', { weightG: 97 }))).toMatchObject([
      { evidence: [0, 1, 3], facts: { weightBeforeG: 99 } },
    ])
  })
  it('a photograph that differs, and one that was not looked at', () => {
    expect(found(in100, checked('2026-03-09 09:00', { photoMatches: false }))).toMatchObject([
      { evidence: [0, 1], facts: { why: 'photo-differs' } },
    ])
    expect(found(in100, checked('2026-03-09 09:00', { photoMatches: true, sealBroken: false }))).toEqual([])
    expect(found(in100, checked('2026-03-09 09:00', { photoMatches: null, sealBroken: null }))).toEqual([])
  })
  it('a seal is compared with the last one put on, never with one that a look reported', () => {
    const back = [borrowed('2026-03-03 09:00'), returned('2026-03-04 09:00', { seal: 't' })]
    expect(found(in100, ...back, checked('2026-03-09 09:00', { seal: 't' }))).toEqual([])
    expect(found(in100, ...back, checked('2026-03-09 09:00', { seal: 's' }))).toMatchObject([
      { evidence: [0, 2, 3], facts: { why: 'other-seal', sealBefore: 't' }, concerns: { officers: ['k2'] } },
    ])
    expect(found(received('2026-03-02 10:00'), checked('2026-03-09 09:00', { seal: 's' }))).toEqual([])
    const looks = [checked('2026-03-09 09:00', { seal: 's' }), checked('2026-03-10 09:00', { seal: 't' })]
    expect(found(received('2026-03-02 10:00'), ...looks)).toEqual([])
    expect(
      found(in100, returned('2026-03-04 09:00', { seal: null }), checked('2026-03-09 09:00', { seal: 's' })),
    ).toEqual([])
    expect(found(in100, checked('2026-03-09 09:00', { seal: null }))).toEqual([])
  })
  it.each(['test', 'appraisal'])('a loan for a %s may consume, not add', (purpose) => {
    const out = borrowed('2026-03-03 09:00', { purpose })
    expect(found(in100, out, returned('2026-03-04 09:00', { weightG: 40 }))).toEqual([])
    expect(found(in100, out, returned('2026-03-04 09:00', { weightG: 100 }))).toEqual([])
    expect(found(in100, out, returned('2026-03-04 09:00', { weightG: 102 }))).toHaveLength(1)
    const after = checked('2026-03-09 09:00', { weightG: 30 })
    expect(found(in100, out, returned('2026-03-04 09:00', { weightG: 40 }), after)).toMatchObject([
      { facts: { weightBeforeG: 40 } },
    ])
  })
  it('a loan for anything else consumes nothing', () =>
    expect(
      found(
        in100,
        borrowed('2026-03-03 09:00', { purpose: 'identification' }),
        returned('2026-03-04 09:00', { weightG: 80 }),
      ),
    ).toMatchObject([{ facts: { why: 'weight-differs' } }]))
  it('missing once it came back; not once it was given back or disposed of', () => {
    const gone = checked('2026-03-09 09:00', { present: false })
    expect(found(in100, borrowed('2026-03-03 09:00'), returned('2026-03-04 09:00'), gone)).toMatchObject([
      { facts: { why: 'missing' }, concerns: { officers: ['k2'] } },
    ])
    const again = [borrowed('2026-03-05 09:00')]
    expect(found(in100, borrowed('2026-03-03 09:00'), returned('2026-03-04 09:00'), ...again, gone)).toEqual([])
    const released = ofItem('property.released', { to: 'owner', collector: 'rightful', receipt: true })
    expect(found(in100, released('2026-03-05 09:00'), gone)).toEqual([])
    expect(found(in100, ofItem('property.disposed', { how: 'destroyed' })('2026-03-05 09:00'), gone)).toEqual([])
    expect(found(in100, released('2026-03-10 09:00'), gone)).toHaveLength(1)
  })
  it('before anybody received it nobody keeps it', () =>
    expect(found(seized('2026-03-02 09:00', { seal: 's' }), checked('2026-03-02 09:30', { seal: 't' }))).toMatchObject([
      { evidence: [0, 1], concerns: { officers: [] } },
    ]))
})
