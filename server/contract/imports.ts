import { z } from 'zod'
import type { Permission } from './roles.ts'
import type { Instant, Text } from './views.ts'

/** What is imported at once; files larger than this are for the command. */
export const IMPORT_LIMITS = {
  files: 30,
  bytes: 10_000_000,
  /** New and changed things in one import, also by the command: with its receipt it is one commit of the journal. */
  changes: 9_999,
  rosterDays: 60,
} as const
/** Of a plan at most this many changes are told, and a page shows as many problems. */
export const IMPORT_SHOWN = 200
/** Of problems so many are told: whoever mends a table wants them all in a table. */
export const IMPORT_PROBLEMS = 5_000

export const importGroups = ['bureau', 'duty', 'case-area', 'radio', 'law', 'map'] as const
export type ImportGroup = (typeof importGroups)[number]

export interface ImportColumn {
  /** The heading in Chinese, and ours; either may stand in the file. */
  readonly heading: string
  readonly name: string
  /** False when the column may be missing altogether. */
  readonly needed: boolean
}

/** One kind of file: what it holds, and an example that is imported as it stands. */
export interface ImportKind {
  readonly is: string
  readonly name: Text
  readonly group: ImportGroup
  /** `drawing`: GeoJSON, whose columns are properties. */
  readonly form: 'table' | 'drawing'
  readonly columns: readonly ImportColumn[]
  /** Needed besides `imports.run`. */
  readonly needs: Permission | null
  /** CSV, or GeoJSON for a drawing. */
  readonly sample: string
  readonly note: Text | null
}

export interface ImportProblem {
  readonly file: string
  readonly line: number | null
  readonly field: string | null
  readonly message: Text
}

export interface ImportCount {
  readonly kind: string
  readonly added: number
  readonly changed: number
  readonly unchanged: number
  readonly held: number
}

export interface ImportChange {
  readonly about: string
  /** held: a device that somebody blocked at the console; it stays blocked. */
  readonly how: 'added' | 'changed' | 'held'
}

export interface ImportFile {
  readonly name: string
  readonly is: string
  readonly bytes: number
  /** Lower-case hex, of the file as it came. */
  readonly sha256: string
}

/** What an import did, as the journal keeps it. */
export interface ImportReceipt {
  /** The entry that tells of it. */
  readonly seq: number
  readonly at: Instant
  readonly by: string
  readonly files: readonly ImportFile[]
  readonly added: number
  readonly changed: number
  readonly unchanged: number
  readonly held: number
  /** How many entries it brought; they are `seq - entries` to `seq - 1`. */
  readonly entries: number
  readonly layerReplaced: boolean
}

/** How far an import is: lines of one file checked, entries made of them, entries on their way to the journal. */
export interface ImportProgress {
  readonly step: 'reading' | 'drafting' | 'writing'
  /** The file whose lines are being checked; null in the other steps. */
  readonly file: string | null
  /** Counted, never estimated. Entries are one commit: none of them is there until all are. */
  readonly done: number
  /** 0 while nobody knows how many there are. */
  readonly of: number
}
/** An import that is under way. */
export interface ImportRunning extends ImportProgress {
  readonly by: string
  readonly since: Instant
}

export type ImportReply =
  /** Nothing was changed. The first of them, by file and line; `total` says how many there are. */
  | { readonly is: 'refused'; readonly problems: readonly ImportProblem[]; readonly total: number }
  | {
      readonly is: 'planned'
      readonly files: readonly ImportFile[]
      readonly counts: readonly ImportCount[]
      readonly changes: readonly ImportChange[]
      readonly total: number
      readonly layerReplaced: boolean
      /** What is to be said when this very plan is to be done. */
      readonly digest: string
    }
  /** Null when there was nothing new in it. */
  | { readonly is: 'imported'; readonly receipt: ImportReceipt | null }

/** What comes beside the files of an import. */
export const importFields = z.object({
  /** Empty: say what it would do. Else the digest of the plan that was shown. */
  digest: z.union([z.literal(''), z.string().regex(/^[0-9a-f]{64}$/)]).default(''),
  /** How many days ahead a repeating roster is written out. */
  rosterDays: z.coerce.number().int().min(1).max(IMPORT_LIMITS.rosterDays).default(14),
})

export interface ImportReplies {
  /** Kinds of files, and who imports something now. */
  'GET /api/imports/kinds': { readonly kinds: readonly ImportKind[] }
  /** multipart/form-data: each file under the name of its kind, then `digest` and `rosterDays`. Whole or not at all. */
  'POST /api/imports': ImportReply
  /** Whoever began it gives it up, until it is being written; false when there was nothing to give up. */
  'POST /api/imports/cancel': { readonly cancelled: boolean }
  /** Newest first; `running`: one that is under way in this server. */
  'GET /api/imports': {
    readonly receipts: readonly ImportReceipt[]
    readonly running: ImportRunning | null
  }
}
