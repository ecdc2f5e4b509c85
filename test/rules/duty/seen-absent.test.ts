import { describe, expect, it } from 'vitest'
import { seenAbsent as rule } from '../../../server/rules/duty/seen-absent.ts'
import { absence, watch } from '../../support/duty.ts'
import { corrects, day, looks } from '../../support/looks.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const far = '2026-03-09 00:00'
const absent = (when = `${day} 10:00`, more: object = {}, heard?: string) =>
  looks(when, 'absent', { officers: [], ...more }, heard)

describe('值班表安排的岗位应当有人（人民警察法第三十二条）', () => {
  it('finds an empty post that somebody was to be at, to the last moment of the watch', () => {
    expect(given(rule, watch(), absent()).until(far)).toMatchObject([
      {
        since: at(`${day} 10:00`),
        facts: { post: 'r1', assigned: 1 },
        concerns: { unit: 'station-1', officers: ['o1'] },
      },
    ])
    expect(given(rule, watch(), absent(`${day} 19:59:59`)).until(far)).toHaveLength(1)
    expect(given(rule, watch(), absent(`${day} 20:00`)).until(far)).toEqual([])
  })
  it('finds nothing where nobody was to be', () => {
    expect(given(rule, absent()).until(far)).toEqual([])
    expect(given(rule, watch({ post: 'r2' }), absent()).until(far)).toEqual([])
    expect(given(rule, watch(), absent(`${day} 10:00`, { unit: 'station-2' })).until(far)).toEqual([])
  })
  it('reported with a substitute does not count; without one it does', () => {
    expect(given(rule, watch(), absence(`${day} 09:55`), absent()).until(far)).toEqual([])
    expect(given(rule, watch(), absence(`${day} 09:55`, { substitute: null }), absent()).until(far)).toHaveLength(1)
  })
  it('a door or a counter that shows somebody outweighs a glance', () => {
    const inside: Moment = [`${day} 08:00`, 'room.entered', { room: 'r1', who: 'o1', as: 'officer' }]
    expect(given(rule, watch(), inside, absent()).until(far)).toEqual([])
    const seen: Moment = [
      `${day} 09:55`,
      'post.observed',
      { post: 'r1', unit: 'station-1', present: true, source: 'people-count' },
    ]
    expect(given(rule, watch(), seen, absent()).until(far)).toEqual([])
  })
  it('says nothing of a look that names no post, or that was corrected', () => {
    expect(given(rule, watch(), absent(`${day} 10:00`, { post: null })).until(far)).toEqual([])
    expect(
      given(rule, watch(), absent(), corrects(`${day} 10:01`))
        .events(far)
        .at(-1),
    ).toMatchObject({ is: 'ended' })
  })
  it('dates truly one that is told late, and judges from 2013', () => {
    expect(given(rule, watch(), absent(`${day} 10:00`, {}, `${day} 18:00`)).until(far)).toMatchObject([
      { since: at(`${day} 10:00`), openedAt: at(`${day} 18:00`) },
    ])
    expect(rule.params.map((p) => p.from)).toEqual(['2013-01-01'])
  })
})

describe('a minute around the look, and everybody who was to be there', () => {
  const passes = (kind: 'room.entered' | 'room.left', when: string): Moment => [
    when,
    kind,
    { room: 'r1', who: 'o1', as: 'officer' },
  ]
  const heard = `${day} 10:05`
  const look = absent(`${day} 10:00`, {}, heard)
  it('whoever left a minute before, or came a minute after, was there; two seconds more and nobody was', () => {
    const stays = (from: string, to: string) =>
      given(rule, watch(), passes('room.entered', from), passes('room.left', to), look).until(far)
    expect(stays(`${day} 08:00`, `${day} 09:59`)).toEqual([])
    expect(stays(`${day} 08:00`, `${day} 09:58:58`)).toHaveLength(1)
    expect(stays(`${day} 10:01`, `${day} 10:04`)).toEqual([])
    expect(stays(`${day} 10:01:02`, `${day} 10:04`)).toHaveLength(1)
  })
  it('one of two who reported with a substitute leaves the other', () => {
    const two = [watch(), watch({ duty: 'd2', officer: 'o2' })]
    expect(given(rule, ...two, absence(`${day} 09:55`, { substitute: 'o3' }), absent()).until(far)).toMatchObject([
      { facts: { assigned: 2 }, concerns: { officers: ['o1', 'o2'] } },
    ])
  })
})
