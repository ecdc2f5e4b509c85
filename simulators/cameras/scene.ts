/** What can be wrong with a camera whose packets come all the same. */
export type SceneFault = 'frozen' | 'dark' | 'covered'

export interface Scene {
  /** Written into the picture, above the time. */
  readonly title: string
  /** Makes one scene look unlike the next. */
  readonly variety: number
  /** What the camera's clock is off by, ms. */
  readonly clockOffsetMs: number
  readonly fault: SceneFault | null
  readonly size: { readonly width: number; readonly height: number }
  readonly framesPerSecond: number
}

/**
 * The camera's clock as bars across the top of the picture, for programs to read: a white cell, a black cell, then
 * 24 bits, the lowest first, of the hundredths of a second since midnight UTC. 32 cells would fill the width. Each
 * frame's clock is the one before it and one frame more, so that the frames can be counted by it.
 */
export const CLOCK_BARS = { bits: 24, unitMs: 10, firstBit: 2, cells: 32, heightShare: 0.05 } as const
const DAY_MS = 86_400_000
/** Of a second: RTP's clock for pictures, in which every usual frame rate is a whole number. */
const TICKS = 90_000

const walls = [
  '0x39505a',
  '0x4a4438',
  '0x3d4a3c',
  '0x48404e',
  '0x374656',
  '0x50443f',
  '0x3f4a50',
  '0x45463a',
  '0x414a44',
]
const coats = ['0x2c4a7a', '0x7a3a34', '0x3c6a4a', '0x6a5a2c', '0x54447a']

const box = (x: number, y: number, w: number, h: number, colour: string, when = ''): string =>
  `drawbox=x=${Math.round(x)}:y=${Math.round(y)}:w=${Math.round(w)}:h=${Math.round(h)}:color=${colour}:t=fill${when}`

/** A room with a window, a counter and two people who walk about; they stand still when the picture is frozen. */
const room = ({ variety, size: { width: w, height: h }, framesPerSecond, fault }: Scene): readonly string[] => {
  if (fault === 'dark' || fault === 'covered') {
    const grey = fault === 'dark' ? '0x0b0c0e' : '0x6a6058'
    return [`color=c=${grey}:s=${w}x${h}:r=${framesPerSecond}`]
  }
  const wall = walls[variety % walls.length]!
  const still = fault === 'frozen'
  const sway = (speed: number, span: number): string =>
    still ? '0' : `${Math.round(w * span)}*sin(t*${speed}+${variety})`
  const person = (i: number, x: number, y: number): readonly string[] => {
    const coat = coats[(variety + i) % coats.length]!
    const [bw, bh] = [Math.round(w * 0.055), Math.round(h * 0.22)]
    const head = Math.round(w * 0.03)
    const at = `${Math.round(w * x)}+${sway(0.21 + i * 0.13, 0.14)}`
    return [
      `color=c=${coat}:s=${bw}x${bh}:r=${framesPerSecond}[b${i}]`,
      `color=c=0xd2ad8a:s=${head}x${head}:r=${framesPerSecond}[h${i}]`,
      `[r${i}][b${i}]overlay=x='${at}':y=${Math.round(h * y)}:eval=frame[rb${i}]`,
      `[rb${i}][h${i}]overlay=x='${at}+${Math.round((bw - head) / 2)}':y=${Math.round(h * y) - head}:eval=frame[r${i + 1}]`,
    ]
  }
  const furniture = [
    box(0, h * 0.62, w, h * 0.38, '0x6d675c'),
    box(w * 0.06, h * 0.16, w * 0.2, h * 0.26, '0xa8c4cf'),
    box(w * 0.155, h * 0.16, w * 0.01, h * 0.26, wall),
    box(w * 0.74, h * 0.2, w * 0.14, h * 0.42, '0x59463a'),
    box(w * (0.34 + 0.03 * (variety % 4)), h * 0.56, w * 0.3, h * 0.16, '0x8a7355'),
    box(w * (0.33 + 0.03 * (variety % 4)), h * 0.54, w * 0.32, h * 0.03, '0xa98f6c'),
  ]
  return [
    `color=c=${wall}:s=${w}x${h}:r=${framesPerSecond},${furniture.join(',')}[r0]`,
    ...person(0, 0.3, 0.42),
    ...person(1, 0.62, 0.6),
    '[r2]null',
  ]
}

/** The empty scene, as one of ffmpeg's own sources. */
export const sceneSource = (scene: Scene): string => room(scene).join(';')

/** The filters that write title and clock into it; their outputs are `main` and `sub`, half as wide. */
export const sceneGraph = (scene: Scene, now: number): string => {
  const { size, clockOffsetMs, fault, title, framesPerSecond } = scene
  const midnight = Math.floor((now + clockOffsetMs) / DAY_MS) * DAY_MS
  /** Seconds on the camera's clock since that midnight: what every frame's time becomes, or stands at. */
  const offsetS = (midnight - clockOffsetMs) / 1_000
  const stoppedAt = fault === 'frozen' ? (now + clockOffsetMs - midnight) / 1_000 : undefined
  const t = stoppedAt === undefined ? 't' : String(stoppedAt)
  const cell = size.width / CLOCK_BARS.cells
  const high = Math.max(8, Math.round(size.height * CLOCK_BARS.heightShare))
  const bars = [
    box(0, 0, size.width, high, 'black'),
    box(0, 0, cell, high, 'white'),
    ...Array.from({ length: CLOCK_BARS.bits }, (_, bit) =>
      box(cell * (CLOCK_BARS.firstBit + bit), 0, cell, high, 'white', `:enable='mod(floor(${t}*100/${2 ** bit})\\,2)'`),
    ),
  ]
  const shown =
    stoppedAt === undefined
      ? `%{pts\\:localtime\\:${midnight / 1_000}}`
      : new Date(now + clockOffsetMs + 8 * 3_600_000)
          .toISOString()
          .slice(0, 19)
          .replace('T', ' ')
          .replaceAll(':', '\\:')
  const text = (what: string, y: number, part: number): string =>
    `drawtext=font='Noto Sans CJK SC':text='${what}':x=${Math.round(size.width * 0.02)}:y=${Math.round(y)}:fontsize=${Math.round(size.height * part)}:fontcolor=white:borderw=1:bordercolor=black`
  return [
    [
      // A frame's time is the one before it and one frame more, never the moment it was drawn: so a frame that is
      // missing shows, and one that was drawn late does not pass for one. It is let through no sooner than that.
      `[0:v]settb=1/${TICKS},setpts='if(N,PREV_OUTPTS+${TICKS / framesPerSecond},round((RTCTIME/1000000-${offsetS})*${TICKS}))'`,
      'realtime=limit=3600',
      ...bars,
      text(title.replace(/[':%\\]/g, ' '), high + size.height * 0.02, 0.06),
      text(shown, size.height * 0.9, 0.07),
      'format=yuv420p,split=2[main][half]',
    ].join(','),
    `[half]scale=${size.width / 2}:${size.height / 2}:flags=area[sub]`,
  ].join(';\n')
}
