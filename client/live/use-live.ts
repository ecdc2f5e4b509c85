import { useSyncExternalStore } from 'react'
import { useValue } from '../ui/subscribable.ts'
import { second } from './feed.ts'
import type { Picture, Topic } from './picture.ts'

/** Re-renders when `topic` changed, and no oftener. */
export const useTopic = (picture: Picture, topic: Topic): number =>
  useSyncExternalStore(
    (listener) => picture.subscribe(topic, listener),
    () => picture.version(topic),
  )

/** The clock that everything on the screen shares, ticking once a second. */
export const useNow = (): number => useValue(second)
