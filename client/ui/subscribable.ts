import { useSyncExternalStore } from 'react'

/** A value outside React that panels may read and follow. */
export interface Subscribable<T> {
  readonly get: () => T
  readonly set: (value: T) => void
  readonly subscribe: (listener: () => void) => () => void
}

/** Holds one value; listeners are told only when it really changed. */
export const createValue = <T>(initial: T): Subscribable<T> => {
  let value = initial
  const listeners = new Set<() => void>()
  return {
    get: () => value,
    set: (next) => {
      if (Object.is(next, value)) return
      value = next
      for (const listener of listeners) listener()
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

export const useValue = <T>(source: Subscribable<T>): T => useSyncExternalStore(source.subscribe, source.get)
