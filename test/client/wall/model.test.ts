import { describe, expect, it } from 'vitest'
import { alarmAmong, freeTile, listed, nameBeneath, placed, tilesOf } from '../../../client/features/wall/model.ts'
import { tileState } from '../../../client/picture/state.ts'
import type { CameraView } from '../../../server/contract/video.ts'
import type { FindingView } from '../../../server/contract/views.ts'

const camera = (id: string, more: Partial<CameraView> = {}): CameraView => ({
  id,
  name: { zh: id, en: id },
  unit: 's1',
  room: null,
  place: null,
  areaCode: null,
  purpose: 'hall',
  audio: false,
  privacyZones: [],
  retentionDays: null,
  host: null,
  state: 'live',
  why: null,
  since: null,
  detail: '',
  lastFrameAt: null,
  codec: 'h264',
  small: 'substream',
  mainShows: true,
  clock: null,
  ...more,
})
const finding = (id: string, more: Record<string, unknown> = {}): FindingView =>
  ({
    finding: {
      id,
      rule: 'r',
      subject: 'x',
      grade: 'B',
      since: 1,
      openedAt: 1,
      evidence: [],
      facts: {},
      concerns: { unit: 's1', carrier: null, officers: [], place: null },
      ...more,
    },
    title: { zh: id, en: id },
    active: true,
    acknowledged: null,
    shelved: null,
  }) as unknown as FindingView

describe('what a tile says', () => {
  const shown = { playing: true, played: true, framesPerSecond: 12 }
  it('live only while pictures are seen', () => {
    expect(tileState(camera('a'), shown, true)).toBe('live')
    expect(tileState(camera('a'), { ...shown, framesPerSecond: 1 }, true)).toBe('low')
    expect(tileState(camera('a'), { playing: false, played: false, framesPerSecond: null }, true)).toBe('connecting')
    expect(tileState(camera('a'), { playing: false, played: true, framesPerSecond: null }, true)).toBe('reconnecting')
  })
  it('a camera that is lost is down whatever still stands on the screen', () =>
    expect(tileState(camera('a', { state: 'lost', why: 'frozen' }), shown, true)).toBe('down'))
  it('without a media worker it is being prepared, and a camera nobody can reach is off', () => {
    expect(tileState(camera('a'), shown, false)).toBe('preparing')
    expect(tileState(camera('a', { state: 'unsourced' }), shown, true)).toBe('off')
  })
})

describe('which camera stands where', () => {
  it('a carousel shows every camera once in a turn', () => {
    const all = ['a', 'b', 'c', 'd', 'e']
    const seen = [0, 1].flatMap((round) => tilesOf(all, 4, round)).filter((id) => id !== null)
    expect(new Set(seen)).toEqual(new Set(all))
    expect(tilesOf(all, 4, 2)).toEqual(tilesOf(all, 4, 0))
    expect(tilesOf(['a'], 4, 5)).toEqual(['a', null, null, null])
  })
  it('one that is placed again changes places', () => {
    expect(placed(['a', 'b'], 1, 'a')).toEqual(['b', 'a'])
    expect(placed(['a'], 3, 'c')).toEqual(['a', null, null, 'c'])
    expect(placed(['a', 'b'], 0, null)).toEqual([null, 'b'])
  })
  it('a new one takes the first empty tile, else the last', () => {
    expect(freeTile(['a', null], 4)).toBe(1)
    expect(freeTile(['a', 'b', 'c', 'd'], 4)).toBe(3)
  })
  it('the tree puts what can be seen first', () => {
    const groups = listed([camera('x', { unit: 's2', state: 'unsourced' }), camera('y')], '', '')
    expect(groups.map((g) => g.unit)).toEqual(['s1', 's2'])
    expect(listed([camera('x'), camera('y')], 'Y', '')[0]!.cameras).toHaveLength(1)
  })
})

describe('the reserved tile', () => {
  const cameras = new Map(
    [camera('hall'), camera('room', { room: 'room-1', purpose: 'case-area' })].map((c) => [c.id, c]),
  )
  it('shows the camera that a finding speaks of, else that of its room', () => {
    expect(alarmAmong([finding('f', { facts: { room: 'room-1' } })], cameras)?.camera.id).toBe('room')
    expect(alarmAmong([finding('f', { facts: { room: 'room-1', camera: 'hall' } })], cameras)?.camera.id).toBe('hall')
    expect(alarmAmong([finding('f', { facts: { room: 'room-1', camera: 'gone' } })], cameras)?.camera.id).toBe('room')
    const unsourced = new Map([['room', camera('room', { room: 'room-1', state: 'unsourced' })]])
    expect(alarmAmong([finding('f', { facts: { room: 'room-1' } })], unsourced)).toBeUndefined()
  })
  it('one without a room lights no picture of its unit: it would read as being about whoever is seen there', () => {
    expect(alarmAmong([finding('f')], cameras)).toBeUndefined()
  })
  it('A before B, and nothing for C, for what is acknowledged or for where no camera is', () => {
    const there = { facts: { room: 'room-1' } }
    const a = finding('a', { ...there, grade: 'A' })
    expect(alarmAmong([finding('b', { ...there, openedAt: 9 }), a], cameras)?.view.finding.id).toBe('a')
    expect(alarmAmong([finding('c', { ...there, grade: 'C' })], cameras)).toBeUndefined()
    expect(alarmAmong([{ ...a, acknowledged: { by: 'x', at: 1 } }], cameras)).toBeUndefined()
    expect(alarmAmong([finding('d', { facts: { room: 'room-9' } })], cameras)).toBeUndefined()
  })
})

describe('the list of cameras', () => {
  it('does not say the unit’s name again beneath it, in either language', () => {
    expect(nameBeneath('澄西派出所2号摄像机', '澄西派出所')).toBe('2号摄像机')
    expect(nameBeneath('Chengxi Station gate camera', 'Chengxi Station')).toBe('gate camera')
  })
  it('says a name that is the unit’s, or has nothing of it, whole', () => {
    expect(nameBeneath('Chengxi Station', 'Chengxi Station')).toBe('Chengxi Station')
    expect(nameBeneath('Market Street 4', 'Chengxi Station')).toBe('Market Street 4')
    expect(nameBeneath('Market Street 4', undefined)).toBe('Market Street 4')
  })
})
