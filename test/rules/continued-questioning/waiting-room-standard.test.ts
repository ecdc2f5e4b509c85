import { describe, expect, it } from 'vitest'
import { waitingRoomStandard as rule } from '../../../server/rules/continued-questioning/waiting-room-standard.ts'
import { room } from '../../support/custody.ts'
import { given } from '../../support/timeline.ts'

const judged = (more: object) =>
  given(rule, room('2026-03-01 00:00', { kind: 'waiting-room', ...more })).until('2026-03-02 00:00')

describe('单间使用面积不得少于六平方米，层高不低于二点五五米（规定第二十七条）', () => {
  it('accepts six square metres and 2.55 m', () =>
    expect(judged({ usableAreaM2: 6, heightM: 2.55, fixedSeat: true, rightsDisplayed: true })).toEqual([]))
  it.each([{ usableAreaM2: 5.9 }, { heightM: 2.5 }, { fixedSeat: false }, { rightsDisplayed: false }])(
    'opens for %j',
    (short) => expect(judged(short)).toHaveLength(1),
  )
  it('does not judge what is not registered', () => expect(judged({})).toEqual([]))
})
