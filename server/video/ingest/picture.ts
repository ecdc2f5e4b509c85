import type { Instant } from '../../domain/time.ts'

/** What is wrong with a picture that does come. */
export type PictureFault = 'frozen' | 'dark' | 'covered'

/** A picture is called so only after it has been so for this long, and well again after `clearMs`. */
export interface PictureLimits {
  readonly frozenMs: number
  readonly darkMs: number
  readonly coveredMs: number
  readonly clearMs: number
}
export const usualLimits: PictureLimits = { frozenMs: 30_000, darkMs: 20_000, coveredMs: 20_000, clearMs: 3_000 }

/** Of 255: nine tenths of the picture are darker. A street at night has more light than this; a lens in a bag has not. */
const DARK_BRIGHTEST = 40
/** Between the tenth and the ninetieth of a hundred parts of the picture: a hand or a cap is the same everywhere. */
const COVERED_RANGE = 10
/** A picture that is coded anew differs by this much though it shows the same; a camera's clock alone by more. */
const SAME_CELL = 2

/**
 * Looks at small grey pictures, one after the other. Says what is wrong when it has been so for long enough, and
 * since when. A picture can be dark and frozen: dark is said, because it explains the other.
 */
export const createPictureWatch = (limits: PictureLimits = usualLimits) => {
  let before: Uint8Array | undefined
  const since: Partial<Record<PictureFault, Instant>> = {}
  let said: { readonly fault: PictureFault; readonly since: Instant } | undefined
  let wellSince: Instant | undefined

  const mark = (fault: PictureFault, holds: boolean, at: Instant): void => {
    if (!holds) delete since[fault]
    else since[fault] ??= at
  }
  const lasting = (fault: PictureFault, ms: number, at: Instant): boolean => {
    const from = since[fault]
    return from !== undefined && at - from >= ms
  }

  return {
    /** What is wrong after this picture; undefined: nothing is known to be. */
    see: (picture: Uint8Array, at: Instant): { readonly fault: PictureFault; readonly since: Instant } | undefined => {
      // What a camera writes into its picture is less than a tenth of it, and does not count.
      const { low, high } = range(picture)
      const dark = high < DARK_BRIGHTEST
      mark('dark', dark, at)
      mark('covered', !dark && high - low < COVERED_RANGE, at)
      mark('frozen', before !== undefined && mostChanged(before, picture) <= SAME_CELL, at)
      before = Uint8Array.from(picture)
      const found = (['dark', 'covered', 'frozen'] as const).find((fault) => lasting(fault, limits[`${fault}Ms`], at))
      if (found) {
        wellSince = undefined
        if (said?.fault !== found) said = { fault: found, since: since[found]! }
      } else if (said && since[said.fault] === undefined) {
        wellSince ??= at
        if (at - wellSince >= limits.clearMs) said = undefined
      }
      return said
    },
    /** Forgets everything: the next picture is the first of a new connection. */
    reset: (): void => {
      before = undefined
      said = undefined
      wellSince = undefined
      for (const fault of ['dark', 'covered', 'frozen'] as const) delete since[fault]
    },
  }
}

/** The grey below which one tenth of the picture lies, and the one below which nine tenths do. */
const range = (picture: Uint8Array): { readonly low: number; readonly high: number } => {
  const sorted = Uint8Array.from(picture).sort()
  const at = (part: number): number => sorted[Math.floor((sorted.length - 1) * part)]!
  return { low: at(0.1), high: at(0.9) }
}

const mostChanged = (a: Uint8Array, b: Uint8Array): number => {
  let most = 0
  for (let i = 0; i < a.length; i++) most = Math.max(most, Math.abs(a[i]! - b[i]!))
  return most
}
