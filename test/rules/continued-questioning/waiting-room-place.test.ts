import { describe, expect, it } from 'vitest'
import { waitingRoomPlace as rule } from '../../../server/rules/continued-questioning/waiting-room-place.ts'
import { room } from '../../support/custody.ts'
import { given } from '../../support/timeline.ts'

const judged = (more: object) =>
  given(rule, room('2026-03-01 00:00', { kind: 'waiting-room', waitingRoomApproved: true, ...more })).until(
    '2026-03-02 00:00',
  )

describe('公安局 … 内设机构，不得设置候问室（规定第二十六条、第二十八条）', () => {
  it('opens for a waiting room in a bureau or a case centre', () => {
    expect(judged({ facility: 'bureau' })).toHaveLength(1)
    expect(judged({ facility: 'case-centre' })).toHaveLength(1)
  })
  it('opens for one that was not accepted', () => expect(judged({ waitingRoomApproved: false })).toHaveLength(1))
  it('finds nothing for an accepted one in a station, and nothing for the holding room of a case centre', () => {
    expect(judged({})).toEqual([])
    expect(judged({ kind: 'holding-room', facility: 'case-centre' })).toEqual([])
  })
})
