import type { RoomView, SensorView } from '../../contract/custody.ts'
import type { Register } from '../../domain/register.ts'
import type { Instant } from '../../domain/time.ts'
import { recorderOf } from './coverage.ts'
import type { CustodyMemory } from './memory.ts'
import type { Sources } from './sources.ts'
import { occupantView } from './stay-view.ts'

/** A room of the floor plan at `now`; undefined for a room that nobody registered. */
export const roomView = (id: string, now: Instant, seq: number, sources: Sources): RoomView | undefined => {
  const { register, memory } = sources
  const room = register.custody.room(id)
  if (!room) return undefined
  const sensors = register.custody.sensorsIn(id).flatMap((s) => sensorView(s, id, register, memory) ?? [])
  return {
    id,
    seq,
    unit: room.unit,
    area: room.area,
    name: room.name,
    kind: room.kind,
    observable: sensors.some((s) => s.works && s.watches.includes('entry')),
    occupants: register.custody
      .presence(id)
      .filter((p) => p.to === undefined)
      .map((p) => occupantView(p, register)),
    counted: memory.counts[id] ?? null,
    recorder: recorderOf(id, now, register, memory),
    sensors,
    findings: sources.findingsOfRoom(id),
  }
}

const sensorView = (id: string, room: string, register: Register, memory: CustodyMemory): SensorView | undefined => {
  const sensor = register.custody.sensor(id)
  if (sensor?.room !== room) return undefined
  const last = memory.sensors[id]?.at(-1)
  return { id, watches: sensor.watches, works: last?.on ?? false, since: last?.at ?? null, fault: last?.why ?? null }
}
