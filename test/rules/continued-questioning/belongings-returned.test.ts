import { describe, expect, it } from 'vitest'
import { continuedQuestioningBelongingsReturned as rule } from '../../../server/rules/continued-questioning/belongings-returned.ts'
import { departs, measure, sensor } from '../../support/custody.ts'
import { describeLimit } from '../../support/limits.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const feed = sensor('2026-03-01 00:00', ['belongings'], { room: null })
const listed: Moment = ['2026-03-02 09:20', 'belongings.listed', { stay: 's1', signed: true }]
const questioned = measure('continued-questioning')
const released = questioned.ends('2026-03-02 15:00')
const returned = (when: string, signed = true, heard?: string): Moment => [
  when,
  'belongings.returned',
  { stay: 's1', signed },
  heard,
]
const day = [feed, listed, released]

describe('与案件无关的，应当立即返还被盘问人（规定第三十二条）', () => {
  it('opens past half an hour after release, for the unit, from that moment', () =>
    expect(given(rule, ...day).until('2026-03-02 15:31')).toMatchObject([
      { since: at('2026-03-02 15:30'), concerns: { unit: 'station-1' } },
    ]))
  it('finds nothing before and at the limit, or when they were returned in time', () => {
    expect(given(rule, ...day).until('2026-03-02 15:30')).toEqual([])
    expect(given(rule, ...day, returned('2026-03-02 15:10')).until('2026-03-03 00:00')).toEqual([])
  })
  it('opens when they were returned too late, or without a signature', () => {
    expect(given(rule, ...day, returned('2026-03-02 16:00')).until('2026-03-03 00:00')).toHaveLength(1)
    expect(given(rule, ...day, returned('2026-03-02 15:10', false)).until('2026-03-03 00:00')).toHaveLength(1)
  })
  it('counts from the departure where no paper ends it, and not where the person was handed on', () => {
    const started = questioned.starts('2026-03-02 09:00')
    const gone = (how: string) => given(rule, feed, started, listed, departs('2026-03-02 15:00', { how }))
    expect(gone('released').until('2026-03-02 15:31')).toMatchObject([{ since: at('2026-03-02 15:30') }])
    expect(gone('handed-to-custody').until('2026-03-03 00:00')).toEqual([])
    // Of a summons the article says nothing.
    const summons = measure('summons-oral').starts('2026-03-02 09:00')
    expect(given(rule, feed, summons, listed, departs('2026-03-02 15:00')).until('2026-03-03 00:00')).toEqual([])
  })
  it('a return told late ends the finding', () => {
    const told = given(rule, ...day, returned('2026-03-02 15:10', true, '2026-03-02 18:00'))
    expect(told.until('2026-03-02 17:00')).toHaveLength(1)
  })
  it('finds nothing when nothing was listed, or the person was handed on in custody', () => {
    expect(given(rule, feed, released).until('2026-03-03 00:00')).toEqual([])
    const delivered = questioned.ends('2026-03-02 15:00', 'delivered')
    expect(given(rule, feed, listed, delivered).until('2026-03-03 00:00')).toEqual([])
  })
  it('does not judge without a declared source', () =>
    expect(given(rule, listed, released).until('2026-03-03 00:00')).toEqual([]))
})

describeLimit('立即返还（三十分钟为本地设定），六种情形', {
  rule,
  begins: (when, heard) => [
    sensor('1990-01-01 00:00', ['belongings'], { room: null }),
    [when, 'belongings.listed', { stay: 's1', signed: true }, heard],
    questioned.ends(when, 'released', {}, heard),
  ],
  done: (when) => returned(when),
  begin: '2026-03-02 10:00',
  last: '2026-03-02 10:30',
  past: '2026-03-02 10:31',
  tooEarly: '2004-09-30 10:00',
  lawBegins: '2004-10-01 00:00',
  lawPast: '2004-10-01 00:31',
  unmoved: [returned('2026-03-02 10:10', false)],
})
