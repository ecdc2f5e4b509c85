import { describe, expect, it } from 'vitest'
import {
  canSave,
  chosenAfter,
  currentStop,
  isBad,
  keyOf,
  progressOf,
  shareOf,
} from '../../../client/features/video-patrol/model.ts'
import type { PatrolStop, PatrolView } from '../../../server/contract/video-patrol.ts'

const stop = (camera: string, more: Partial<PatrolStop> = {}): PatrolStop => ({
  camera,
  name: { zh: camera, en: camera },
  unit: 's1',
  room: null,
  purpose: 'window',
  tickets: 1,
  state: 'waiting',
  results: [],
  note: '',
  at: null,
  snapshot: null,
  skipped: null,
  onDuty: [],
  ...more,
})
const patrol: PatrolView = {
  id: 'vp',
  by: 'supervisor',
  at: 0,
  endedAt: null,
  purposes: [],
  candidates: 9,
  tickets: 12,
  leftOut: 0,
  stops: [
    stop('a', { state: 'looked', results: ['good'] }),
    stop('b', { state: 'looked', results: ['absent', 'untidy'] }),
    stop('c'),
    stop('d', { state: 'skipped', skipped: 'recusal' }),
    stop('e', { state: 'looked', results: ['cannot-see'] }),
    stop('f'),
  ],
}

describe('a key for each result', () => {
  it('1 is good and 9 cannot be seen', () => expect([keyOf('good'), keyOf('cannot-see')]).toEqual(['1', '9']))
  it('what is wrong can be chosen together, and again to take it back', () => {
    expect(chosenAfter(['absent'], 'untidy')).toEqual(['absent', 'untidy'])
    expect(chosenAfter(['absent', 'untidy'], 'absent')).toEqual(['untidy'])
  })
  it('good and cannot-see stand alone', () => {
    expect(chosenAfter(['absent'], 'good')).toEqual(['good'])
    expect(chosenAfter(['cannot-see'], 'absent')).toEqual(['absent'])
  })
  it('what is wrong needs words', () => {
    expect(canSave(['good'], '')).toBe(true)
    expect(canSave(['cannot-see'], '')).toBe(true)
    expect(canSave(['absent'], ' 无 ')).toBe(false)
    expect(canSave(['absent'], '无人')).toBe(true)
    expect(canSave([], '无人')).toBe(false)
  })
})

describe('a patrol on its way', () => {
  it('shows the first that waits, or the one asked for while it does', () => {
    expect(currentStop(patrol, undefined)?.camera).toBe('c')
    expect(currentStop(patrol, 'f')?.camera).toBe('f')
    expect(currentStop(patrol, 'a')?.camera).toBe('c')
  })
  it('counts what came of it', () =>
    expect(progressOf(patrol)).toEqual({ all: 6, done: 4, good: 1, bad: 1, unseen: 1, skipped: 1 }))
})

describe('figures', () => {
  it('have their base, and a share only where that says something', () => {
    expect(shareOf(3, 4)).toBe('3/4')
    expect(shareOf(9, 12)).toBe('9/12 · 75%')
    expect(shareOf(0, 0)).toBe('—')
  })
  it('cannot be seen is nothing wrong', () => {
    expect(isBad({ results: ['cannot-see'] })).toBe(false)
    expect(isBad({ results: ['phone'] })).toBe(true)
  })
})
