import { useSyncExternalStore } from 'react'
import { createValue, useValue } from '../ui/subscribable.ts'
import { clock } from './feed.ts'
import type { Picture, Topic } from './picture.ts'

/** Re-renders when `topic` changed, and no oftener. */
export const useTopic = (picture: Picture, topic: Topic): number =>
  useSyncExternalStore(
    (listener) => picture.subscribe(topic, listener),
    () => picture.version(topic),
  )

/** Server time, floored to whole seconds so that one tick is one render. */
export const second = createValue(Math.floor(Date.now() / 1000) * 1000)
setInterval(() => second.set(Math.floor(clock.now(performance.now()) / 1000) * 1000), 200)

/** The clock that everything on the screen shares, ticking once a second. */
export const useNow = (): number => useValue(second)
