import { square } from './patrol.ts'
import { at, type Moment } from './timeline.ts'

/** The evening of 2 March 2026: station s1 at the post, officers o1 (leader), o2 and o3 on duty, each with a radio. */
export const DAY = '2026-03-02'
export const post: readonly [number, number] = [116.05, 30.05]
/** Two kilometres east of the post. */
export const elsewhere: readonly [number, number] = [116.0708, 30.05]
/** A few metres from the post. */
export const besides: readonly [number, number] = [116.05005, 30.05003]

const officer = (id: string, unit = 's1'): Moment => [
  '2026-03-01 00:00',
  'officer.registered',
  { officer: id, name: id, unit, kind: 'officer', sex: null, rank: null },
]
export const unitAt = (unit: string, place: readonly [number, number] | null): Moment => [
  '2026-03-01 00:00',
  'unit.registered',
  { unit, name: { zh: '所', en: 'Station' }, kind: 'station', parent: null, place },
]
export const radioOf = (carrier: string | null, radio: string, more: object = {}): Moment => [
  '2026-03-01 00:00',
  'radio.assigned',
  { radio, make: 'hytera', gateway: 'g1', carrier, unit: 'tech', ...more },
]
export const radioName = (n: number): string => `hytera:10-${n}`
export const site = (id: string, west: number, south: number, east: number, north: number): Moment => [
  '2026-03-01 00:00',
  'radio-site.registered',
  {
    site: id,
    gateway: 'g1',
    name: { zh: '站', en: 'Site' },
    place: [(west + east) / 2, (south + north) / 2],
    coverage: square(west, south, east, north),
  },
]
export const duty = (id: string, officerId: string, role = 'officer', more: object = {}): Moment => [
  '2026-03-01 00:00',
  'duty.assigned',
  {
    duty: id,
    unit: 's1',
    role,
    officer: officerId,
    startsAt: at(`${DAY} 08:00`),
    endsAt: at(`${DAY} 23:00`),
    ...more,
  },
]

/** Everything the bureau knows beforehand. */
export const reference: readonly Moment[] = [
  unitAt('s1', post),
  officer('o1'),
  officer('o2'),
  officer('o3'),
  [
    '2026-03-01 00:00',
    'trunk.installed',
    { gateway: 'g1', make: 'hytera', name: { zh: '集群', en: 'Trunk' }, owner: 'tech' },
  ],
  site('near', 116, 30, 116.1, 30.1),
  site('far', 116.3, 30.3, 116.4, 30.4),
  radioOf('officer/o1', radioName(1)),
  radioOf('officer/o2', radioName(2)),
  radioOf('officer/o3', radioName(3)),
  duty('d1', 'o1', 'leader'),
  duty('d2', 'o2'),
  duty('d3', 'o3'),
]

const time = (hms: string): string => `${DAY} ${hms}`
export const target = (id: string, as = 'officer'): string => `${as}:officer/${id}`

/** Words for what a roll-call tells. */
export const cycle = (id = 'c1') => {
  const row = (who: string) => ({ cycle: id, target: who })
  return {
    opens: (when: string, more: object = {}, heard?: string): Moment => [
      time(when),
      'roll-call.opened',
      {
        cycle: id,
        mode: 'on-demand',
        by: 'supervisor',
        units: ['s1'],
        slot: null,
        drawnAt: null,
        keepOpenMinutes: 15,
        reason: 'x',
        ...more,
      },
      heard,
    ],
    lists: (when: string, who: string, more: object = {}): Moment => {
      const [as = 'officer', carrier = ''] = who.split(':')
      const officerId = carrier.slice('officer/'.length)
      return [
        time(when),
        'roll-call.listed',
        {
          ...row(who),
          unit: 's1',
          post: as,
          carrier,
          room: null,
          officers: [officerId],
          channels: [{ channel: 'radio', device: radioName(Number(officerId.slice(1))) }],
          firstSeconds: 60,
          retrySeconds: 120,
          tries: 2,
          escalateAfter: 3,
          ...more,
        },
      ]
    },
    calls: (when: string, who: string, n = 1, more: object = {}): Moment => [
      time(when),
      'roll-call.called',
      {
        ...row(who),
        try: n,
        channel: 'radio',
        device: radioName(Number(who.slice(-1))),
        request: `${id}/${who}/${n}`,
        until: at(time(when)) + (n === 1 ? 60_000 : 120_000),
        by: 'system',
        ...more,
      },
    ],
    ends: (when: string, who: string, n: number): Moment => [
      time(when),
      'roll-call.window-ended',
      { ...row(who), try: n },
    ],
    hindered: (when: string, who: string, because: string): Moment => [
      time(when),
      'roll-call.hindered',
      { ...row(who), because },
    ],
    retries: (when: string, who: string): Moment => [time(when), 'roll-call.retry-asked', { ...row(who), by: 'chief' }],
    checked: (when: string, who: string, n = 1, more: object = {}, heard?: string): Moment => [
      time(when),
      'radio.checked',
      {
        radio: radioName(Number(who.slice(-1))),
        gateway: 'g1',
        site: 'near',
        request: `${id}/${who}/${n}`,
        online: true,
        ...more,
      },
      heard,
    ],
    onBehalf: (when: string, who: string, more: object = {}): Moment => [
      time(when),
      'roll-call.answered-on-behalf',
      { ...row(who), channel: 'telephone', headcount: 1, words: '在岗', by: 'supervisor', ...more },
    ],
    excused: (when: string, who: string, because: string, more: object = {}): Moment => [
      time(when),
      'roll-call.excused',
      { ...row(who), because, by: 'supervisor', ...more },
    ],
    page: (
      when: string,
      who: string,
      place: readonly [number, number] | null,
      accuracyM: number | null = 10,
    ): Moment => [
      time(when),
      'roll-call.answered',
      { ...row(who), officer: who.slice(who.indexOf('/') + 1), by: 'acc', place, accuracyM },
    ],
    closes: (when: string, because = 'time'): Moment => [
      time(when),
      'roll-call.closed',
      { cycle: id, by: 'system', because },
    ],
  }
}

/** A radio says where it is. */
export const seenAt = (
  when: string,
  device: string,
  carrier: string | null,
  position: readonly [number, number] | null,
  more: object = {},
): Moment => [
  time(when),
  'position.reported',
  {
    device,
    carrier,
    position,
    accuracyM: 10,
    altitudeM: null,
    speedKmh: null,
    headingDeg: null,
    satellites: null,
    ignitionOn: null,
    delivery: 'live',
    mocked: null,
    ...more,
  },
]
export const trunkLost = (when: string): Moment => [time(when), 'trunk.lost', { gateway: 'g1', why: 'no heartbeat' }]
export const trunkBack = (when: string): Moment => [time(when), 'trunk.restored', { gateway: 'g1' }]
