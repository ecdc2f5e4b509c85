import { type Interval, intervals, type Mark, pruned, withMark } from '../custody/marks.ts'
import type { Entry } from '../entry.ts'
import type { CameraLoss, RecorderStop } from '../observation/camera.ts'
import type { DataOf, ObservationKind } from '../observation/index.ts'
import { days, type Instant } from '../time.ts'

export type Camera = Omit<DataOf<'camera.registered'>, 'by'>

/** From `from` to `to` a camera gave no picture that can be relied on; `to` undefined while it lasts. */
export interface Loss extends Interval {
  readonly why: CameraLoss
}

/** On: the camera gave no picture. */
interface LossMark extends Mark {
  readonly why: CameraLoss | null
}

/** From `from` to `to` a recorder of ours recorded nothing; `to` undefined while it lasts. */
export interface Outage extends Interval {
  readonly why: RecorderStop
  /** The unit that answers for the recorder; null: nobody was named. */
  readonly owner: string | null
}

/** On: the recorder did not run. */
interface OutageMark extends Mark {
  readonly why: RecorderStop | null
  readonly owner: string | null
}

/** On: our own writing of the camera had ended. */
interface BreakMark extends Mark {
  readonly why: DataOf<'camera.recording-broken'>['why'] | null
}
/** From `from` to `to` we did not write what a camera sent; `to` undefined while it lasts. */
export interface Break extends Interval {
  readonly why: DataOf<'camera.recording-broken'>['why']
}

export interface ClockOffset {
  readonly offsetMs: number
  readonly uncertaintyMs: number
  readonly method: DataOf<'camera.clock-measured'>['method']
  readonly at: Instant
  readonly seq: number
}

/** Plain data, so that a snapshot of the engine holds it whole. */
export interface CameraState {
  cameras: Record<string, Camera>
  lossMarks: Record<string, LossMark[]>
  clocks: Record<string, ClockOffset>
  outageMarks: Record<string, OutageMark[]>
  breakMarks: Record<string, BreakMark[]>
  /** When a camera is first known to have given a picture. */
  firstPictures: Record<string, Instant>
}

export const noCameras = (): CameraState => ({
  cameras: {},
  lossMarks: {},
  clocks: {},
  outageMarks: {},
  breakMarks: {},
  firstPictures: {},
})

/** How long losses and outages are remembered after the newest mark. */
const MARKS_MS = days(4)
/** Marks a camera may have at most; one that comes and goes cannot fill the memory. */
const MOST = 600

export const cameraKinds: readonly ObservationKind[] = [
  'camera.registered',
  'camera.withdrawn',
  'camera.lost',
  'camera.restored',
  'camera.clock-measured',
  'recorder.started',
  'recorder.stopped',
]

/** What tells that a camera is recorded: a line a minute and camera, which only rules ask for. */
export const writingKinds = [
  'segment.closed',
  'camera.recording-broken',
  'camera.recording-resumed',
] as const satisfies readonly ObservationKind[]

/** Read-only face of what the journal has told of cameras. */
export type CameraRegister = Omit<ReturnType<typeof createCameraRegister>, 'apply'>

/** Which cameras there are, since when one gives no picture and why, and how far its clock is off. No clock, no I/O. */
export const createCameraRegister = (state: CameraState = noCameras()) => {
  const marked = <M extends Mark>(before: readonly M[] | undefined, next: M): M[] => {
    const marks = withMark(before ?? [], next)
    const newest = marks.at(-1)!.at
    return (marks.length > 64 ? pruned(marks, newest - MARKS_MS) : marks).slice(-MOST)
  }
  const mark = (camera: string, next: LossMark): void => {
    state.lossMarks[camera] = marked(state.lossMarks[camera], next)
  }
  const markOutage = (recorder: string, next: OutageMark): void => {
    state.outageMarks[recorder] = marked(state.outageMarks[recorder], next)
  }

  const markBreak = (camera: string, next: BreakMark): void => {
    state.breakMarks[camera] = marked(state.breakMarks[camera], next)
  }
  /** Its next segment ends a break, also where nobody said that writing was resumed. */
  const endBreak = (camera: string, at: Instant, seq: number): void => {
    const last = state.breakMarks[camera]?.at(-1)
    if (last?.on && at > last.at) markBreak(camera, { at, on: false, seq, why: null })
  }
  const gavePicture = (camera: string, at: Instant): void => {
    if (at < (state.firstPictures[camera] ?? Number.POSITIVE_INFINITY)) state.firstPictures[camera] = at
  }

  const losses = (camera: string): readonly Loss[] => {
    const marks = state.lossMarks[camera] ?? []
    return intervals(marks).map((i) => ({
      ...i,
      why: marks.find((m) => m.on && m.at === i.from)?.why ?? 'unreachable',
    }))
  }

  return {
    apply: ({ seq, observation: o }: Entry): void => {
      switch (o.kind) {
        case 'camera.registered': {
          const { by: _, ...camera } = o.data
          state.cameras[camera.camera] = camera
          break
        }
        case 'camera.withdrawn':
          delete state.cameras[o.data.camera]
          delete state.lossMarks[o.data.camera]
          delete state.clocks[o.data.camera]
          delete state.breakMarks[o.data.camera]
          delete state.firstPictures[o.data.camera]
          break
        case 'camera.lost':
          mark(o.data.camera, { at: o.observedAt, on: true, seq, why: o.data.why })
          if (o.data.lastFrameAt !== null) gavePicture(o.data.camera, o.data.lastFrameAt)
          break
        case 'camera.restored':
          mark(o.data.camera, { at: o.observedAt, on: false, seq, why: null })
          gavePicture(o.data.camera, o.observedAt)
          break
        case 'segment.closed':
          endBreak(o.data.camera, o.data.startsAt, seq)
          gavePicture(o.data.camera, o.data.startsAt)
          break
        case 'camera.recording-broken':
          markBreak(o.data.camera, { at: o.observedAt, on: true, seq, why: o.data.why })
          gavePicture(o.data.camera, o.observedAt)
          break
        case 'camera.recording-resumed':
          markBreak(o.data.camera, { at: o.observedAt, on: false, seq, why: null })
          break
        case 'recorder.stopped': {
          const { recorder, why, owner } = o.data
          markOutage(recorder, { at: o.observedAt, on: true, seq, why, owner })
          break
        }
        case 'recorder.started':
          markOutage(o.data.recorder, { at: o.observedAt, on: false, seq, why: null, owner: o.data.owner })
          break
        case 'camera.clock-measured': {
          const { camera, offsetMs, uncertaintyMs, method } = o.data
          state.clocks[camera] = { offsetMs, uncertaintyMs, method, at: o.observedAt, seq }
          break
        }
      }
    },
    camera: (id: string | null | undefined): Camera | undefined => (id ? state.cameras[id] : undefined),
    cameras: (): readonly Camera[] => Object.values(state.cameras),
    /** The cameras that cover a room. */
    camerasIn: (room: string): readonly Camera[] => Object.values(state.cameras).filter((c) => c.room === room),
    /** The cameras whose equipment a unit answers for. */
    camerasOf: (unit: string): readonly Camera[] => Object.values(state.cameras).filter((c) => c.unit === unit),
    /** When a camera gave no picture, by beginning. A change of cause within one loss keeps the first cause. */
    losses,
    /** The loss that lasts as far as we know. */
    lostNow: (camera: string): Loss | undefined => {
      const last = losses(camera).at(-1)
      return last && last.to === undefined ? last : undefined
    },
    /** When a camera is first known to have given a picture; undefined: never yet, so there is nothing to break off. */
    firstPictureOf: (camera: string): Instant | undefined => state.firstPictures[camera],
    /** When we did not write what a camera sent, by beginning. */
    breaks: (camera: string): readonly Break[] => {
      const marks = state.breakMarks[camera] ?? []
      return intervals(marks).map((i) => ({
        ...i,
        why: marks.find((m) => m.on && m.at === i.from)?.why ?? 'crashed',
      }))
    },
    /**
     * The unit that answered for what recorded at `at`, as each recorder had told by then. Null: nobody was named, or
     * several recorders have owners of their own and no entry says which of them it was.
     */
    recorderOwnerAt: (at: Instant): string | null => {
      const told = Object.values(state.outageMarks).flatMap((marks) => marks.findLast((m) => m.at <= at) ?? [])
      const owners = new Set(told.map(({ owner }) => owner))
      return owners.size === 1 ? [...owners][0]! : null
    },
    /** The recorders of ours that were ever heard of. */
    recorders: (): readonly string[] => Object.keys(state.outageMarks),
    /** When a recorder of ours did not run, by beginning. */
    outages: (recorder: string): readonly Outage[] => {
      const marks = state.outageMarks[recorder] ?? []
      return intervals(marks).map((i) => {
        const begun = marks.find((m) => m.on && m.at === i.from)
        return { ...i, why: begun?.why ?? 'stopped', owner: begun?.owner ?? null }
      })
    },
    /** How far its clock is from ours, as measured last; undefined: never measured. */
    clockOf: (camera: string): ClockOffset | undefined => state.clocks[camera],
  }
}
