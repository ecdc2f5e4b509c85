import { type ChildProcess, spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import type { SpanView } from '../../server/contract/recordings.ts'
import { consoleOf } from '../journeys/house.ts'
import { processesOf } from '../journeys/processes.ts'
import { clocksIn, countFolder, countFrames, type FrameCount } from '../journeys/recorded-frames.ts'
import { openCrowd } from '../journeys/video-crowd.ts'
import type { BenchRow } from './row.ts'
import { FRAMES_PER_SECOND, setVideoStage, type VideoStage } from './video-stage.ts'

const CAMERAS = Number(process.env.BENCH_CAMERAS ?? 4)
const VIEWERS = Number(process.env.BENCH_VIEWERS ?? 50)
/** So long with viewers, and so long without. */
const SECONDS = Number(process.env.BENCH_SECONDS ?? 60)
const ALONE_SECONDS = Number(process.env.BENCH_ALONE_SECONDS ?? SECONDS)
/** How often the media worker and one camera's ffmpeg are killed while viewers come and go. */
const KILLS = Number(process.env.BENCH_KILLS ?? 0)
const STAY_MS = 5_000
/** On a loaded machine a frame comes so long after its clock: the missing ones lie by so much before the gap told. */
const ON_THE_WAY_MS = 2_000
const SIZE = { width: 320, height: 180 }
const DAY_MS = 86_400_000
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** The peer: ffmpeg alone takes the same stream of the same camera into a file, with nobody looking. */
const copyOf = (stage: VideoStage, camera: string, file: string): ChildProcess => {
  const list = JSON.parse(fs.readFileSync(path.join(stage.house.dataDir, 'demo-cameras.json'), 'utf8'))
  // Cameras beyond the demonstration's have the first one's password.
  const { user, password } = list.find((one: { camera: string }) => one.camera === camera) ?? list[0]
  const url = stage.cameras.get(camera)!.url.replace('://', `://${user}:${password}@`)
  const args = ['-v', 'error', '-nostdin', '-rtsp_transport', 'tcp', '-i', url, '-an', '-c', 'copy', file]
  return spawn('ffmpeg', args, { stdio: 'ignore' })
}

const ended = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    child.once('close', () => resolve())
    child.kill('SIGTERM')
  })

/** Frames that cameras sent between two moments, and those of them that are not in the files. */
interface Phase {
  readonly sent: number
  readonly lost: number
  /** Missing where the timeline tells of a gap. */
  readonly excused: number
  /** Where the lost ones lie: `camera@seconds after the beginning`, the first few. */
  readonly where: readonly string[]
}
/** `told`: the gaps that the timeline owns up to, a list a camera; what is missing there was said to be missing. */
const phaseOf = (
  counts: readonly FrameCount[],
  fromMs: number,
  toMs: number,
  told: readonly (readonly SpanView[])[] = [],
): Phase => {
  const after = (clock: number): number => (clock - (fromMs % DAY_MS) + DAY_MS) % DAY_MS
  const framesIn = (ms: number): number => Math.round((ms / 1_000) * FRAMES_PER_SECOND)
  let excused = 0
  const where: string[] = []
  const lost = counts.map(({ missing, last }, i) => {
    const within = missing.map(after).filter((at) => at < toMs - fromMs)
    const gaps = (told[i] ?? []).map(({ from, to }) => [
      after(from % DAY_MS) - ON_THE_WAY_MS,
      after(to % DAY_MS) + 1_000 / FRAMES_PER_SECOND,
    ])
    const untold = within.filter((at) => !gaps.some(([begins, ends]) => at >= begins! && at <= ends!))
    const inGaps = within.length - untold.length
    excused += inGaps
    where.push(...untold.slice(0, 3).map((at) => `${i}@${(at / 1_000).toFixed(2)}`))
    // What was not recorded at all after the last frame is lost as well.
    const untilMs = last === undefined || after(last) > DAY_MS / 2 ? 0 : Math.min(after(last), toMs - fromMs)
    return within.length - inGaps + framesIn(toMs - fromMs - untilMs)
  })
  return {
    sent: framesIn(toMs - fromMs) * counts.length,
    lost: lost.reduce((a, b) => a + b, 0),
    excused,
    where: where.slice(0, 12),
  }
}

/** Every gap of a camera that its timeline shows. */
const gapsOf = async (
  desk: VideoStage['desk'],
  camera: string,
  from: number,
  to: number,
): Promise<readonly SpanView[]> => {
  const route = `/api/video/spans?source=${camera}&from=${from}&to=${to}`
  const { spans } = await desk.get<{ spans: readonly SpanView[] }>(route)
  return spans.filter((s) => s.is === 'gap')
}

/** Kills the media worker and the ffmpeg of one camera after the other, `KILLS` times, evenly over the time. */
const killNowAndThen = async (stage: VideoStage): Promise<void> => {
  const cameras = [...stage.cameras.keys()]
  for (let i = 0; i < KILLS; i++) {
    await pause((SECONDS * 1_000) / (KILLS + 1))
    const victim = cameras[i % cameras.length]
    for (const { pid, is, folder } of processesOf(stage.house))
      if (/worker/.test(is) || (is === 'ffmpeg' && folder === victim)) process.kill(pid, 'SIGKILL')
  }
}

/** R8 beside it: what the killed ffmpegs did not record is told, and short. */
const killRow = (told: readonly (readonly SpanView[])[], excused: number): BenchRow => {
  const gaps = told.flat()
  const longest = Math.max(...gaps.map(({ from, to }) => to - from)) / 1_000
  const allS = gaps.reduce((sum, { from, to }) => sum + to - from, 0) / 1_000
  const causes = [...new Set(gaps.map((g) => g.cause))].join(', ')
  return {
    id: 'R8',
    what: `media worker and an ffmpeg killed ${KILLS} times meanwhile: the longest of ${gaps.length} gaps told (${causes}; ${excused} frames of ${FRAMES_PER_SECOND} a second missing in ${allS.toFixed(1)} s told)`,
    ...{ value: longest, unit: 's', peer: null, peerValue: null, ratio: null },
    goal: 'a gap a killed ffmpeg, back within 10 s',
    met: gaps.length === KILLS && longest <= 10,
  }
}

/**
 * P8: frames lost of recordings, by the number burnt into every one: a while with nobody looking, then as long with
 * viewers who come, look at every camera and go. Read from the files when the server has ended.
 */
export const benchFrames = async (adminUrl: string): Promise<BenchRow[]> => {
  const stage = await setVideoStage(adminUrl, CAMERAS, SIZE)
  const copies = new Map([...stage.cameras.keys()].map((id) => [id, path.join(stage.house.dataDir, `${id}.mkv`)]))
  const peers = [...copies].map(([id, file]) => copyOf(stage, id, file))
  try {
    const crowd = await openCrowd(stage.house, VIEWERS)
    await pause(3_000)
    const begun = Date.now()
    await pause(ALONE_SECONDS * 1_000)
    const crowded = Date.now()
    const killing = killNowAndThen(stage)
    const seen = await crowd.comeAndGo([...stage.cameras.keys()], STAY_MS, () => Date.now() > crowded + SECONDS * 1_000)
    await killing
    const over = Date.now()
    crowd.close()
    await pause(3_000)
    // The one of the beginning has been idle for too long.
    const desk = await consoleOf(stage.house, 'supervisor')
    const told = await Promise.all([...copies.keys()].map((id) => gapsOf(desk, id, begun, over)))
    await Promise.all(peers.map(ended))
    await stage.house.stop()
    const [ours, theirs]: [FrameCount[], FrameCount[]] = [[], []]
    for (const [id, file] of copies) {
      ours.push(await countFolder(path.join(stage.house.dataDir, 'video', id), FRAMES_PER_SECOND))
      theirs.push(countFrames(await clocksIn(file), FRAMES_PER_SECOND))
    }
    const row = (what: string, from: number, to: number): BenchRow => {
      const [mine, plain] = [phaseOf(ours, from, to, told), phaseOf(theirs, from, to)]
      const whole = `${(mine.sent - mine.lost).toLocaleString('en')} of ${mine.sent.toLocaleString('en')} recorded${mine.lost > 0 ? `; ${mine.where.join(' ')}` : ''}`
      return {
        id: 'P8',
        what: `${CAMERAS} cameras of ${FRAMES_PER_SECOND} frames a second for ${Math.round((to - from) / 1_000)} s, ${what}; frames lost outside of gaps that the timeline tells (${whole})`,
        value: mine.lost,
        unit: 'frames',
        peer: 'ffmpeg -c copy alone, same cameras, same time',
        peerValue: plain.lost,
        ratio: null,
        goal: '0 lost',
        met: mine.lost === 0,
      }
    }
    return [
      row('nobody looking', begun, crowded),
      row(
        `${VIEWERS} viewers coming and going (${seen.visits} visits, ${seen.inVain} in vain, ${seen.packets.toLocaleString('en')} packets to them)`,
        crowded,
        over,
      ),
      ...(KILLS > 0 ? [killRow(told, phaseOf(ours, begun, over, told).excused)] : []),
    ]
  } finally {
    for (const peer of peers) peer.kill('SIGKILL')
    await stage.close()
  }
}
