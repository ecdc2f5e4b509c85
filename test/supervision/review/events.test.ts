import { describe, expect, it } from 'vitest'
import { type ObservationKind, parseObservation } from '../../../server/domain/observation/index.ts'
import { createRegister } from '../../../server/domain/register.ts'
import { masked } from '../../../server/supervision/custody/mask.ts'
import { eventOf } from '../../../server/supervision/review/events.ts'
import { caseRoom, county } from '../../web/house.ts'

const observed = (kind: ObservationKind, data: object) => {
  const parsed = parseObservation({ kind, observedAt: 1_000, data })
  if (parsed.is === 'fault') throw new Error(parsed.problem)
  return { seq: 1, recordedAt: 2_000, observation: parsed.observation }
}
const register = createRegister()
for (const observation of county(0)) register.apply({ seq: 0, recordedAt: 0, observation })
register.apply(observed('room.registered', caseRoom('s1')))
register.apply(
  observed('officer.registered', {
    officer: 'P01',
    name: '徐国栋',
    unit: 's1',
    kind: 'officer',
    sex: 'male',
    rank: null,
  }),
)
const eventOfEntry = (kind: ObservationKind, data: object, around: object = {}) =>
  eventOf(
    observed(kind, data),
    { rooms: new Set(['r-s1']), carriers: new Set(['vehicle/a-s1']), cameras: new Set<string>(), ...around },
    { is: 'all' },
    register,
    (person) => (person === 'p-named' ? masked('王小明') : null),
  )
const enters = (who: string, as: string) => ({ room: 'r-s1', who, as, sex: 'male', source: 'card' })

describe('an event beside a recording names what it is about', () => {
  it('room and officer by name, a person held by a masked one', () => {
    const room = { zh: '询问室s1', en: 'Room s1' }
    expect(eventOfEntry('room.entered', enters('P01', 'officer'))?.names).toEqual({
      room,
      who: { zh: '徐国栋', en: '徐国栋' },
      carrier: { zh: '徐国栋', en: '徐国栋' },
    })
    expect(eventOfEntry('room.entered', enters('p-named', 'held'))?.names).toEqual({
      room,
      who: { zh: '王某某', en: '王某某' },
    })
  })
  it('a person nobody named has none, nor has a thing nobody registered', () => {
    expect(eventOfEntry('room.entered', enters('p-9', 'held'))?.names).not.toHaveProperty('who')
    const here = { rooms: new Set(['r-gone']) }
    expect(eventOfEntry('door.changed', { door: 'd', room: 'r-gone', state: 'open' }, here)?.names).toEqual({})
  })
  it('free text is left out: it may hold a name', () => {
    const closed = (result: string) =>
      eventOfEntry('dispatch.closed', { order: 'o1', carriers: ['vehicle/a-s1'], result })?.data
    expect(closed('handled')).toEqual({ order: 'o1', result: 'handled' })
    expect(closed('已与报警人王小明核实')).toEqual({ order: 'o1' })
    expect(closed('spoken to Wang Xiaoming')).toEqual({ order: 'o1' })
  })
})
