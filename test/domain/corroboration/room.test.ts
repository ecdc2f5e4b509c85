import { describe, expect, it } from 'vitest'
import { counted, DAY, east, fixed, held, questioning, session } from '../../support/claims.ts'
import {
  act,
  enters,
  leaves,
  records,
  room,
  sensor,
  sensorFails,
  sensorReturns,
  stopsRecording,
} from '../../support/custody.ts'
import type { Moment } from '../../support/timeline.ts'

const watched = sensor('2026-03-01 08:00', ['badges', 'entry', 'people-count', 'recording'])
const recorder = sensor('2026-03-01 08:00', ['recording'])
const counter = sensor('2026-03-01 08:00', ['people-count'])
const day = (local: string): string => `${DAY} ${local}`
const inside = (who: string, as = 'officer'): Moment[] => [enters(day('09:09'), who, as), leaves(day('10:01'), who, as)]
const everybody = [...inside('oA'), ...inside('oB'), ...inside('p1', 'held')]
const later = { recording: 'v2' }

describe('recorder: shows that something went on, and not who was there', () => {
  it('running from before until after: supports, and corroborates nobody', () => {
    const m = held([recorder, records(day('09:00')), ...session, stopsRecording(day('10:10'))])
    expect([m.verdict, m.cell('recorder', 'time')]).toEqual(['uncorroborated', 'supports recorded'])
  })
  it('still running, of a session that goes on: supports', () =>
    expect(held([recorder, records(day('09:08')), session[0]!], day('09:40')).cell('recorder', 'time')).toBe(
      'supports recorded',
    ))
  it('a body camera that names the act counts for it, without a room', () => {
    const bodyCamera = { room: null, act: 'a1' }
    const m = held([records(day('09:09'), bodyCamera), ...session, stopsRecording(day('10:01'), bodyCamera)])
    expect(m.cell('recorder', 'time')).toBe('supports recorded')
  })
  it('two recordings with two minutes between them are one; with ten between, a part only', () => {
    const two = (again: string) =>
      held([
        recorder,
        records(day('09:08')),
        stopsRecording(day('09:30'), { reason: 'power' }),
        records(day(again), later),
        ...session,
        stopsRecording(day('10:01'), later),
      ]).cell('recorder', 'time')
    expect([two('09:32'), two('09:40')]).toEqual(['supports recorded', 'silent partly'])
  })
  it('a picture that was lost for half of it: a part only', () => {
    const lost: Moment = [day('09:30'), 'recording.signal-lost', { recording: 'v1', lost: 'video' }]
    expect(
      held([recorder, records(day('09:08')), lost, ...session, stopsRecording(day('10:01'))]).cell('recorder', 'time'),
    ).toBe('silent partly')
  })
  it('ended before, or begun after: it worked, and did not record this', () => {
    const m = held([
      recorder,
      records(day('08:00')),
      stopsRecording(day('09:00')),
      ...session,
      records(day('10:30'), later),
    ])
    expect(m.cell('recorder', 'time')).toBe('silent not-recording')
  })
  it.each([
    ['all along', '08:00', '11:00', 'down not-working'],
    ['from before until the middle', '08:00', '09:30', 'down not-working'],
    ['from the middle on', '09:30', '11:00', 'down not-working'],
    ['only before', '08:00', '09:00', 'silent not-recording'],
    ['only after', '10:05', '11:00', 'silent not-recording'],
    ['for two minutes', '09:20', '09:22', 'silent not-recording'],
  ] as const)('its sensor down %s', (_, from, to, says) =>
    expect(held([recorder, sensorFails(day(from)), sensorReturns(day(to)), ...session]).cell('recorder', 'time')).toBe(
      says,
    ),
  )
  it('heard of only two days later', () => {
    const started: Moment = [day('09:08'), 'recording.started', { recording: 'v1', room: 'r1' }, '2026-03-04 09:00']
    const stopped: Moment = [day('10:02'), 'recording.stopped', { recording: 'v1' }, '2026-03-04 09:00']
    expect(held([recorder, ...session, started, stopped], '2026-03-04 10:00').cell('recorder', 'time')).toBe(
      'supports recorded',
    )
  })
})

describe('people count: fewer than the record names, for longer than a moment', () => {
  it('one too few all along contradicts; one too many all along is shown and contradicts nobody', () => {
    const shown = (people: number) =>
      held([counter, ...session, ...['09:15', '09:25', '09:35', '09:45'].map((t) => counted(t, people))])
    expect([shown(2).verdict, shown(2).cell('count', 'count')]).toEqual(['contradicted', 'contradicts fewer'])
    expect([shown(4).verdict, shown(4).cell('count', 'count')]).toEqual(['uncorroborated', 'silent more'])
    expect(shown(3).cell('count', 'count')).toBe('supports fits')
  })
  it('what a counter told while it was known to be down counts for nothing', () => {
    const covered = [sensorFails(day('09:12'), 'covered'), ...['09:15', '09:25', '09:35'].map((t) => counted(t, 0))]
    const m = held([counter, ...covered, ...session])
    expect([m.verdict, m.cell('count', 'count')]).toEqual(['unobservable', 'down not-working'])
  })
  it('a low count holds until the counter fails, and no longer', () => {
    const m = held([counter, counted('09:15', 2), sensorFails(day('09:17')), ...session])
    expect(m.verdict).not.toBe('contradicted')
  })
  it('counts from before the session say nothing of it', () =>
    expect(held([counter, counted('09:05', 0), ...session]).cell('count', 'count')).toBe('silent no-report'))
  it('counts that came in the evening do', () => {
    const m = held([counter, ...session, ...['09:15', '09:30'].map((t) => counted(t, 1, '20:00'))], day('21:00'))
    expect(m.cell('count', 'count')).toBe('contradicts fewer')
  })
  it('over a picture link the person questioned is not in the room', () => {
    const link = act('questioning', { officers: ['oA', 'oB'], place: 'remote-video' })
    const m = held([
      watched,
      ...inside('oA'),
      ...inside('oB'),
      link.starts(day('09:10')),
      link.ends(day('10:00')),
      counted('09:20', 2),
      counted('09:40', 2),
    ])
    expect([m.verdict, m.cell('count', 'count'), m.cell('door', 'person/p1')]).toEqual([
      'corroborated',
      'supports fits',
      undefined,
    ])
  })
})

const next = room('2026-03-01 08:00', { room: 'r2' })
const r2 = { room: 'r2' }

describe('an officer in two rooms', () => {
  it('entered the next room while the record has them here: contradicted', () => {
    const m = held([
      watched,
      next,
      ...inside('oA'),
      ...inside('p1', 'held'),
      enters(day('09:09'), 'oB', 'officer'),
      enters(day('09:30'), 'oB', 'officer', r2),
      ...session,
    ])
    expect([m.verdict, m.cell('door', 'oB')]).toEqual(['contradicted', 'contradicts elsewhere'])
  })
  it('two records that have the same officer in two rooms at once: doors tell which', () => {
    const other = act('questioning', { act: 'a2', officers: ['oB'], room: 'r2', person: null, stay: null })
    const both = [watched, next, ...everybody, ...session, other.starts(day('09:20')), other.ends(day('09:50'))]
    expect([held(both).verdict, held(both, day('12:00')).cell('door', 'oB')]).toEqual([
      'corroborated',
      'supports present',
    ])
  })
  it('a door that missed the way out of the other room is put right by the next entry', () => {
    const m = held([watched, next, enters(day('08:00'), 'oB', 'officer', r2), ...everybody, ...session])
    expect([m.verdict, m.cell('door', 'oB')]).toEqual(['corroborated', 'supports present'])
  })
  it('also when that door tells of the way in only afterwards', () => {
    const m = held([watched, next, ...everybody, ...session, enters(day('08:00'), 'oB', 'officer', r2, day('11:00'))])
    expect([m.verdict, m.cell('door', 'oB')]).toEqual(['corroborated', 'supports present'])
  })
  it('and a late word of another room in the middle ends their time here', () => {
    const m = held([
      watched,
      next,
      enters(day('09:09'), 'oB', 'officer'),
      ...session,
      enters(day('10:30'), 'oB', 'officer', { room: 'r3' }),
      enters(day('09:30'), 'oB', 'officer', r2, day('11:00')),
    ])
    expect(m.cell('door', 'oB')).toBe('contradicts elsewhere')
  })
})

describe('sources that differ', () => {
  it('door there, phone elsewhere: contradicted, and both are shown', () => {
    const m = held([
      watched,
      ...everybody,
      ...session,
      fixed('officer/oB', '09:20', east(9_000)),
      fixed('officer/oB', '09:40', east(9_000)),
    ])
    expect([m.verdict, m.cell('door', 'oB'), m.cell('position', 'oB')]).toEqual([
      'contradicted',
      'supports present',
      'contradicts far',
    ])
  })
  it('reader down, phones there: corroborated by what worked', () => {
    const m = held([
      watched,
      sensorFails(day('08:00')),
      ...session,
      fixed('officer/oA', '09:20', east(10)),
      fixed('officer/oB', '09:20', east(10)),
    ])
    expect([m.verdict, m.cell('door', 'oA')]).toEqual(['corroborated', 'down not-working'])
  })
  it('reader back in the middle: what it then does not show is contradicted, not what came before', () => {
    const m = held([watched, sensorFails(day('08:00')), sensorReturns(day('09:40')), ...session])
    expect(m.find('door', 'oB')).toMatchObject({ says: 'contradicts', facts: { awayMs: 20 * 60_000 } })
    expect(held([watched, sensorFails(day('08:00')), sensorReturns(day('09:58')), ...session]).cell('door', 'oB')).toBe(
      'down not-working',
    )
  })
  it('one officer seen and the other by nobody: uncorroborated', () => {
    const m = held([...inside('oA'), ...session])
    expect([m.verdict, m.cell('door', 'oB')]).toEqual(['uncorroborated', 'silent no-source'])
  })
})

describe('what is too long ago says nothing: passages of a busy room are not kept for ever', () => {
  /** Forty people a day in and out of the room, for six days after the session. */
  const busy = Array.from({ length: 6 }, (_, d) =>
    Array.from({ length: 40 }, (_, i): Moment[] => {
      const when = `2026-03-0${d + 3} ${String(8 + Math.floor(i / 10)).padStart(2, '0')}:${String((i % 10) * 5).padStart(2, '0')}`
      return [enters(when, `x${i}`, 'other'), leaves(`${when.slice(0, -1)}4`, `x${i}`, 'other')]
    }),
  ).flat(2)
  const quiet: readonly Moment[] = [watched, records(day('09:08')), ...everybody, stopsRecording(day('10:02'))]
  it('a claim that is told after its evidence was dropped is not contradicted by that', () => {
    const told = (m: Moment): Moment => [m[0], m[1], m[2] ?? {}, '2026-03-09 08:00']
    const m = held([...quiet, ...busy, ...session.map(told)], '2026-03-09 09:00')
    expect([m.verdict, m.cell('door', 'oA'), m.cell('door', 'person/p1')]).toEqual([
      'uncorroborated',
      'silent forgotten',
      'silent forgotten',
    ])
  })
  it('nor are recordings of the room: that none is held is no word that none was made', () => {
    const more = Array.from({ length: 60 }, (_, i): Moment[] => {
      const when = `2026-03-0${3 + Math.floor(i / 10)} ${String(8 + (i % 10)).padStart(2, '0')}:00`
      return [records(when, { recording: `w${i}` }), stopsRecording(when.replace(':00', ':30'), { recording: `w${i}` })]
    }).flat()
    const told = (m: Moment): Moment => [m[0], m[1], m[2] ?? {}, '2026-03-09 08:00']
    const m = held([...quiet, ...more, ...session.map(told)], '2026-03-09 09:00')
    expect(m.cell('recorder', 'time')).toBe('silent forgotten')
  })
  it('one that was told in time was held against them before', () =>
    expect(held([...quiet, ...busy, ...session], '2026-03-09 09:00').verdict).toBe('corroborated'))
  it('a session of today in the same room is judged as ever', () => {
    const today = act('questioning', { officers: ['oA'], person: null })
    const m = held([
      watched,
      ...busy,
      enters('2026-03-08 15:00', 'oA', 'officer'),
      today.starts('2026-03-08 15:01'),
      today.ends('2026-03-08 16:00'),
    ])
    expect(m.verdict).toBe('corroborated')
  })
})

describe('a record that is odd in itself', () => {
  it('ends before it begins: nothing is said of a time that is none', () => {
    const m = held([watched, questioning.starts(day('09:10')), questioning.ends(day('09:00'))])
    expect(m.verdict).toBe('uncorroborated')
  })
  it('only signed, never ended: the signature is the end', () => {
    const m = held([watched, ...everybody, questioning.starts(day('09:10')), questioning.signed(day('10:00'))])
    expect([m.claim.to, m.verdict]).toEqual([Date.parse(`${DAY}T10:00:00+08:00`), 'corroborated'])
  })
})
