import { describe, expect, it } from 'vitest'
import { surveillancePlace as rule } from '../../../server/rules/coercive-measure/surveillance-place.ts'
import { measure } from '../../support/custody.ts'
import { given } from '../../support/timeline.ts'

const judged = (place: string | null) =>
  given(rule, measure('residential-surveillance').starts('2026-03-02 09:00', { place })).until('2026-03-03 00:00')

describe('公安机关不得在羁押场所、专门的办案场所或者办公场所执行监视居住（程序规定第一百一十二条）', () => {
  it.each(['custody-place', 'case-area', 'office'])('opens in %s', (place) => expect(judged(place)).toHaveLength(1))
  it.each(['home', 'designated', null])('finds nothing in %s', (place) => expect(judged(place)).toEqual([]))
})
