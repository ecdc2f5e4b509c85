import { type ComponentType, use } from 'react'

/** A part's files could not be had: the server is away, or was updated since this page was opened. */
export class NotLoaded extends Error {
  override name = 'NotLoaded'
}

const failed = new Set<() => void>()
/** Every part there is; one that holds others adds them when it is loaded. */
const parts: (() => Promise<unknown>)[] = []

/** What could not be loaded is asked for again when it is shown the next time. */
export const forgetFailed = (): void => {
  for (const forget of failed) forget()
  failed.clear()
}

/**
 * A part of the console whose files come when it is first shown. Unlike React's `lazy`, which remembers a failure for
 * ever, one that failed can be asked for again: a console stays open for weeks, and lines break.
 */
export const later = <Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> => {
  let loading: Promise<ComponentType<Props>> | undefined
  const get = (): Promise<ComponentType<Props>> => {
    loading ??= load().catch((error: unknown) => {
      // Kept until it is forgotten: a new promise at every drawing would have React ask without end.
      failed.add(() => {
        loading = undefined
      })
      throw new NotLoaded(error instanceof Error ? error.message : String(error))
    })
    return loading
  }
  parts.push(get)
  return (props) => {
    const Loaded = use(get())
    return <Loaded {...props} />
  }
}

/** The first page and its data come first. */
const AFTER_MS = 20_000
/** Between two parts, so that fetching them ahead never competes with what is being looked at. */
const PAUSE_MS = 500

/**
 * Fetches the files of every part that was not shown yet, so that they are there when the line is down. Ends it when
 * called. They hold no data: whether somebody may open a page is asked elsewhere.
 */
export const loadAhead = (): (() => void) => {
  let timer: ReturnType<typeof setTimeout>
  const next = (i: number): void => {
    parts[i]?.().then(
      () => {
        timer = setTimeout(next, PAUSE_MS, i + 1)
      },
      // The line is down already: showing the part tries again.
      forgetFailed,
    )
  }
  timer = setTimeout(next, AFTER_MS, 0)
  return () => clearTimeout(timer)
}
