import { describe, expect, it } from 'vitest'
import { detentionOffset as rule } from '../../../server/rules/detention/offset.ts'
import { measure } from '../../support/custody.ts'
import { at, given } from '../../support/timeline.ts'

const held = measure('criminal-detention', { measure: 'm0', case: 'c1' })
const own = measure('administrative-detention', { case: 'c1' })
const judged = (from: string, to: string, offsetDays: number | null, more: object = {}, when = '2026-03-10 10:00') =>
  given(
    rule,
    held.starts(from),
    held.ends(to),
    own.approved(when, 'bureau-chief', { days: 15, offsetDays, ...more }),
  ).until('2026-04-01 00:00')

describe('限制人身自由一日，折抵行政拘留一日（治安管理处罚法第一百一十条）', () => {
  it('accepts three whole days set off as three', () =>
    expect(judged('2026-03-02 10:00', '2026-03-05 10:00', 3)).toEqual([]))
  it('opens for fewer or more', () => {
    expect(judged('2026-03-02 10:00', '2026-03-05 10:00', 2)).toMatchObject([
      { since: at('2026-03-10 10:00'), facts: { leastDays: 3, offsetDays: 2 } },
    ])
    expect(judged('2026-03-02 10:00', '2026-03-05 10:00', 5)).toHaveLength(1)
  })
  it('leaves open how part of a day counts: rounded down or up, both are accepted', () => {
    expect(judged('2026-03-02 10:00', '2026-03-03 09:00', 0)).toEqual([])
    expect(judged('2026-03-02 10:00', '2026-03-03 09:00', 2)).toEqual([])
    expect(judged('2026-03-02 10:00', '2026-03-03 09:00', 3)).toHaveLength(1)
  })
  it('does not set off questioning, nor another case', () => {
    const asked = measure('continued-questioning', { measure: 'm0', case: 'c1' })
    const after = own.approved('2026-03-10 10:00', 'bureau-chief', { days: 5, offsetDays: 1 })
    expect(
      given(rule, asked.starts('2026-03-02 10:00'), asked.ends('2026-03-03 10:00'), after).until('2026-04-01 00:00'),
    ).toHaveLength(1)
    expect(judged('2026-03-02 10:00', '2026-03-05 10:00', 3, { case: 'c2' })).toHaveLength(1)
  })
  it('says nothing when the decision does not, when the end is unknown, or before the law', () => {
    expect(judged('2026-03-02 10:00', '2026-03-05 10:00', null)).toEqual([])
    expect(
      given(
        rule,
        held.starts('2026-03-02 10:00'),
        own.approved('2026-03-10 10:00', 'bureau-chief', { days: 15, offsetDays: 0 }),
      ).until('2026-04-01 00:00'),
    ).toEqual([])
    expect(judged('2006-02-20 10:00', '2006-02-23 10:00', 0, {}, '2006-02-28 10:00')).toEqual([])
  })
})
