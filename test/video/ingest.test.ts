import { spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { inputList, withoutSecrets } from '../../server/video/ingest/address.ts'
import { RASTER, recordArguments, sideArguments } from '../../server/video/ingest/arguments.ts'
import { createBackOff } from '../../server/video/ingest/back-off.ts'
import { faultIn, isDiskFault } from '../../server/video/ingest/faults.ts'
import { createPictureWatch } from '../../server/video/ingest/picture.ts'
import { runFfmpeg } from '../../server/video/ingest/process.ts'
import { freeUdpPairs } from '../../server/video/live/ports.ts'
import { readSegmentFile } from '../../server/video/segments/read-file.ts'

const address = { url: 'rtsp://10.0.0.9:554/main', user: 'adm in', password: "p@ss'w/rd" }

describe('a password reaches ffmpeg on its standard input and nothing else', () => {
  it('is in the list that is read, quoted for its format', () => {
    const list = inputList(address)
    expect(list).toContain("file 'rtsp://adm%20in:p%40ss'\\''w%2Frd@10.0.0.9:554/main'")
    expect(list).toContain('option rtsp_transport tcp')
  })
  it('is in no argument', () => {
    const live = { rtpPort: 1, rtcpPort: 2, fromRtpPort: 4, fromRtcpPort: 5, ssrc: 3 }
    const all = [
      ...recordArguments({ segmentSeconds: 60, audio: 'copy', codec: 'h264', live, look: true }),
      ...sideArguments({ encode: true, live, look: false }),
    ].join(' ')
    expect(all).not.toMatch(/p@ss|p%40ss|rtsp:/)
  })
  it('is taken out of what ffmpeg says', () => {
    const said = "Impossible to open 'rtsp://adm%20in:p%40ss'w%2Frd@10.0.0.9:554/main': p@ss'w/rd"
    expect(withoutSecrets(said, address)).not.toMatch(/p@ss|p%40ss/)
  })
})

describe('a writer that is killed', () => {
  it('loses what came since the last key frame, and no more, however little a picture takes', async () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'killed-'))
    const [port] = await freeUdpPairs(1)
    const scene = ['-re', '-f', 'lavfi', '-i', 'color=size=64x48:rate=25']
    const group = ['-c:v', 'libx264', '-preset', 'ultrafast', '-g', '25', '-f', 'mpegts', `udp://127.0.0.1:${port}`]
    const camera = spawn('ffmpeg', ['-v', 'quiet', '-nostdin', ...scene, ...group])
    try {
      const input = ['-f', 'mpegts', '-i', `udp://127.0.0.1:${port}`]
      const args = recordArguments({
        segmentSeconds: 600,
        audio: 'none',
        codec: 'h264',
        live: null,
        look: false,
        input,
      })
      let written = 0
      await new Promise<void>((resolve) => {
        const text = { text: '', clean: (words: string) => words }
        const one = runFfmpeg('ffmpeg', args, folder, text, {
          packets: (count) => {
            if (count < 75 || written > 0) return
            written = count
            process.kill(one.pid!, 'SIGKILL')
          },
          segment: () => {},
          picture: () => {},
          ended: () => resolve(),
        })
      })
      const [left] = fs.readdirSync(folder)
      const { fmp4 } = await readSegmentFile(path.join(folder, left!))
      const frames = fmp4.fragments.flatMap((f) => f.tracks).reduce((n, t) => n + t.frames, 0)
      expect(frames).toBeGreaterThanOrEqual(written - 25)
    } finally {
      camera.kill('SIGKILL')
      fs.rmSync(folder, { recursive: true, force: true })
    }
  })
})

describe('what ffmpeg 5.1 says when a camera fails', () => {
  it.each([
    ['method DESCRIBE failed: 401 Unauthorized', 'wrong-password'],
    ['method DESCRIBE failed: 404 Not Found', 'not-found'],
    ['Connection to tcp://127.0.0.1:47599?timeout=4000000 failed: Connection refused', 'refused'],
    ['pipe:0: No route to host', 'unreachable'],
    ['pipe:0: Connection timed out', 'unreachable'],
    ['Could not find codec parameters for stream 0 (Video: h264, none): unspecified size', 'no-key-frame'],
    ['something nobody has seen', undefined],
  ])('%s', (words, why) => expect(faultIn(words)).toBe(why))
  it('a full disk is not the camera’s fault', () => {
    expect(isDiskFault('av_interleaved_write_frame(): No space left on device')).toBe(true)
    expect(isDiskFault('Connection refused')).toBe(false)
  })
})

describe('the wait before the next attempt', () => {
  it('grows up to a bound from which a camera is back within ten seconds, and begins anew after it ran', () => {
    const backOff = createBackOff()
    expect(Array.from({ length: 6 }, () => backOff.next(false, false))).toEqual([500, 1000, 2000, 4000, 6000, 6000])
    expect(backOff.next(false, true)).toBe(500)
  })
  it('does not lock a camera by trying a wrong password', () =>
    expect(createBackOff().next(true, false)).toBeGreaterThanOrEqual(60_000))
})

const SIZE = RASTER.width * RASTER.height
const limits = { frozenMs: 3_000, darkMs: 2_000, coveredMs: 2_000, clearMs: 1_000 }
/** A scene of two greys with a clock's bars in the first row that change each second. */
const picture = (at: number, low: number, high: number, clock = true): Uint8Array => {
  const grey = Uint8Array.from({ length: SIZE }, (_, i) => ((i % RASTER.width) * 2 < RASTER.width ? low : high))
  for (let i = 0; i < RASTER.width; i++) grey[i] = clock && ((at / 1_000) >> (i % 8)) & 1 ? 255 : 0
  return grey
}
const watchFor = (seconds: number, make: (at: number) => Uint8Array) => {
  const watch = createPictureWatch(limits)
  let last: ReturnType<typeof watch.see>
  for (let at = 0; at <= seconds * 1_000; at += 1_000) last = watch.see(make(at), at)
  return last
}

describe('pictures that come and show nothing', () => {
  it('a room with a running clock is none of them', () =>
    expect(watchFor(60, (at) => picture(at, 60, 140))).toBeUndefined())
  it('frozen: nothing changes, not even the clock', () =>
    expect(watchFor(10, () => picture(5_000, 60, 140))).toMatchObject({ fault: 'frozen', since: 1_000 }))
  it('dark, whatever the camera writes into it', () =>
    expect(watchFor(10, (at) => picture(at, 9, 14))).toMatchObject({ fault: 'dark', since: 0 }))
  it('covered: light, and the same everywhere', () =>
    expect(watchFor(10, (at) => picture(at, 104, 108))).toMatchObject({ fault: 'covered' }))
  it('a night street with one lamp is not dark', () =>
    expect(watchFor(10, (at) => picture(at, 10, 90))).toBeUndefined())
  it('says nothing before it has lasted, and takes it back when the picture is there again', () => {
    const watch = createPictureWatch(limits)
    expect(watch.see(picture(0, 9, 14), 0)).toBeUndefined()
    expect(watch.see(picture(1_000, 9, 14), 1_000)).toBeUndefined()
    expect(watch.see(picture(2_000, 9, 14), 2_000)).toMatchObject({ fault: 'dark' })
    expect(watch.see(picture(3_000, 60, 140), 3_000)).toMatchObject({ fault: 'dark' })
    expect(watch.see(picture(4_500, 60, 140), 4_500)).toBeUndefined()
  })
})
