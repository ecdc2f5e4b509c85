import { bytesOf, gbkBytes, gbkText, struct, u16, u32 } from '../bytes.ts'
import { type Kind, shorterThan } from './kind.ts'

export interface TextDownlink {
  readonly type: 'text'
  /** Bit 0 urgent, 2 on the display, 3 read aloud. */
  readonly flags: number
  /** 2019 only: 1 notice, 2 service. */
  readonly textType: number | null
  readonly text: string
}

export const textFlags = { urgent: 1, display: 4, readAloud: 8 } as const
/** What one frame holds behind flags and type, in GBK bytes. */
export const MAX_TEXT_BYTES = 1023 - 2

/** 0x8300 文本信息下发: flags u8, in 2019 type u8, GBK text. */
export const textDownlink: Kind<TextDownlink> = {
  id: 0x8300,
  type: 'text',
  read: (body, { edition }) => {
    const fixed = edition === '2019' ? 2 : 1
    return (
      shorterThan(body, fixed, 'text') ?? {
        type: 'text',
        flags: body[0]!,
        textType: fixed === 2 ? body[1]! : null,
        text: gbkText(body.subarray(fixed)),
      }
    )
  },
  write: ({ flags, textType, text }, edition) =>
    Buffer.concat([Buffer.from(edition === '2019' ? [flags, textType ?? 1] : [flags]), gbkBytes(text)]),
}

export interface TemporaryTracking {
  readonly type: 'temporary-tracking'
  /** Seconds between reports; 0 stops, and then nothing follows. */
  readonly intervalS: number
  /** For how many seconds; null when stopping. */
  readonly validS: number | null
}

const tracking = struct({ intervalS: u16, validS: u32 })

/** 0x8202 临时位置跟踪控制. */
export const temporaryTracking: Kind<TemporaryTracking> = {
  id: 0x8202,
  type: 'temporary-tracking',
  read: (body) => {
    const short = shorterThan(body, u16.size, 'temporary-tracking')
    if (short) return short
    const intervalS = u16.read(body, 0)
    if (intervalS === 0) return { type: 'temporary-tracking', intervalS, validS: null }
    return (
      shorterThan(body, tracking.size, 'temporary-tracking') ?? {
        type: 'temporary-tracking',
        ...tracking.read(body, 0),
      }
    )
  },
  write: ({ intervalS, validS }) =>
    intervalS === 0 ? bytesOf(u16, 0) : bytesOf(tracking, { intervalS, validS: validS ?? 0 }),
}

export interface Control {
  readonly type: 'control'
  readonly command: number
  readonly parameters: string
}

/** 0x8105 终端控制: command u8, its parameters as GBK text. */
export const control: Kind<Control> = {
  id: 0x8105,
  type: 'control',
  read: (body) =>
    shorterThan(body, 1, 'control') ?? { type: 'control', command: body[0]!, parameters: gbkText(body.subarray(1)) },
  write: ({ command, parameters }) => Buffer.concat([Buffer.from([command]), gbkBytes(parameters)]),
}
