import { describe, expect, it } from 'vitest'
import { createCustodyRegister } from '../../../server/domain/custody/register.ts'
import { emptyCustody } from '../../../server/domain/custody/state.ts'
import type { Entry } from '../../../server/domain/entry.ts'
import { parseObservation } from '../../../server/domain/observation/index.ts'
import {
  arrives,
  departs,
  enters,
  leaves,
  measure,
  person,
  records,
  sensor,
  sensorFails,
  sensorReturns,
  stopsRecording,
} from '../../support/custody.ts'
import { at, type Moment } from '../../support/timeline.ts'

const entry = ([happened, kind, data = {}, heard]: Moment, seq: number): Entry => {
  const parsed = parseObservation({ kind, observedAt: at(happened), data })
  if (parsed.is === 'fault') throw new Error(parsed.problem)
  return { seq, recordedAt: at(heard ?? happened), observation: parsed.observation }
}
const told = (...moments: Moment[]) => {
  const state = emptyCustody()
  const register = createCustodyRegister(state)
  for (const [seq, moment] of moments.entries()) register.apply(entry(moment, seq))
  return { register, state }
}
const day = [
  arrives('2026-03-02 09:00'),
  measure('summons-written').starts('2026-03-02 09:00'),
  person('2026-03-02 09:05', { sex: 'female', birthDate: '2000-01-01' }),
  enters('2026-03-02 09:10', 'p1', 'held'),
  leaves('2026-03-02 10:00', 'p1', 'held'),
  enters('2026-03-02 10:01', 'p1', 'held', { room: 'r2' }),
  records('2026-03-02 09:10'),
  stopsRecording('2026-03-02 10:00'),
  departs('2026-03-02 16:00'),
]

describe('the register of custody', () => {
  it('knows who was in which room, and ends it when they go elsewhere or leave the premises', () => {
    const { register } = told(...day)
    expect(register.presence('r1')).toMatchObject([
      { who: 'p1', from: at('2026-03-02 09:10'), to: at('2026-03-02 10:00'), evidence: [3, 4] },
    ])
    expect(register.presence('r2')).toMatchObject([{ to: at('2026-03-02 16:00') }])
    expect(told(day[0]!, day[3]!, day[5]!).register.presence('r1')[0]?.to).toBe(at('2026-03-02 10:01'))
  })
  it('says the same in whatever order within a day it was told', () => {
    const shuffled = [8, 3, 6, 1, 5, 0, 7, 4, 2].map((i) => day[i]!)
    const one = told(...day).register
    const other = told(...shuffled).register
    expect(other.recordings('r1', 'x').map(({ from, to }) => [from, to])).toEqual(
      one.recordings('r1', 'x').map(({ from, to }) => [from, to]),
    )
    expect(other.presence('r1').map(({ from, to }) => [from, to])).toEqual(
      one.presence('r1').map(({ from, to }) => [from, to]),
    )
    expect(other.stay('s1')).toEqual(one.stay('s1'))
    expect(other.person('p1')?.values).toEqual(one.person('p1')?.values)
  })
  it('keeps the later statement about a person and takes null for silence', () => {
    const { register } = told(
      person('2026-03-02 09:00', { sex: 'male', pregnant: null }),
      person('2026-03-02 08:00', { sex: 'female', deaf: true }),
    )
    expect(register.person('p1')?.values).toMatchObject({ sex: 'male', deaf: true })
    expect(register.person('p1')?.values.pregnant).toBeUndefined()
  })
  it('knows which measures were in force when, both ends included', () => {
    const own = measure('summons-written')
    const { register } = told(own.starts('2026-03-02 09:00'), own.ends('2026-03-02 12:00'))
    const kinds = (when: string) => register.measuresAt('p1', at(when)).map((m) => m.kind)
    expect([
      kinds('2026-03-02 08:59'),
      kinds('2026-03-02 09:00'),
      kinds('2026-03-02 12:00'),
      kinds('2026-03-02 12:01'),
    ]).toEqual([[], ['summons-written'], ['summons-written'], []])
  })
  it('knows when a room could be observed', () => {
    const { register } = told(
      sensor('2026-03-01 00:00', ['recording']),
      sensorFails('2026-03-02 09:30'),
      sensorReturns('2026-03-02 09:40'),
    )
    expect(register.sees('r1', 'recording', at('2026-03-02 09:00'), at('2026-03-02 09:30'))).toBe(true)
    expect(register.sees('r1', 'recording', at('2026-03-02 09:00'), at('2026-03-02 09:35'))).toBe(false)
    expect(register.sees('r1', 'badges', at('2026-03-02 09:00'), at('2026-03-02 09:10'))).toBe(false)
    expect(register.feeds('recording', at('2026-03-02 09:35'))).toBe(false)
  })
  it('survives a snapshot as JSON', () => {
    const { state } = told(...day)
    const restored = createCustodyRegister(JSON.parse(JSON.stringify(state)))
    expect(restored.presence('r1')).toEqual(createCustodyRegister(state).presence('r1'))
    expect(restored.measuresOf('p1').map((m) => m.measure)).toEqual(['m1'])
  })
  it('forgets a person forty days after everything about them is over, and not before', () => {
    const stateAt = (when: string) =>
      told(...day, measure('summons-written').ends('2026-03-02 16:00'), arrives(when, { stay: 's9', person: 'p9' }))
        .state
    expect(stateAt('2026-04-10 00:00').persons.p1).toBeDefined()
    const gone = stateAt('2026-04-12 00:00')
    expect([gone.persons.p1, gone.stays.s1, gone.measures.m1]).toEqual([undefined, undefined, undefined])
  })
  it('bounds what one door can make it remember', () => {
    const junk = Array.from({ length: 2_000 }, (_, i): Moment => {
      const when = new Date(at('2026-03-02 00:00') + i * 1_000 + 8 * 3_600_000)
        .toISOString()
        .slice(0, 19)
        .replace('T', ' ')
      return i % 2 ? leaves(when, 'p1', 'held') : enters(when, 'p1', 'held')
    })
    expect(told(...junk).state.passagesByRoom.r1!.length).toBeLessThanOrEqual(600)
  })
})

describe('a recording is one from start to stop, by its id: its room and its act need be said once', () => {
  const start = records('2026-03-02 09:00', { act: 'a1' })
  const stop: Moment = ['2026-03-02 10:00', 'recording.stopped', { recording: 'v1' }]
  const times = (...moments: Moment[]) => {
    const { register } = told(...moments)
    const of = (room: string | null, act: string) => register.recordings(room, act).map(({ from, to }) => [from, to])
    return [of('r1', 'x'), of(null, 'a1')]
  }
  const hour = [[at('2026-03-02 09:00'), at('2026-03-02 10:00')]]
  it('stops for both when the stop names neither, or only one of them', () => {
    expect(times(start, stop)).toEqual([hour, hour])
    expect(times(start, stopsRecording('2026-03-02 10:00'))).toEqual([hour, hour])
  })
  it('also when the stop is heard before the start', () => expect(times(stop, start)).toEqual([hour, hour]))
  it('leaves alone what the same id recorded elsewhere', () =>
    expect(times(start, ['2026-03-02 10:00', 'recording.stopped', { recording: 'v1', room: 'r9' }])).toEqual([
      [[at('2026-03-02 09:00'), undefined]],
      [[at('2026-03-02 09:00'), undefined]],
    ]))
  it('is forgotten in the end', () => {
    const { register } = told(start, stop, arrives('2026-05-02 09:00'))
    expect(register.recordingPlace('v1')).toBeUndefined()
    expect(told(start, stop).register.recordingPlace('v1')).toMatchObject({ room: 'r1', act: 'a1' })
  })
})
