import { describe, expect, it } from 'vitest'
import { questioningOutsideCaseArea as rule } from '../../../server/rules/questioning/outside-case-area.ts'
import { act, room } from '../../support/custody.ts'
import { given } from '../../support/timeline.ts'

const judged = (more: object, kind = 'office') =>
  given(rule, room('2026-01-01 00:00', { kind }), act('questioning', more).starts('2026-03-02 09:00')).until(
    '2026-03-03 00:00',
  )

describe('在公安机关询问违法嫌疑人，应当在办案场所进行（程序规定第七十一条）', () => {
  it('opens in a police building elsewhere, or when the room named is an office', () => {
    expect(judged({ place: 'police-premises', room: null })).toHaveLength(1)
    expect(judged({})).toHaveLength(1)
  })
  it('finds nothing in a questioning room, at home, at work, or with a witness', () => {
    expect(judged({}, 'questioning-room')).toEqual([])
    expect(judged({ place: 'home', room: null })).toEqual([])
    expect(judged({ place: 'workplace', room: null })).toEqual([])
    expect(judged({ place: 'police-premises', personRole: 'witness' })).toEqual([])
  })
})
