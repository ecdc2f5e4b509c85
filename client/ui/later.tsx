import { type ComponentType, use } from 'react'

/** A part's files could not be had: the server is away, or was updated since this page was opened. */
export class NotLoaded extends Error {
  override name = 'NotLoaded'
}

export interface Later<Props> {
  (props: Props): React.ReactNode
  /** Fetches its files without showing it; rejects with `NotLoaded`. */
  readonly load: () => Promise<unknown>
}

const failed = new Set<() => void>()

/** What could not be loaded is asked for again when it is shown the next time. */
export const forgetFailed = (): void => {
  for (const forget of failed) forget()
  failed.clear()
}

/**
 * A part of the console whose files come when it is first shown. Unlike React's `lazy`, which remembers a failure for
 * ever, one that failed can be asked for again: a console stays open for weeks, and lines break.
 */
export const later = <Props extends object>(load: () => Promise<ComponentType<Props>>): Later<Props> => {
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
  const Part = (props: Props) => {
    const Loaded = use(get())
    return <Loaded {...props} />
  }
  return Object.assign(Part, { load: get })
}

/** Between two parts, so that fetching them ahead never competes with what is being looked at. */
const PAUSE_MS = 500

/** Fetches the files of parts that were not shown yet, so that they are there when the line is down. Ends it when called. */
export const loadAhead = (parts: readonly Pick<Later<object>, 'load'>[], afterMs: number): (() => void) => {
  let timer: ReturnType<typeof setTimeout>
  const next = (i: number): void => {
    const part = parts[i]
    if (part === undefined) return
    part.load().then(
      () => {
        timer = setTimeout(next, PAUSE_MS, i + 1)
      },
      // The line is down already: showing the part tries again.
      forgetFailed,
    )
  }
  timer = setTimeout(next, afterMs, 0)
  return () => clearTimeout(timer)
}
