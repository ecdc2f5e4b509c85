import { describe, expect, it } from 'vitest'
import { continuedQuestioningNoGround as rule } from '../../../server/rules/continued-questioning/no-ground.ts'
import { measure } from '../../support/custody.ts'
import { at, given } from '../../support/timeline.ts'

const cq = measure('continued-questioning')
const judged = (grounds: readonly string[], when = '2026-03-02 09:00') =>
  given(rule, cq.starts(when, { grounds })).until('2026-03-03 00:00')

describe('且具有下列情形之一的，人民警察可以将其带至公安机关继续盘问（规定第八条）', () => {
  it.each(['accused', 'caught-in-act', 'identity-unknown', 'carrying-loot'])('finds nothing with %s', (ground) =>
    expect(judged([ground, 'other'])).toEqual([]),
  )
  it('opens when none of the four is recorded, only others', () =>
    expect(judged(['complex', 'other'])).toMatchObject([
      { since: at('2026-03-02 09:00'), facts: { grounds: 'complex,other' } },
    ]))
  it('does not judge when nothing is recorded, another measure, or days before the rules', () => {
    expect(judged([])).toEqual([])
    expect(judged(['suspicion-unresolved'])).toEqual([])
    expect(
      given(rule, measure('summons-oral').starts('2026-03-02 09:00', { grounds: ['other'] })).until('2026-03-03 00:00'),
    ).toEqual([])
    expect(judged(['other'], '2004-09-30 09:00')).toEqual([])
  })
})
