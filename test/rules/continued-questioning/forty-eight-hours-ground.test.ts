import { describe, expect, it } from 'vitest'
import { continuedQuestioning48Ground as rule } from '../../../server/rules/continued-questioning/forty-eight-hours-ground.ts'
import { measure } from '../../support/custody.ts'
import { given } from '../../support/timeline.ts'

const to48 = (grounds: string[]) =>
  given(
    rule,
    measure('continued-questioning').extended('2026-03-03 08:00', 48, 'hour', 'deputy-bureau-chief', { grounds }),
  ).until('2026-03-04 00:00')

describe('对不讲真实姓名、住址、身份 … 可以延长至四十八小时（规定第十一条）', () => {
  it('opens when the case is merely complex', () => expect(to48(['complex', 'suspicion-unresolved'])).toHaveLength(1))
  it('finds nothing when the person refuses to say who they are', () =>
    expect(to48(['identity-refused', 'suspicion-unresolved'])).toEqual([]))
  it('asks for the ground for any hour beyond twenty-four, and not before', () => {
    const to = (hours: number) =>
      given(
        rule,
        measure('continued-questioning').extended('2026-03-03 08:00', hours, 'hour', 'deputy-bureau-chief', {
          grounds: ['complex'],
        }),
      ).until('2026-03-04 00:00')
    expect(to(36)).toHaveLength(1)
    expect(to(24)).toEqual([])
  })
  it('does not judge an approval that names no ground', () => expect(to48([])).toEqual([]))
})
