/** A Tuesday. */
export const day = '2026-03-10'
/** China's clock: `09:00` is that day's; what has a day of its own keeps it. */
export type Local = string
export const local = (time: Local): Local => (time.includes(' ') ? time : `${day} ${time}`)
export const at = (time: Local): number => Date.parse(`${local(time).replace(' ', 'T')}+08:00`)
/** As a business system writes an instant. */
export const iso = (time: Local): string => {
  const written = local(time).replace(' ', 'T')
  return `${written.length === 16 ? `${written}:00` : written}+08:00`
}

/** What a business system says: when it happened, its type without the prefix, and the data. */
export interface Told {
  readonly at: Local
  readonly type: string
  readonly data: object
}
export const tell = (when: Local, type: string, data: object): Told => ({ at: local(when), type, data })

/** A scene of duty, told through the door of business systems. What is not expected must not come. */
export interface DutyScene {
  readonly id: string
  readonly title: { readonly zh: string; readonly en: string }
  readonly steps: readonly Told[]
  readonly until: Local
  readonly expects: readonly { readonly rule: string; readonly since: Local }[]
  /** The same scene done wrong: this one is its lawful twin and finds nothing. */
  readonly lawfulTwinOf?: string
}

interface Pair {
  /** The rule, which is the name of the scene as well. */
  readonly rule: string
  readonly zh: string
  readonly en: string
  /** What both have in common. */
  readonly both?: readonly Told[]
  readonly wrong: readonly Told[]
  readonly right: readonly Told[]
  readonly since: Local
  readonly until?: Local
  /** What comes with it because it is wrong in that way, too. */
  readonly also?: readonly (readonly [rule: string, since: Local])[]
}

const inOrder = (steps: readonly Told[]): Told[] => [...steps].sort((a, b) => at(a.at) - at(b.at))

/** A scene done wrong, and the same done right. */
export const pair = ({
  rule,
  zh,
  en,
  both = [],
  wrong,
  right,
  since,
  until = '23:00',
  also = [],
}: Pair): DutyScene[] => [
  {
    id: rule,
    title: { zh, en },
    steps: inOrder([...both, ...wrong]),
    until: local(until),
    expects: [[rule, since] as const, ...also].map(([r, s]) => ({ rule: r, since: local(s) })),
  },
  {
    id: `${rule}.lawful`,
    title: { zh: `${zh}（依规办理）`, en: `${en} (done as required)` },
    steps: inOrder([...both, ...right]),
    until: local(until),
    expects: [],
    lawfulTwinOf: rule,
  },
]

export const unit = 'station-chengdong'
/** The business systems and what they tell of; the night before. */
export const fed = (...watches: readonly string[]): Told =>
  tell('2026-03-09 20:00', 'sensor.installed', {
    sensor: `system-${watches[0]}`,
    watches,
    room: null,
    owner: 'support',
  })
export const assigned = (more: object = {}, when: Local = '06:00'): Told =>
  tell(when, 'duty.assigned', {
    duty: 'd1',
    unit,
    role: 'officer',
    officer: 'P01',
    post: 'duty-room',
    startsAt: iso('08:00'),
    endsAt: iso('20:00'),
    ...more,
  })
const sign =
  (type: string) =>
  (when: Local, officer = 'P01'): Told =>
    tell(when, type, { officer, unit, post: 'duty-room', by: 'face' })
export const signsIn = sign('duty.signed-in')
export const signsOut = sign('duty.signed-out')
/** Another officer relieves the first at 20:00. */
export const next = assigned({ duty: 'd2', officer: 'P25', startsAt: iso('20:00'), endsAt: iso('2026-03-11 08:00') })
export const bothThere: readonly Told[] = [signsIn('07:50'), signsIn('19:50', 'P25'), signsOut('20:05')]
export const room = (more: object = {}): Told =>
  tell('2026-03-09 20:00', 'room.registered', {
    room: 'duty-room',
    name: { zh: '值班室', en: 'Duty room' },
    unit,
    kind: 'duty-room',
    facility: 'station',
    ...more,
  })
