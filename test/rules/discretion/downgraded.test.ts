import { describe, expect, it } from 'vitest'
import { downgraded as rule } from '../../../server/rules/discretion/downgraded.ts'
import { decided, filed, inCase } from '../../support/cases.ts'
import { given } from '../../support/timeline.ts'

const opinion = inCase('appraisal.ended', { appraisal: 'ap', injury: 'minor-injury' })

describe('不得以治安管理处罚代替刑事处罚（第八条）', () => {
  it('minor injury punished as public order', () =>
    expect(
      given(rule, opinion('2026-03-01 09:00'), decided('2026-03-02 09:00')).until('2031-01-01 00:00'),
    ).toMatchObject([{ facts: { because: 'minor-injury' } }]))
  it('slight injury is public order', () =>
    expect(
      given(rule, opinion('2026-03-01 09:00', { injury: 'slight-injury' }), decided('2026-03-02 09:00')).until(
        '2031-01-01 00:00',
      ),
    ).toEqual([]))
  it('turned into a criminal case', () =>
    expect(
      given(
        rule,
        opinion('2026-03-01 09:00'),
        filed('2026-03-01 12:00', { type: 'criminal' }),
        decided('2026-03-02 09:00'),
      ).until('2031-01-01 00:00'),
    ).toEqual([]))
  it('value at the filing line', () =>
    expect(
      given(
        rule,
        opinion('2026-03-01 09:00', { injury: null, reachesFilingLine: true }),
        decided('2026-03-02 09:00'),
      ).until('2031-01-01 00:00'),
    ).toHaveLength(1))
})
