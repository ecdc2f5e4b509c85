import { describe, expect, it } from 'vitest'
import { promised } from '../../server/domain/casework/promise.ts'
import { minutes } from '../../server/domain/time.ts'

type Class = Parameters<typeof promised>[0][number]
const start = 1_000_000
const as = (urgency: Class['urgency'], after = Number.NEGATIVE_INFINITY): Class => ({
  from: start + after,
  area: 'urban',
  urgency,
})
/** Three minutes for an ordinary call, two for an urgent one. */
const standing = (...classes: readonly Class[]) =>
  promised(classes, start, ({ urgency }) => (urgency === 'urgent' ? 2 : urgency === 'ordinary' ? 3 : undefined))

describe('the promise that stood when its moment passed', () => {
  it('a correction in the very moment in which it was due is in time, a millisecond later it is not', () => {
    expect(standing(as('ordinary'), as('not-police', minutes(3)))).toBe('no-police')
    expect(standing(as('ordinary'), as('not-police', minutes(3) + 1))).toMatchObject({ dueAt: start + minutes(3) })
  })
  it('one whose own time is over in that moment takes its place, a millisecond later it does not', () => {
    expect(standing(as('ordinary'), as('urgent', minutes(2)))).toMatchObject({ dueAt: start + minutes(2) })
    expect(standing(as('ordinary'), as('urgent', minutes(2) + 1))).toMatchObject({ dueAt: start + minutes(3) })
  })
  it('what turns out to be the police’s after all is promised nothing until somebody says of what sort it is', () => {
    expect(standing(as('not-police'), as(null, minutes(1)))).toBeUndefined()
    expect(standing(as('not-police'), as('urgent', minutes(1)))).toMatchObject({
      from: start + minutes(1),
      dueAt: start + minutes(3),
    })
  })
})
