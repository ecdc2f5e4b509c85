import type { PhoneCameraView } from '../../../server/contract/phone.ts'
import { RequestError, request } from '../../live/request.ts'
import { createValue } from '../../ui/subscribable.ts'
import { type Bringing, bringLate } from './bring.ts'
import { type CaptureProblem, capture, letGo, problemOf } from './capture.ts'
import { createHouseClock } from './house-clock.ts'
import { recordLocally } from './local.ts'
import { followPosition } from './position.ts'
import { openSender, type Sender } from './sender.ts'
import { forgetConfirmed } from './store.ts'
import { keepScreenOn } from './wake.ts'

export interface CameraNow {
  /** `on`: the phone's camera runs, whether or not anybody receives it. */
  readonly phase: 'off' | 'starting' | 'on' | 'stopping'
  /** What the server said last; undefined before its first word. */
  readonly view: PhoneCameraView | undefined
  /** How old that is, for the page's clock. */
  readonly heardMs: number
  readonly link: 'connecting' | 'sending' | 'offline'
  readonly stream: MediaStream | undefined
  /** What lies on this phone and not yet at the server. */
  readonly late: Bringing & {
    /** Pieces that had to go unsent, because the phone was full. */
    readonly lost: number
    /** Nothing can be kept on this phone: without a network nothing is recorded. */
    readonly cannot: boolean
  }
  readonly problem: { readonly why: CaptureProblem | 'refused'; readonly words: string } | undefined
}

const off: CameraNow = {
  phase: 'off',
  view: undefined,
  heardMs: 0,
  link: 'connecting',
  stream: undefined,
  late: { waiting: 0, waitingBytes: 0, words: '', lost: 0, cannot: false },
  problem: undefined,
}
/** An officer's own camera, outside React: it runs on whatever the page shows. */
export const phoneCamera = createValue<CameraNow>(off)

const BEAT_MS = 2_000
const FIRST_WAIT_MS = 500
const MOST_WAIT_MS = 8_000
const BRING_MS = 5_000

const change = (some: Partial<CameraNow>): void => phoneCamera.set({ ...phoneCamera.get(), ...some })
const late = (some: Partial<CameraNow['late']>): void => change({ late: { ...phoneCamera.get().late, ...some } })
const clock = createHouseClock()
/** Takes an answer, and by it reads the house's clock. */
const heard = async (asked: Promise<PhoneCameraView>): Promise<PhoneCameraView> => {
  const askedMs = performance.now()
  const view = await asked
  const heardMs = performance.now()
  clock.read(view.at, askedMs, heardMs)
  change({ view, heardMs })
  return view
}

/** What runs while the camera is on. */
interface Going {
  readonly run: string
  readonly stream: MediaStream
  readonly position: ReturnType<typeof followPosition>
  readonly release: () => void
  readonly endLocal: () => Promise<void>
  sender: Sender | undefined
  /** A connection is being made. */
  opening: boolean
  waitMs: number
  notBefore: number
  timer: ReturnType<typeof setTimeout> | undefined
}
let going: Going | undefined

/** Asks how it stands. A recording that ran when the page was loaded anew goes on. */
export const lookAtCamera = async (): Promise<void> => {
  try {
    const view = await heard(request('GET /api/phone/camera'))
    if (view.on && phoneCamera.get().phase === 'off') await startCamera()
  } catch {
    // The page says that it has no connection; the next look follows.
  }
}

export const startCamera = async (): Promise<void> => {
  if (phoneCamera.get().phase !== 'off') return
  change({ phase: 'starting', problem: undefined })
  let stream: MediaStream | undefined
  try {
    stream = await capture()
    const view = await heard(request('POST /api/phone/camera/start', { body: {} }))
    if (!view.on || view.run === null || view.camera === null) throw new Error('the recording did not begin')
    const position = followPosition()
    const endLocal = recordLocally(
      ...([stream, view.camera, clock] as const),
      (lost) => late({ lost: phoneCamera.get().late.lost + lost }),
      () => late({ cannot: true }),
    )
    going = {
      ...{ run: view.run, stream, position, endLocal, release: keepScreenOn(), sender: undefined, opening: false },
      ...{ waitMs: FIRST_WAIT_MS, notBefore: 0, timer: undefined },
    }
    change({ phase: 'on', stream, link: 'connecting' })
    // The phone itself may take the camera away: a call, another app, a cable.
    for (const track of stream.getTracks()) track.addEventListener('ended', () => fail('busy', track.label))
    beat()
  } catch (error) {
    letGo(stream)
    const refused = error instanceof RequestError
    const words = error instanceof Error ? error.message : String(error)
    change({ phase: 'off', stream: undefined, problem: { why: refused ? 'refused' : problemOf(error), words } })
  }
}

/** Lets camera, microphone and connection go. */
const shut = (): void => {
  if (!going) return
  clearTimeout(going.timer)
  going.sender?.close()
  going.position.stop()
  going.release()
  const { endLocal, stream } = going
  // The last piece is cut off before the camera goes dark.
  void endLocal().finally(() => letGo(stream))
  going = undefined
  change({ phase: 'off', stream: undefined, link: 'connecting' })
}
const fail = (why: CaptureProblem, words: string): void => {
  shut()
  change({ problem: { why, words } })
}

/** The officer ends it. Without a connection it ends here, and the server is told when there is one. */
export const stopCamera = async (): Promise<void> => {
  if (!going) return
  change({ phase: 'stopping' })
  try {
    await heard(request('POST /api/phone/camera/stop', { body: {} }))
  } catch (error) {
    change({ problem: { why: 'refused', words: error instanceof Error ? error.message : String(error) } })
  }
  shut()
}

const beat = async (): Promise<void> => {
  const mine = going
  if (!mine) return
  connect(mine)
  try {
    const body = { run: mine.run, ...mine.position.take() }
    const view = await heard(request('POST /api/phone/camera/beat', { body }))
    if (going !== mine) return
    // The duty is over, or somebody ended it elsewhere: the server says why.
    if (view.run !== mine.run) return shut()
    if (view.link === 'none' && mine.sender && !mine.opening) drop(mine)
    change({ link: mine.sender ? 'sending' : 'connecting' })
  } catch (error) {
    if (going !== mine) return
    if (!(error instanceof RequestError) || error.status === 0) change({ link: 'offline' })
  }
  if (going === mine) mine.timer = setTimeout(beat, BEAT_MS)
}

const drop = (mine: Going): void => {
  mine.sender?.close()
  mine.sender = undefined
  if (going === mine) change({ link: 'connecting' })
}

/** Makes a connection where there is none; after a failure it waits twice as long, up to a bound. */
const connect = (mine: Going): void => {
  if (mine.sender || mine.opening || performance.now() < mine.notBefore) return
  mine.opening = true
  openSender(mine.stream, () => drop(mine))
    .then(
      (sender) => {
        if (going !== mine) return sender.close()
        mine.sender = sender
        mine.waitMs = FIRST_WAIT_MS
        change({ link: 'sending' })
      },
      (error: unknown) => {
        mine.notBefore = performance.now() + mine.waitMs
        mine.waitMs = Math.min(MOST_WAIT_MS, mine.waitMs * 2)
        if (problemOf(error) === 'unsupported') change({ problem: { why: 'unsupported', words: '' } })
      },
    )
    .finally(() => {
      mine.opening = false
    })
}

let bringing = false
/** Brings what the server does not have, while the camera runs and after; one at a time. */
const bring = async (): Promise<void> => {
  const { view, link, phase } = phoneCamera.get()
  const now = clock.at(performance.now())
  if (bringing || !view?.camera || !now || (phase === 'on' && link === 'offline')) return
  bringing = true
  try {
    await bringLate(view.camera, now.at, late)
    if (phoneCamera.get().phase === 'off') await forgetConfirmed(view.camera)
  } catch {
    // Without a connection, or while the journal takes nothing, they stay here and are brought later.
  }
  bringing = false
}
setInterval(() => void bring(), BRING_MS)
