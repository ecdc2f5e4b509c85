import { type ChildProcess, spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { clocksIn, countFolder, countFrames, type FrameCount } from '../journeys/recorded-frames.ts'
import { openCrowd } from '../journeys/video-crowd.ts'
import type { BenchRow } from './row.ts'
import { FRAMES_PER_SECOND, setVideoStage, type VideoStage } from './video-stage.ts'

const CAMERAS = Number(process.env.BENCH_CAMERAS ?? 4)
const VIEWERS = Number(process.env.BENCH_VIEWERS ?? 50)
/** So long without viewers, and so long with them. */
const SECONDS = Number(process.env.BENCH_SECONDS ?? 60)
const STAY_MS = 5_000
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
}
const phaseOf = (counts: readonly FrameCount[], fromMs: number, toMs: number): Phase => {
  const after = (clock: number): number => (clock - (fromMs % DAY_MS) + DAY_MS) % DAY_MS
  const framesIn = (ms: number): number => Math.round((ms / 1_000) * FRAMES_PER_SECOND)
  const lost = counts.map(({ missing, last }) => {
    // What was not recorded at all after the last frame is lost as well.
    const untilMs = last === undefined || after(last) > DAY_MS / 2 ? 0 : Math.min(after(last), toMs - fromMs)
    return missing.filter((clock) => after(clock) < toMs - fromMs).length + framesIn(toMs - fromMs - untilMs)
  })
  return { sent: framesIn(toMs - fromMs) * counts.length, lost: lost.reduce((a, b) => a + b, 0) }
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
    await pause(SECONDS * 1_000)
    const crowded = Date.now()
    const seen = await crowd.comeAndGo([...stage.cameras.keys()], STAY_MS, () => Date.now() > crowded + SECONDS * 1_000)
    const over = Date.now()
    crowd.close()
    await pause(3_000)
    await Promise.all(peers.map(ended))
    await stage.house.stop()
    const [ours, theirs]: [FrameCount[], FrameCount[]] = [[], []]
    for (const [id, file] of copies) {
      ours.push(await countFolder(path.join(stage.house.dataDir, 'video', id), FRAMES_PER_SECOND))
      theirs.push(countFrames(await clocksIn(file), FRAMES_PER_SECOND))
    }
    const row = (what: string, from: number, to: number): BenchRow => {
      const [mine, plain] = [phaseOf(ours, from, to), phaseOf(theirs, from, to)]
      const whole = `${(mine.sent - mine.lost).toLocaleString('en')} of ${mine.sent.toLocaleString('en')} recorded`
      return {
        id: 'P8',
        what: `${CAMERAS} cameras of ${FRAMES_PER_SECOND} frames a second for ${Math.round((to - from) / 1_000)} s, ${what}; frames lost (${whole})`,
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
        `${VIEWERS} viewers coming and going (${seen.visits} visits, ${seen.packets.toLocaleString('en')} packets to them)`,
        crowded,
        over,
      ),
    ]
  } finally {
    for (const peer of peers) peer.kill('SIGKILL')
    await stage.close()
  }
}
