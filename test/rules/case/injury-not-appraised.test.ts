import { describe, expect, it } from 'vitest'
import { injuryNotAppraised as rule } from '../../../server/rules/case/injury-not-appraised.ts'
import { decided, inCase } from '../../support/cases.ts'
import { given } from '../../support/timeline.ts'

const required = inCase('appraisal.required', { person: 'v1', ground: 'victim-asked' })
const begun = inCase('appraisal.begun', { appraisal: 'ap', kind: 'injury', person: 'v1' })

describe('应当进行伤情鉴定（第九十条）', () => {
  it('opens when decided without', () =>
    expect(
      given(rule, required('2026-03-01 09:00'), decided('2026-03-02 09:00')).until('2031-01-01 00:00'),
    ).toHaveLength(1))
  it('finds nothing when it was done', () =>
    expect(
      given(rule, required('2026-03-01 09:00'), begun('2026-03-01 10:00'), decided('2026-03-02 09:00')).until(
        '2031-01-01 00:00',
      ),
    ).toEqual([]))
  it('not when it was of something else', () =>
    expect(
      given(
        rule,
        required('2026-03-01 09:00'),
        begun('2026-03-01 10:00', { kind: 'price' }),
        decided('2026-03-02 09:00'),
      ).until('2031-01-01 00:00'),
    ).toHaveLength(1))
})
