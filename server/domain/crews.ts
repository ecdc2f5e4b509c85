import type { Shift } from './shift-table.ts'

const none: readonly never[] = []

/**
 * Which carriers an officer was ever rostered with, in the order of their names. Made from the shifts, so no snapshot
 * holds it; a shift that was cancelled may leave its carrier behind, so look whether the officer still crews it.
 */
export const createCrews = (shifts: Readonly<Record<string, readonly Shift[]>>) => {
  const carriersOf = new Map<string, readonly string[]>()
  const add = ({ carrier, crew }: Shift): void => {
    for (const officer of crew) {
      const known = carriersOf.get(officer) ?? none
      if (!known.includes(carrier)) carriersOf.set(officer, [...known, carrier].sort())
    }
  }
  for (const list of Object.values(shifts)) for (const shift of list) add(shift)
  return { add, carriersOf: (officer: string): readonly string[] => carriersOf.get(officer) ?? none }
}
