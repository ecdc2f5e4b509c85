import { zoneIndex } from '../domain/geometry/zone-index.ts'
import type { Register } from '../domain/register.ts'
import type { Fix } from './fix.ts'

/** Whether the fix can be at a garage or a filling station: its error circle touches one (legal table M, exempt). */
export const serviced = (
  register: Register,
  { at, place, accuracyM }: Pick<Fix, 'at' | 'place' | 'accuracyM'>,
): boolean => kinds.some((kind) => zoneIndex(register.zones(kind, at)).near(place, accuracyM).length > 0)

const kinds = ['garage', 'fuel'] as const
