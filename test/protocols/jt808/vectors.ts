import fs from 'node:fs'
import path from 'node:path'

export interface ExpectedLocation {
  readonly time: string | null
  readonly lat: number
  readonly lon: number
  readonly speedKmh?: number
  readonly speed: number
  readonly course: number
  readonly altitudeM: number
  readonly valid: boolean
  readonly alarm: number
  readonly status: number
  readonly extra: Readonly<Record<string, unknown>>
}
export interface Vector {
  readonly hex: string
  readonly msgId: string
  readonly source: string
  readonly standard: boolean
  readonly checksumOk: boolean
  readonly bodyLengthOk: boolean
  readonly note?: string
  readonly header: { readonly serial: number; readonly versionFlag: boolean; readonly phoneBcd: string }
  readonly expected: Partial<ExpectedLocation> & {
    readonly deviceId: string | null
    readonly count?: number
    readonly batchType?: number
    readonly items?: readonly ExpectedLocation[]
  }
  readonly body: Readonly<Record<string, unknown>> & { readonly items?: readonly Record<string, unknown>[] }
}
interface SessionFrame {
  readonly dir: 'T->P' | 'P->T'
  readonly msgId: string
  readonly serial: number
  readonly hex: string
  readonly body: Readonly<Record<string, unknown>>
}
export interface VectorFile {
  readonly vectors: readonly Vector[]
  readonly framing: readonly {
    readonly name: string
    readonly wire: string
    readonly unescaped?: string
    readonly expect?: string
    readonly frames?: readonly string[]
    readonly pendingBytes?: number
    readonly valid?: string
  }[]
  readonly subpackage: {
    readonly frames: readonly { readonly hex: string }[]
    readonly reassembledBodyLen: number
    readonly reassembledBodyHead: string
    readonly replySerial: number
    readonly paramCount: number
  }
  readonly sessions: readonly {
    readonly version: string
    readonly phone: string
    readonly frames: readonly SessionFrame[]
  }[]
}

/**
 * Frames that were not made here, with what an independent decoder says of them. `VECTORS` names their folder;
 * without it and without the folder beside this checkout only our hand-written frames are run, and a test says so.
 */
export const vectors = (): VectorFile | undefined => {
  const named = process.env.VECTORS
  const file = path.join(named ?? path.join(import.meta.dirname, '../../../../shared/vectors'), 'jt808.json')
  if (fs.existsSync(file)) return JSON.parse(fs.readFileSync(file, 'utf8'))
  if (named !== undefined) throw new Error(`VECTORS=${named}: there is no jt808.json in it`)
  return undefined
}

/** Hexadecimal digits as they stand in a document, blanks and all. */
export const bytes = (hex: string): Buffer => Buffer.from(hex.replace(/\s+/g, ''), 'hex')
