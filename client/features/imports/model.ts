import {
  IMPORT_LIMITS,
  type ImportCount,
  type ImportKind,
  type ImportProblem,
  type ImportReceipt,
  type ImportRunning,
} from '../../../server/contract/imports.ts'
import { csvOf } from '../../ui/csv.ts'
import { dateTimeOf } from '../../ui/format.ts'

/** A file on the tray; what it holds is told by its name, or by the person. */
export interface TrayFile {
  readonly key: number
  readonly file: File
  /** Empty when nobody has said what it holds. */
  readonly is: string
}

/** What a file holds by its name in English or Chinese; undefined when the name tells nothing. */
export const kindByName = (name: string, kinds: readonly ImportKind[]): string | undefined => {
  const stem = name.replace(/\.[^.]+$/, '')
  return kinds.find((k) => k.is === stem || k.name.zh === stem)?.is
}

/** The name a pasted table goes by. */
export const pastedName = (is: string, form: ImportKind['form'], text: string): string =>
  `${is}.${form === 'drawing' ? 'geojson' : /^\s*[[{]/.test(text) ? 'json' : 'csv'}`

export type Objection =
  | { readonly is: 'empty' | 'too-big' | 'too-many' }
  | { readonly is: 'unknown'; readonly file: string }
  | { readonly is: 'twice' | 'needs'; readonly kind: ImportKind }

/** Why what is on the tray cannot be sent; undefined when it can. */
export const objectionTo = (
  tray: readonly TrayFile[],
  kinds: readonly ImportKind[],
  may: (permission: NonNullable<ImportKind['needs']>) => boolean,
): Objection | undefined => {
  if (tray.length === 0) return { is: 'empty' }
  if (tray.length > IMPORT_LIMITS.files) return { is: 'too-many' }
  if (tray.reduce((sum, { file }) => sum + file.size, 0) > IMPORT_LIMITS.bytes) return { is: 'too-big' }
  const nameless = tray.find(({ is }) => is === '')
  if (nameless) return { is: 'unknown', file: nameless.file.name }
  const used = kinds.filter((k) => tray.some(({ is }) => is === k.is))
  const twice = used.find((k) => tray.filter(({ is }) => is === k.is).length > 1)
  if (twice) return { is: 'twice', kind: twice }
  const denied = used.find((k) => k.needs !== null && !may(k.needs))
  return denied && { is: 'needs', kind: denied }
}

/** What is sent: each file under its kind. An empty digest asks for a dry run. */
export const formOf = (tray: readonly TrayFile[], rosterDays: number, digest: string): FormData => {
  const form = new FormData()
  for (const { is, file } of tray) form.append(is, file, file.name)
  form.append('digest', digest)
  form.append('rosterDays', String(rosterDays))
  return form
}

/** How much of its step an import has done; undefined where that cannot be counted: a commit is there as a whole. */
export const shareOf = (running: ImportRunning | null): number | undefined =>
  running === null || running.of === 0 || running.step === 'writing' ? undefined : running.done / running.of

/** One line for all kinds together. */
export const totalOf = (counts: readonly ImportCount[]): Omit<ImportCount, 'kind'> =>
  counts.reduce(
    (sum, c) => ({
      added: sum.added + c.added,
      changed: sum.changed + c.changed,
      unchanged: sum.unchanged + c.unchanged,
      held: sum.held + c.held,
    }),
    { added: 0, changed: 0, unchanged: 0, held: 0 },
  )

/** `zone.drawn beat-1` → the kind, and which one. */
export const aboutOf = (about: string): { readonly kind: string; readonly which: string } => {
  const at = about.indexOf(' ')
  return { kind: about.slice(0, at), which: about.slice(at + 1) }
}

/** The sample as rows of cells, for the table on the page; only what our own samples contain is understood. */
export const sampleRows = (sample: string): readonly (readonly string[])[] =>
  sample
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
        ([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare ?? '',
      ),
    )

export const problemsCsv = (problems: readonly ImportProblem[]): string =>
  csvOf(
    ['文件', '行', '列', '问题', 'Problem'],
    problems.map((p) => [p.file, p.line, p.field, p.message.zh, p.message.en]),
  )

export const receiptsCsv = (receipts: readonly ImportReceipt[]): string =>
  csvOf(
    ['时间', '导入人', '文件', '内容', '字节', 'SHA-256', '新增', '变更', '不变', '保持停用', '日志起', '日志止'],
    receipts.flatMap((r) =>
      r.files.map((f) => [
        ...[dateTimeOf(r.at), r.by, f.name, f.is, f.bytes, f.sha256],
        ...[r.added, r.changed, r.unchanged, r.held, r.seq - r.entries, r.seq],
      ]),
    ),
  )
