import { describe, expect, it } from 'vitest'
import { pointsOf } from '../../../client/features/findings/evidence-map.tsx'
import { folded, held, queued, shelveChoices, tally, wholeQueue } from '../../../client/features/findings/model.ts'
import { soundDue } from '../../../client/finding/sound.ts'
import { isUnseen } from '../../../client/finding/waiting.ts'
import { SHELVE_MAX_MINUTES } from '../../../server/contract/actions.ts'
import { findingView, seen } from '../make.ts'

describe('two axes, active × acknowledged', () => {
  it('a finding that ended by itself still waits to be seen', () =>
    expect(isUnseen(findingView({ active: false, endedAt: 5 }))).toBe(true))
  it('seen is not done: an acknowledged one stays in the queue', () =>
    expect(queued([findingView({ acknowledged: seen, status: 'acknowledged' })], wholeQueue, 'me')).toHaveLength(1))
  it('what is shelved waits elsewhere and stays counted', () => {
    const f = findingView({ shelved: { by: 'x', until: 9, reason: 'r' }, status: 'shelved' })
    expect(queued([f], wholeQueue, 'me')).toHaveLength(0)
    expect(queued([f], { ...wholeQueue, which: 'shelved' }, 'me')).toHaveLength(1)
    expect(tally([f], 'me')).toMatchObject({ shelved: 1, open: 0 })
  })
})

describe('rows never move under the cursor', () => {
  it('while a hand is on the list the order stays and the new wait', () =>
    expect(held(['b', 'a'], ['c', 'a', 'b'], true)).toEqual({ ids: ['b', 'a'], fresh: ['c'] }))
  it('what no longer belongs stays where it was until the hand goes', () =>
    expect(held(['b', 'a'], ['a'], true).ids).toEqual(['b', 'a']))
  it('without a hand the order is as wanted', () =>
    expect(held(['b', 'a'], ['c', 'a'], false)).toEqual({ ids: ['c', 'a'], fresh: [] }))
  it('an empty list holds nothing back', () => expect(held([], ['a'], true).ids).toEqual(['a']))
})

describe('a storm is one row', () => {
  const storm = Array.from({ length: 12 }, (_, i) => findingView({ id: `s${i}`, storm: 'r@u1@5' }))
  it('folded: one row for all', () => expect(folded(storm, new Set())).toMatchObject([{ is: 'storm', open: false }]))
  it('opened: every one of them', () => expect(folded(storm, new Set(['r@u1@5']))).toHaveLength(13))
  it('grade A is never folded away', () => {
    const rows = folded([...storm, findingView({ id: 'a', grade: 'A', storm: 'r@u1@5' })], new Set())
    expect(rows.filter((r) => r.is === 'finding').map((r) => r.id)).toEqual(['a'])
  })
  it('a single one left is itself again', () =>
    expect(folded(storm.slice(0, 1), new Set())).toMatchObject([{ is: 'finding' }]))
})

describe('a sound per grade repeats until acknowledged', () => {
  it('the gravest sounds', () =>
    expect(soundDue([findingView({ grade: 'C' }), findingView({ grade: 'A' })], {}, 0)).toBe('A'))
  it('again after its time, not before', () => {
    const one = [findingView({ grade: 'A' })]
    expect(soundDue(one, { A: 1_000 }, 6_999)).toBeUndefined()
    expect(soundDue(one, { A: 1_000 }, 7_000)).toBe('A')
  })
  it('stops when acknowledged', () =>
    expect(soundDue([findingView({ acknowledged: seen, status: 'acknowledged' })], {}, 0)).toBeUndefined())
  it('in a flood the lesser grades sound rarely, grade A as always', () => {
    const flood = Array.from({ length: 10 }, (_, i) => findingView({ id: `${i}` }))
    expect(soundDue(flood, { B: 0 }, 30_000)).toBeUndefined()
    expect(soundDue(flood, { B: 0 }, 60_000)).toBe('B')
    expect(soundDue([...flood, findingView({ grade: 'A' })], { B: 0 }, 1)).toBe('A')
  })
})

describe('evidence on the small map', () => {
  it('draws fixes by the clock of the device, and nothing without a place', () => {
    const entry = (observedAt: number, data: Record<string, unknown>, kind = 'position.reported') => ({
      seq: observedAt,
      kind,
      observedAt,
      recordedAt: 9,
      source: 's',
      data,
      rawHex: null,
      hash: 'h',
    })
    const points = pointsOf([
      entry(5, { position: [1, 2], delivery: 'backfill' }),
      entry(2, { position: [3, 4] }),
      entry(3, { position: null }),
      entry(4, { position: [0, 0] }, 'zone.drawn'),
    ])
    expect(points.map((p) => [p.observedAt, p.delivery])).toEqual([
      [2, 'live'],
      [5, 'backfill'],
    ])
  })
})

describe('shelving has a server maximum by grade', () => {
  it('offers grade A an hour at most', () => expect(Math.max(...shelveChoices('A', SHELVE_MAX_MINUTES))).toBe(60))
  it('offers grade C a day', () => expect(shelveChoices('C', SHELVE_MAX_MINUTES)).toContain(1440))
})
