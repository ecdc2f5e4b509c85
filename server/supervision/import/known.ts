import type { Entry } from '../../domain/entry.ts'
import type { Known } from './references.ts'

/** Folds the names that exist, entry by entry; a plain value, so that it can be handed to a thread. */
export const createKnown = () => {
  const known = {
    unit: new Set<string>(),
    vehicle: new Set<string>(),
    officer: new Set<string>(),
    room: new Set<string>(),
    beat: new Set<string>(),
  }
  const apply = ({ observation: o }: Entry): void => {
    if (o.kind === 'unit.registered') known.unit.add(o.data.unit)
    else if (o.kind === 'vehicle.registered') known.vehicle.add(o.data.vehicle)
    else if (o.kind === 'officer.registered') known.officer.add(o.data.officer)
    else if (o.kind === 'room.registered') known.room.add(o.data.room)
    else if (o.kind === 'zone.drawn') known.beat.add(o.data.zone)
  }
  return { apply, known: known satisfies Known as Known }
}
