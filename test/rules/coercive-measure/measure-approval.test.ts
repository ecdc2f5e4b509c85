import { describe, expect, it } from 'vitest'
import { measureApproval as rule } from '../../../server/rules/coercive-measure/measure-approval.ts'
import { measure } from '../../support/custody.ts'
import { given } from '../../support/timeline.ts'

describe.each(['criminal-detention', 'bail', 'residential-surveillance'])(
  '经县级以上公安机关负责人批准（程序规定第八十三、一百一十、一百二十五条）: %s',
  (kind) => {
    const own = measure(kind)
    const started = own.starts('2026-03-02 09:00')
    const found = (...moments: Parameters<typeof given>[1][]) => given(rule, ...moments).until('2026-03-03 00:00')

    it('finds nothing when the county chief approved before, up to the moment itself', () => {
      expect(found(own.approved('2026-03-02 08:00', 'bureau-chief'), started)).toEqual([])
      expect(found(started, own.approved('2026-03-02 09:00', 'deputy-bureau-chief'))).toEqual([])
    })
    it('opens when approved a second late, refused, or approved by the head of the case unit', () => {
      expect(found(started, own.approved('2026-03-02 09:00:01', 'bureau-chief'))).toHaveLength(1)
      expect(found(own.approved('2026-03-02 08:00', 'bureau-chief', { decision: 'refused' }), started)).toMatchObject([
        { facts: { decision: 'refused' } },
      ])
      expect(found(own.approved('2026-03-02 08:00', 'department-chief'), started)).toMatchObject([
        { facts: { rank: 'department-chief' } },
      ])
    })
    it('takes a decision of procuratorate or court for what it is', () => {
      expect(found(own.approved('2026-03-02 08:00', 'procuratorate'), started)).toEqual([])
      expect(found(own.approved('2026-03-02 08:00', 'court'), started)).toEqual([])
    })
    it('does not judge while no decision is on record, and judges late when it is told late', () => {
      expect(found(started)).toEqual([])
      expect(found(started, own.approved('2026-03-02 08:00', 'bureau-chief', {}, '2026-03-02 20:00'))).toEqual([])
      expect(found(started, own.approved('2026-03-02 12:00', 'bureau-chief', {}, '2026-03-02 20:00'))).toHaveLength(1)
    })
  },
)

describe('what is not judged', () => {
  it('arrest is the procuratorate’s to approve, a compelled appearance has its own rule', () => {
    for (const kind of ['arrest', 'compelled-appearance', 'criminal-summons']) {
      const own = measure(kind)
      expect(
        given(rule, own.starts('2026-03-02 09:00'), own.approved('2026-03-02 10:00', 'officer')).until(
          '2026-03-03 00:00',
        ),
      ).toEqual([])
    }
  })
  it('nor what began before the regulation was in force', () => {
    const own = measure('bail')
    expect(
      given(rule, own.starts('2012-12-31 23:59'), own.approved('2013-01-01 10:00', 'officer')).until(
        '2013-01-03 00:00',
      ),
    ).toEqual([])
  })
})
