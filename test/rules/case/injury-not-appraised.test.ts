import { describe, expect, it } from 'vitest'
import { injuryNotAppraised as rule } from '../../../server/rules/case/injury-not-appraised.ts'
import { decided, inCase } from '../../support/cases.ts'
import { given, type Moment } from '../../support/timeline.ts'

const required = inCase('appraisal.required', { person: 'v1', ground: 'victim-asked' })
const begun = inCase('appraisal.begun', { appraisal: 'ap', kind: 'injury', person: 'v1' })
const ended = inCase('appraisal.ended', { appraisal: 'ap', injury: 'slight-injury' })

describe('应当进行伤情鉴定（第九十条）', () => {
  it('opens when decided without', () =>
    expect(
      given(rule, required('2026-03-01 09:00'), decided('2026-03-02 09:00')).until('2031-01-01 00:00'),
    ).toHaveLength(1))
  it('finds nothing when it was done', () =>
    expect(
      given(
        rule,
        required('2026-03-01 09:00'),
        begun('2026-03-01 10:00'),
        ended('2026-03-01 20:00'),
        decided('2026-03-02 09:00'),
      ).until('2031-01-01 00:00'),
    ).toEqual([]))
  it('not when it was of something else', () =>
    expect(
      given(
        rule,
        required('2026-03-01 09:00'),
        begun('2026-03-01 10:00', { kind: 'price' }),
        ended('2026-03-01 20:00'),
        decided('2026-03-02 09:00'),
      ).until('2031-01-01 00:00'),
    ).toHaveLength(1))
})

describe('应当进行伤情鉴定的，鉴定在决定之前（第九十条）', () => {
  const found = (...moments: Moment[]) => given(rule, ...moments).until('2031-01-01 00:00')
  const needed = required('2026-03-01 09:00')
  const made = decided('2026-03-02 09:00')
  const appraised = (more: object = {}) => begun('2026-03-01 10:00', more)
  it('an opinion of the very moment is before it, one a moment later is not, nor is the commission', () => {
    expect(found(needed, appraised(), ended('2026-03-02 09:00'), made)).toEqual([])
    expect(found(needed, appraised(), made, ended('2026-03-02 09:01'))).toMatchObject([{ evidence: [0, 1, 2] }])
    expect(found(needed, appraised(), made)).toHaveLength(1)
    expect(found(needed, made, begun('2026-03-02 09:01'))).toMatchObject([{ evidence: [0, 1] }])
  })
  it('of nobody named it counts, of another it does not', () => {
    const opinion = ended('2026-03-01 20:00')
    expect(found(needed, appraised({ person: null }), opinion, made)).toEqual([])
    expect(found(needed, appraised({ person: 'x' }), opinion, made)).toHaveLength(1)
  })
  it('a decision before the need arose is not wrong, one at that moment is', () => {
    expect(found(decided('2026-02-28 09:00'), needed)).toEqual([])
    expect(found(needed, decided('2026-03-01 09:00'))).toHaveLength(1)
  })
})

it('人身伤害案件：each of two who were hurt needs an opinion', () => {
  const both = [required('2026-03-01 09:00'), required('2026-03-01 09:30', { person: 'v2', ground: 'injury-disputed' })]
  const first = [begun('2026-03-01 10:00'), ended('2026-03-01 20:00')]
  const second = [
    begun('2026-03-01 11:00', { appraisal: 'ap2', person: 'v2' }),
    ended('2026-03-01 21:00', { appraisal: 'ap2' }),
  ]
  const made = decided('2026-03-02 09:00')
  const found = (...moments: Moment[]) => given(rule, ...moments).until('2031-01-01 00:00')
  expect(found(...both, ...first, made)).toMatchObject([{ facts: { person: 'v2', because: 'injury-disputed' } }])
  expect(found(...both, ...first, ...second, made)).toEqual([])
})
