import { describe, expect, it } from 'vitest'
import { claimedWithOthersAt, claimOf } from '../../../server/domain/corroboration/claim.ts'
import { corroborate } from '../../../server/domain/corroboration/corroborate.ts'
import type { SourceName } from '../../../server/domain/corroboration/matrix.ts'
import { type Fix, type Heard, sourcesOf } from '../../../server/domain/corroboration/sources.ts'
import type { Entry } from '../../../server/domain/entry.ts'
import { parseObservation } from '../../../server/domain/observation/index.ts'
import { createRegister } from '../../../server/domain/register.ts'
import {
  act,
  enters,
  leaves,
  officer,
  records,
  room,
  sensor,
  sensorFails,
  stopsRecording,
} from '../../support/custody.ts'
import { at, type Moment } from '../../support/timeline.ts'

const entryOf = ([happened, kind, data = {}]: Moment, i: number): Entry => {
  const parsed = parseObservation({ kind, observedAt: at(happened), data })
  if (parsed.is === 'fault') throw new Error(parsed.problem)
  return { seq: i + 1, recordedAt: at(happened), observation: parsed.observation }
}

/** A and B questioned p1 in room r1 from 09:10 to 10:00, says the case system. */
const questioning = act('questioning', { officers: ['oA', 'oB'] })
const claimed = [questioning.starts('2026-03-02 09:10'), questioning.ends('2026-03-02 10:00')]
const station: Moment = [
  '2026-03-01 08:00',
  'unit.registered',
  { unit: 'station-1', name: { zh: '一所', en: 'Station 1' }, kind: 'station', parent: null, place: [116, 30] },
]
const place = [station, room('2026-03-01 08:00'), officer('2026-03-01 08:00', 'oA'), officer('2026-03-01 08:00', 'oB')]
const watched = sensor('2026-03-01 08:00', ['badges', 'entry', 'people-count', 'recording'])
const all = (who: string, as = 'officer'): Moment[] => [
  enters('2026-03-02 09:09', who, as),
  leaves('2026-03-02 10:01', who, as),
]

const held = (moments: readonly Moment[], heard: Partial<Heard> = {}, now = '2026-03-02 12:00') => {
  const entries = [...place, ...moments].map(entryOf)
  const register = createRegister()
  for (const e of entries) register.apply(e)
  const claim = claimOf('a1', entries)!
  const matrix = corroborate(
    claim,
    sourcesOf(claim, register, { fixes: [], counts: [], handovers: [], ...heard }, { now: at(now) }),
  )
  const cell = (source: SourceName, about: string) => {
    const found = matrix.cells.find((c) => c.source === source && c.about === about)
    return found && [found.says, found.because]
  }
  return { ...matrix, cell, entries }
}
const fix = (local: string, carrier: string, lng: number, more: Partial<Fix> = {}): Fix => ({
  seq: 900,
  at: at(`2026-03-02 ${local}`),
  device: 'osmand:1',
  carrier,
  position: [lng, 30],
  accuracyM: 20,
  mocked: false,
  ...more,
})
const counts = (...given: readonly (readonly [string, number])[]) => ({
  counts: given.map(([local, people], i) => ({ seq: 800 + i, at: at(`2026-03-02 ${local}`), people })),
})

describe('corroborated 相互印证: every officer named is seen by a source', () => {
  it('doors that saw both all along', () => {
    const m = held([watched, ...all('oA'), ...all('oB'), ...all('p1', 'held'), ...claimed])
    expect(m.verdict).toBe('corroborated')
    expect(m.cell('door', 'officer/oA')).toEqual(['supports', 'present'])
    expect(m.cell('door', 'person/p1')).toEqual(['supports', 'present'])
    expect(m.rows.find((r) => r.source === 'door')).toEqual({ source: 'door', says: 'supports' })
  })
  it('names the entries: the passages of that person and no others', () => {
    const m = held([watched, ...all('oA'), ...all('oB'), ...claimed])
    const { seqs } = m.cells.find((c) => c.source === 'door' && c.about === 'officer/oA')!
    expect(seqs.map((s) => m.entries.find((e) => e.seq === s)!.observation)).toMatchObject([
      { kind: 'room.entered', data: { who: 'oA' } },
      { kind: 'room.left', data: { who: 'oA' } },
    ])
  })
  it('doors for one, a phone for the other', () => {
    const m = held([...all('oA'), ...claimed], { fixes: [fix('09:30', 'officer/oB', 116.001)] })
    expect([m.verdict, m.cell('position', 'officer/oB')]).toEqual(['corroborated', ['supports', 'near']])
  })
  it('an officer who left early, as the record says, need not be seen later', () => {
    const m = held([
      watched,
      ...all('p1', 'held'),
      ...all('oA'),
      enters('2026-03-02 09:09', 'oB', 'officer'),
      leaves('2026-03-02 09:30', 'oB', 'officer'),
      claimed[0]!,
      questioning.leaves('2026-03-02 09:30', 'oB'),
      claimed[1]!,
    ])
    expect(m.verdict).toBe('corroborated')
  })
})

describe('contradicted 相互矛盾: one source says otherwise', () => {
  it('the badge reader worked and never saw B', () => {
    const m = held([watched, ...all('oA'), ...claimed])
    expect([m.verdict, m.cell('door', 'officer/oB')]).toEqual(['contradicted', ['contradicts', 'absent']])
  })
  it('B went out for twenty minutes', () => {
    const gone = [leaves('2026-03-02 09:20', 'oB', 'officer'), enters('2026-03-02 09:40', 'oB', 'officer')]
    const m = held([watched, ...all('oA'), ...all('oB'), ...gone, ...claimed])
    expect(m.cells.find((c) => c.about === 'officer/oB' && c.source === 'door')).toMatchObject({
      says: 'contradicts',
      facts: { awayMs: 20 * 60_000 },
    })
  })
  it('three minutes at the door prove nothing', () => {
    const out = [leaves('2026-03-02 09:20', 'oB', 'officer'), enters('2026-03-02 09:23', 'oB', 'officer')]
    expect(held([watched, ...all('p1', 'held'), ...all('oA'), ...all('oB'), ...out, ...claimed]).verdict).toBe(
      'corroborated',
    )
  })
  it('B was in another room, whatever this door did', () => {
    const m = held([
      room('2026-03-01 08:00', { room: 'r2' }),
      enters('2026-03-02 09:00', 'oB', 'officer', { room: 'r2' }),
      leaves('2026-03-02 10:30', 'oB', 'officer', { room: 'r2' }),
      ...claimed,
    ])
    expect(m.cell('door', 'officer/oB')).toEqual(['contradicts', 'elsewhere'])
  })
  it('the counter saw two where the record has three', () => {
    const m = held([watched, ...all('oA'), ...all('oB'), ...claimed], counts(['09:15', 2], ['09:20', 2], ['09:25', 3]))
    expect(m.cell('count', 'count')).toEqual(['contradicts', 'fewer'])
    expect(m.verdict).toBe('contradicted')
  })
  it('one low count that is put right at once is no contradiction', () => {
    const m = held([watched, ...claimed], counts(['09:15', 2], ['09:17', 3]))
    expect(m.cell('count', 'count')).toEqual(['supports', 'fits'])
  })
  it("B's phone was ten kilometres away for half an hour", () => {
    const fixes = [fix('09:15', 'officer/oB', 116.1), fix('09:45', 'officer/oB', 116.1, { seq: 901 })]
    const m = held([...claimed], { fixes })
    expect(m.cells.find((c) => c.source === 'position' && c.about === 'officer/oB')).toMatchObject({
      says: 'contradicts',
      because: 'far',
      seqs: [900, 901],
    })
  })
  it('one far fix alone is not enough, nor one made up by an app', () => {
    expect(held(claimed, { fixes: [fix('09:15', 'officer/oB', 116.1)] }).verdict).toBe('uncorroborated')
    const mocked = [
      fix('09:15', 'officer/oB', 116.1, { mocked: true }),
      fix('09:45', 'officer/oB', 116.1, { mocked: true }),
    ]
    expect(held(claimed, { fixes: mocked }).verdict).toBe('unobservable')
  })
  it('the radio is a source of its own', () => {
    const radio = { device: 'hytera:10-7', seq: 901 }
    const m = held(claimed, {
      fixes: [fix('09:15', 'officer/oB', 116.1, radio), fix('09:45', 'officer/oB', 116.1, radio)],
    })
    expect(m.cell('radio', 'officer/oB')).toEqual(['contradicts', 'far'])
    expect(m.cell('position', 'officer/oB')).toEqual(['silent', 'no-source'])
  })
})

describe('a car away says something only when somebody named must have been in it', () => {
  const shift = (crew: readonly string[]): Moment[] => [
    [
      '2026-03-01 08:00',
      'vehicle.registered',
      { vehicle: 'v1', plate: 'x', unit: 'station-1', name: { zh: '车', en: 'Car' } },
    ],
    [
      '2026-03-01 09:00',
      'shift.scheduled',
      {
        shift: 's',
        carrier: 'vehicle/v1',
        unit: 'station-1',
        beat: null,
        startsAt: at('2026-03-02 08:00'),
        endsAt: at('2026-03-02 18:00'),
        crew,
      },
    ],
  ]
  const away = { fixes: [fix('09:15', 'vehicle/v1', 116.2), fix('09:50', 'vehicle/v1', 116.2)] }
  it('all of its crew are named: contradicts', () =>
    expect(held([...shift(['oB']), ...claimed], away).cell('vehicle', 'officer/oB')).toEqual(['contradicts', 'far']))
  it('another may drive it: silent', () =>
    expect(held([...shift(['oB', 'oC']), ...claimed], away).cell('vehicle', 'officer/oB')).toEqual([
      'silent',
      'others-may-drive',
    ]))
})

describe('uncorroborated 无佐证 and unobservable 不可观测 are two things', () => {
  it('a recorder that ran shows an act, and not who was there', () => {
    const m = held([
      watched,
      sensorFails('2026-03-02 08:00'),
      records('2026-03-02 09:08'),
      stopsRecording('2026-03-02 10:02'),
      ...claimed,
    ])
    expect(m.cell('recorder', 'time')).toEqual(['supports', 'recorded'])
    expect(m.verdict).toBe('uncorroborated')
  })
  it('a recorder that worked and did not run is silent: not every act must be recorded', () => {
    const m = held([sensor('2026-03-01 08:00', ['recording']), ...claimed])
    expect([m.verdict, m.cell('recorder', 'time')]).toEqual(['uncorroborated', ['silent', 'not-recording']])
  })
  it('every sensor down: unobservable, and the cells say so', () => {
    const m = held([watched, sensorFails('2026-03-02 08:00'), ...claimed])
    expect([m.verdict, m.cell('door', 'officer/oA'), m.cell('count', 'count')]).toEqual([
      'unobservable',
      ['down', 'not-working'],
      ['down', 'not-working'],
    ])
  })
  it('no sensor at all: unobservable', () => expect(held(claimed).verdict).toBe('unobservable'))
  it('a bound phone that says nothing was down', () => {
    const bound: Moment = [
      '2026-03-01 08:00',
      'device.bound',
      { device: 'osmand:1', carrier: 'officer/oA', owner: 'station-1' },
    ]
    expect(held([bound, ...claimed]).cell('position', 'officer/oA')).toEqual(['down', 'no-report'])
  })
  it('a reader that failed half-way shows only what it saw', () => {
    const m = held([
      watched,
      ...all('p1', 'held'),
      ...all('oA'),
      enters('2026-03-02 09:09', 'oB', 'officer'),
      sensorFails('2026-03-02 09:30'),
      ...claimed,
    ])
    expect(m.verdict).toBe('corroborated')
  })
})

describe('a claim is what the record says, in whatever order it was heard', () => {
  it('is undefined before its beginning is known', () =>
    expect(claimOf('a1', [entryOf(questioning.ends('2026-03-02 10:00'), 0)])).toBeUndefined())
  it('an act that still goes on is held against the sources up to now', () => {
    const m = held([
      watched,
      enters('2026-03-02 09:09', 'oA', 'officer'),
      enters('2026-03-02 09:09', 'oB', 'officer'),
      enters('2026-03-02 09:09', 'p1', 'held'),
      claimed[0]!,
    ])
    expect([m.claim.to, m.verdict]).toEqual([undefined, 'corroborated'])
  })
})

describe('those beside officers and person: a guardian, an interpreter', () => {
  const minor = act('questioning', { officers: ['oA', 'oB'], attendees: [{ as: 'guardian', sex: 'female' }] })
  const session = [minor.starts('2026-03-02 09:10'), minor.ends('2026-03-02 10:00')]
  it('are claimed from when they came until they left, of several of a kind the one of that sex', () => {
    const claim = claimOf(
      'a1',
      [
        minor.starts('2026-03-02 09:10'),
        minor.isJoined('2026-03-02 09:12', 'guardian', { sex: 'male' }),
        minor.isJoined('2026-03-02 09:15', 'lawyer'),
        minor.isLeft('2026-03-02 09:20', 'guardian', { sex: 'male' }),
        minor.ends('2026-03-02 10:00'),
      ].map(entryOf),
    )!
    expect(claim.others).toEqual([
      { as: 'guardian', from: at('2026-03-02 09:12'), to: at('2026-03-02 09:20') },
      { as: 'guardian', from: at('2026-03-02 09:10'), to: at('2026-03-02 10:00') },
      { as: 'lawyer', from: at('2026-03-02 09:15'), to: at('2026-03-02 10:00') },
    ])
    expect(claimedWithOthersAt(claim, at('2026-03-02 09:16'))).toBe(6)
    expect(claimedWithOthersAt(claim, at('2026-03-02 09:20'))).toBe(5)
  })
  it('an entry written before others could leave still says which officer did', () => {
    const old = { seq: 2, recordedAt: 0, observation: { kind: 'act.left', observedAt: at('2026-03-02 09:30') } }
    const before = { ...old, observation: { ...old.observation, data: { act: 'a1', officer: 'oB' } } } as Entry
    const claim = claimOf('a1', [...session.map(entryOf), before])!
    expect(claim.parts.find((p) => p.officer === 'oB')?.to).toBe(at('2026-03-02 09:30'))
    expect(claim.others).toHaveLength(1)
  })
  it('a door that never saw any says nothing', () =>
    expect(held([watched, ...session]).cell('door', 'other/guardian')).toEqual(['silent', 'no-source']))
  it('a door that saw one all along supports it, under either name of the record', () => {
    const adult = minor.starts('2026-03-02 09:10', { attendees: [{ as: 'appropriate-adult' }] })
    for (const starts of [session[0]!, adult])
      expect(held([watched, ...all('g1', 'guardian'), starts, session[1]!]).cell('door', 'other/guardian')).toEqual([
        'supports',
        'present',
      ])
  })
  it('a door that has the only one outside contradicts it; not when the record has the guardian gone as well', () => {
    const out = [enters('2026-03-02 09:09', 'g1', 'guardian'), leaves('2026-03-02 09:30', 'g1', 'guardian')]
    expect(held([watched, ...out, ...session]).cell('door', 'other/guardian')).toEqual(['contradicts', 'outside'])
    expect(
      held([watched, ...out, session[0]!, minor.isLeft('2026-03-02 09:30', 'guardian'), session[1]!]).cell(
        'door',
        'other/guardian',
      ),
    ).toEqual(['supports', 'present'])
  })
})
