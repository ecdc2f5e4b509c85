import { createValue, type Subscribable } from './subscribable.ts'

/**
 * A choice of this person on this workstation (theme, language, columns), kept in the browser's own
 * storage. A browser that refuses storage keeps it for the visit only.
 */
export const createPreference = <T>(key: string, fallback: T, valid: (x: unknown) => x is T): Subscribable<T> => {
  const name = `custodes.${key}`
  const value = createValue(read(name, fallback, valid))
  return {
    ...value,
    set: (next) => {
      value.set(next)
      try {
        localStorage.setItem(name, JSON.stringify(next))
      } catch {
        // Private windows may forbid it; the choice then lasts as long as the page.
      }
    },
  }
}

const read = <T>(name: string, fallback: T, valid: (x: unknown) => x is T): T => {
  try {
    const parsed: unknown = JSON.parse(localStorage.getItem(name) ?? 'null')
    return valid(parsed) ? parsed : fallback
  } catch {
    return fallback
  }
}

export const oneOf =
  <T extends string>(...all: readonly T[]) =>
  (x: unknown): x is T =>
    all.includes(x as T)
