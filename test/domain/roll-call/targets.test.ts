import { describe, expect, it } from 'vitest'
import { targetsOf } from '../../../server/domain/roll-call/targets.ts'
import { DAY, duty, radioName, radioOf, reference, unitAt } from '../../support/roll-call.ts'
import { at, known, type Moment } from '../../support/timeline.ts'

const shift = (carrier: string, unit: string, beat: string | null, crew: readonly string[]): Moment => [
  '2026-03-01 00:00',
  'shift.scheduled',
  { shift: carrier, carrier, unit, beat, startsAt: at(`${DAY} 18:00`), endsAt: at(`${DAY} 23:00`), crew },
]
const car: Moment = [
  '2026-03-01 00:00',
  'vehicle.registered',
  { vehicle: 'v1', plate: '云Y1', unit: 's2', name: { zh: '一号车', en: 'Car 1' } },
]
const facts = reference.filter(([, kind]) => kind !== 'duty.assigned')
const evening = at(`${DAY} 20:00`)
const called = (unit: string, ...moments: readonly Moment[]) =>
  targetsOf(unit, evening, known(...facts, unitAt('s2', null), ...moments)).map((t) => t.target)

describe('whom a roll-call calls', () => {
  it('a duty by the duty roster comes before the shift of the same person', () => {
    const both = [duty('d1', 'o1', 'leader'), shift('officer/o1', 's1', null, ['o1'])]
    expect(called('s1', ...both)).toEqual(['leader:officer/o1'])
  })
  it('a shift without a beat is duty in the house, one with a beat a patrol', () => {
    expect(called('s1', shift('officer/o2', 's1', null, ['o2']))).toEqual(['officer:officer/o2'])
    expect(called('s1', shift('officer/o2', 's1', 'b1', ['o2']))).toEqual(['patrol:officer/o2'])
  })
  it('who rides in a car is called in the car, also when it is another unit’s', () => {
    const own = shift('officer/o2', 's1', null, ['o2'])
    const ride = shift('vehicle/v1', 's2', 'b1', ['o3', 'o2'])
    expect(called('s1', car, own, ride)).toEqual([])
    expect(called('s2', car, own, ride)).toEqual(['patrol:vehicle/v1'])
  })
  it('standby is listed as such; who has no duty is not called', () => {
    expect(called('s1', duty('d2', 'o2', 'standby'))).toEqual(['standby:officer/o2'])
    expect(called('s1', duty('d2', 'o2', 'officer', { endsAt: at(`${DAY} 20:00`) }))).toEqual([])
  })
  it('a fixed radio is called for whoever sits there; a radio in store, or one that somebody carries, is not', () => {
    const fixed = radioOf(null, radioName(9), { post: 'room-1', unit: 's1' })
    const [target] = targetsOf('s1', evening, known(...facts, fixed, duty('d1', 'o1'))).filter(
      (t) => t.post === 'duty-room',
    )
    expect(target).toMatchObject({ target: `duty-room:${radioName(9)}`, room: 'room-1', officers: ['o1'] })
    expect(called('s1', radioOf(null, radioName(9), { unit: 's1' }))).toEqual([])
    expect(called('s1', radioOf('officer/o2', radioName(9), { post: 'room-1', unit: 's1' }))).toEqual([])
  })
  it('an officer of a car’s crew who has a beat or a duty of their own is called there, and the rest in the car', () => {
    const ride = shift('vehicle/v1', 's1', 'b1', ['o3', 'o2'])
    expect(called('s1', car, ride, duty('d2', 'o2'))).toEqual(['officer:officer/o2', 'patrol:vehicle/v1'])
    const own = shift('officer/o2', 's1', 'b2', ['o2'])
    expect(called('s2', car, shift('vehicle/v1', 's2', 'b1', ['o3', 'o2']), own)).toEqual(['patrol:vehicle/v1'])
    expect(called('s1', car, shift('vehicle/v1', 's2', 'b1', ['o3', 'o2']), own)).toEqual(['patrol:officer/o2'])
  })
  it('a car whose whole crew is called elsewhere is not; one whose crew nobody told is', () => {
    const twice = [duty('d2', 'o2'), duty('d3', 'o3', 'command')]
    expect(called('s1', car, shift('vehicle/v1', 's1', 'b1', ['o3', 'o2']), ...twice)).toEqual([
      'officer:officer/o2',
      'officer:officer/o3',
    ])
    expect(called('s1', car, shift('vehicle/v1', 's1', 'b1', []))).toEqual(['patrol:vehicle/v1'])
  })
  it('leader before officers before standby before patrol before rooms, each by name', () => {
    const all = [
      radioOf(null, radioName(9), { post: 'room-1', unit: 's1' }),
      shift('vehicle/v1', 's1', 'b1', []),
      duty('d1', 'o1', 'standby'),
      duty('d3', 'o3'),
      duty('d2', 'o2'),
      duty('d4', 'o4', 'leader'),
    ]
    expect(called('s1', car, ...all)).toEqual([
      'leader:officer/o4',
      'officer:officer/o2',
      'officer:officer/o3',
      'standby:officer/o1',
      'patrol:vehicle/v1',
      `duty-room:${radioName(9)}`,
    ])
  })
  it('a room’s radio is called by the unit whose room it is, whoever keeps the radio, for leader and officers only', () => {
    const room: Moment = [
      '2026-03-01 00:00',
      'room.registered',
      { room: 'room-1', name: { zh: '室', en: 'Room' }, unit: 's1', kind: 'questioning-room', facility: 'station' },
    ]
    const fixed = radioOf(null, radioName(9), { post: 'room-1', unit: 's2' })
    const roster = [duty('d1', 'o1', 'leader'), duty('d2', 'o2'), duty('d3', 'o3', 'standby')]
    const register = known(...facts, unitAt('s2', null), room, fixed, ...roster)
    expect(targetsOf('s1', evening, register).at(-1)).toMatchObject({ post: 'duty-room', officers: ['o1', 'o2'] })
    expect(targetsOf('s2', evening, register)).toEqual([])
  })
})

describe('how they can be called', () => {
  const channels = (...moments: readonly Moment[]) =>
    targetsOf('s1', evening, known(...facts, ...moments)).map((t) => t.channels.map((c) => [c.channel, c.device]))
  const bound = (device: string, carrier: string): Moment => [
    '2026-03-01 00:00',
    'device.bound',
    { device, carrier, owner: 'tech' },
  ]
  it('an officer by the radio handed to them, and on the phone’s page', () => {
    expect(channels(duty('d2', 'o2'))).toEqual([
      [
        ['radio', radioName(2)],
        ['phone', null],
      ],
    ])
    expect(channels(duty('d4', 'o4'))).toEqual([[['phone', null]]])
  })
  it('a car by its radio or else its crew’s, by its own terminal, and by its crew’s phones where there is a crew', () => {
    const ride = (crew: readonly string[]) => shift('vehicle/v1', 's1', 'b1', crew)
    const devices = [bound('jt808:8', 'vehicle/v8'), bound('phone:1', 'vehicle/v1'), bound('jt808:1', 'vehicle/v1')]
    expect(channels(car, ...devices, ride(['o3']))).toEqual([
      [
        ['radio', radioName(3)],
        ['vehicle', 'jt808:1'],
        ['phone', null],
      ],
    ])
    const own = radioOf('vehicle/v1', radioName(50))
    expect(channels(car, ...devices, own, ride([]))).toEqual([
      [
        ['radio', radioName(50)],
        ['vehicle', 'jt808:1'],
      ],
    ])
    expect(channels(car, own, ride(['o3']))[0]![0]).toEqual(['radio', radioName(50)])
  })
})
