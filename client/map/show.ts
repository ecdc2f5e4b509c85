import { createValue } from '../ui/subscribable.ts'

/** Somebody asked to see a place: the only reason for the map to move by itself, and each is used once. */
export const shown = createValue<{ readonly place: readonly [number, number] } | undefined>(undefined)
export const showOnMap = (place: readonly [number, number] | null | undefined): void => {
  if (place != null) shown.set({ place })
}
