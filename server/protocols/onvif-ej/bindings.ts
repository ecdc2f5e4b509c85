import type { DataOf, Observation, ObservationKind } from '../../domain/observation/index.ts'

export type Sensor = DataOf<'sensor.installed'>
export type SensorFault = DataOf<'sensor.failed'>['fault']
export type Reader = DataOf<'reader.installed'>

/** Who carries a card. */
export interface Holder {
  readonly holder: string
  readonly as: DataOf<'room.entered'>['as']
  readonly sex: 'male' | 'female' | null
}

/** The kinds that change what a token stands for. */
export const bindingKinds = [
  'room.registered',
  'sensor.installed',
  'reader.installed',
  'card.issued',
  'card.withdrawn',
  'officer.registered',
  'wristband.issued',
  'wristband.returned',
  'sensor.failed',
  'sensor.restored',
] as const satisfies readonly ObservationKind[]

/**
 * What the tokens of room devices stand for, as the journal has told so far: which room a sensor watches, which
 * side of which door a reader is on, who carries a card, who wears a wristband. No clock, no I/O.
 *
 * A device is named `<prefix>/<token>`; a bureau whose tokens are unique may register the bare token.
 */
export const createBindings = () => {
  const rooms = new Map<string, DataOf<'room.registered'>>()
  const sensors = new Map<string, Sensor>()
  const readers = new Map<string, Reader>()
  const cards = new Map<string, { readonly holder: string; readonly as: Holder['as'] }>()
  const sexes = new Map<string, 'male' | 'female' | null>()
  const wristbands = new Map<string, DataOf<'wristband.issued'>>()
  /** Sensors of which nothing can be heard; and what was wrong with a sensor when it was heard last. */
  const away = new Map<string, 'offline' | 'unreachable'>()
  const broken = new Map<string, SensorFault>()

  const named = <T>(map: ReadonlyMap<string, T>, prefix: string, token: string): T | undefined =>
    map.get(`${prefix}/${token}`) ?? map.get(token)

  return {
    apply: (o: Observation): void => {
      switch (o.kind) {
        case 'room.registered':
          rooms.set(o.data.room, o.data)
          break
        case 'sensor.installed':
          sensors.set(o.data.sensor, o.data)
          break
        case 'reader.installed':
          readers.set(o.data.reader, o.data)
          break
        case 'card.issued':
          cards.set(o.data.card, o.data)
          break
        case 'card.withdrawn':
          cards.delete(o.data.card)
          break
        case 'officer.registered':
          sexes.set(o.data.officer, o.data.sex)
          break
        case 'wristband.issued':
          wristbands.set(o.data.wristband, o.data)
          break
        case 'wristband.returned':
          wristbands.delete(o.data.wristband)
          break
        case 'sensor.failed':
          if (o.data.fault === 'offline' || o.data.fault === 'unreachable') away.set(o.data.sensor, o.data.fault)
          else {
            away.delete(o.data.sensor)
            broken.set(o.data.sensor, o.data.fault)
          }
          break
        case 'sensor.restored':
          away.delete(o.data.sensor)
          broken.delete(o.data.sensor)
          break
      }
    },
    room: (id: string) => rooms.get(id),
    sensor: (prefix: string, token: string) => named(sensors, prefix, token),
    reader: (prefix: string, token: string) => named(readers, prefix, token),
    holder: (card: string): Holder | undefined => {
      const found = cards.get(card)
      return found && { ...found, sex: sexes.get(found.holder) ?? null }
    },
    wristband: (id: string) => wristbands.get(id),
    /** Whether, and how, a sensor was last heard of as out of reach. */
    away: (sensor: string): 'offline' | 'unreachable' | undefined => away.get(sensor),
    /** What was wrong with a sensor when it was last heard: being heard again does not mend it. */
    broken: (sensor: string): SensorFault | undefined => broken.get(sensor),
    /** The sensors that fall silent when the device at `prefix` does. */
    sensorsAt: (prefix: string): Sensor[] =>
      [...sensors.values()].filter(({ sensor }) => sensor === prefix || sensor.startsWith(`${prefix}/`)),
  }
}
export type Bindings = ReturnType<typeof createBindings>
