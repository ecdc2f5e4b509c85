import fs from 'node:fs'
import path from 'node:path'
import { type Operation, readTrace } from './trace.ts'

/** What of the writes that were never synced a disk had kept when the power went. */
export type Leftover = 'nothing' | 'some' | 'torn'

export interface PowerCut {
  /** The cluster before the first operation of the trace. */
  readonly base: string
  readonly trace: Buffer
  /** The power goes behind this offset of the trace. */
  readonly at: number
  readonly leftover: Leftover
  /** Between 0 and 1. */
  readonly chance: () => number
  /** Every sync is a lie, as PGlite's own are: shows that the test can fail. */
  readonly syncsLie?: boolean
}

type Change = Extract<Operation, { op: 'write' | 'resize' }>
interface File {
  durable: Buffer
  pending: Change[]
}
type Names = Map<string, File | 'folder'>

const SECTOR = 512

/**
 * Builds in `target` what a disk may hold after a power cut. The model is a journalling file system (ext4, XFS):
 * sync makes a file's contents durable and, in order, every change of names before it; of contents never synced any
 * part may be there, in any order, torn at sectors; of later changes of names any first few.
 */
export const cutPower = (cut: PowerCut, target: string): void => {
  const { now, durable, names } = run(cut)
  for (let kept = Math.floor(cut.chance() * (names.length + 1)); kept > 0; kept--) apply(durable, names.shift()!)
  fs.cpSync(cut.base, target, { recursive: true })
  for (const name of new Set([...now.touched].sort().reverse())) {
    if (durable.get(name) === undefined) fs.rmSync(path.join(target, name), { recursive: true, force: true })
  }
  for (const [name, file] of [...durable].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const full = path.join(target, name)
    if (file === 'folder') fs.mkdirSync(full, { recursive: true })
    else fs.writeFileSync(full, leave(file, cut))
  }
}

type NameChange = (names: Names) => void
const apply = (names: Names, change: NameChange): void => change(names)

const run = ({ base, trace, at, syncsLie }: PowerCut) => {
  /** Only what was touched; everything else is as in the base. */
  const now: { readonly names: Names; readonly touched: Set<string> } = { names: new Map(), touched: new Set() }
  const durable: Names = new Map()
  let names: NameChange[] = []
  const change = (nameChange: NameChange): void => {
    nameChange(now.names)
    names.push(nameChange)
  }
  /** A file of the base comes into the model when it is first touched; it is durable as it is. */
  const fileAt = (name: string): File => {
    const known = now.names.get(name)
    if (known && known !== 'folder') return known
    const full = path.join(base, name)
    const file: File = { durable: fs.existsSync(full) ? fs.readFileSync(full) : Buffer.alloc(0), pending: [] }
    now.touched.add(name)
    now.names.set(name, file)
    durable.set(name, file)
    return file
  }
  for (const { operation: o, end } of readTrace(trace)) {
    if (end > at) break
    if (o.op === 'write' || o.op === 'resize') fileAt(o.path).pending.push(o)
    else if (o.op === 'sync') {
      if (syncsLie) continue
      const isFolder =
        now.names.get(o.path) === 'folder' ||
        fs.statSync(path.join(base, o.path), { throwIfNoEntry: false })?.isDirectory()
      if (!isFolder) settle(fileAt(o.path))
      for (const nameChange of names) nameChange(durable)
      names = []
    } else {
      now.touched.add(o.path)
      if (o.op === 'create') {
        const file: File = { durable: Buffer.alloc(0), pending: [] }
        change((n) => n.set(o.path, file))
      } else if (o.op === 'mkdir') change((n) => n.set(o.path, 'folder'))
      else if (o.op === 'rename') {
        now.touched.add(o.to)
        const file = fileAt(o.path)
        change((n) => {
          n.delete(o.path)
          n.set(o.to, file)
        })
      } else {
        if (o.op === 'unlink') fileAt(o.path)
        change((n) => n.delete(o.path))
      }
    }
  }
  return { now, durable, names }
}

const changed = (content: Buffer, change: Change): Buffer => {
  const size = change.op === 'resize' ? change.size : Math.max(content.length, change.at + change.bytes.length)
  const next = size === content.length ? content : Buffer.alloc(size)
  if (next !== content) content.copy(next)
  if (change.op === 'write') change.bytes.copy(next, change.at)
  return next
}
const settle = (file: File): void => {
  for (const change of file.pending) file.durable = changed(file.durable, change)
  file.pending = []
}

/** What is left of a file: what was synced, and of the rest as much as the disk happened to write. */
const leave = (file: File, { leftover, chance }: PowerCut): Buffer => {
  let content = file.durable
  if (leftover === 'nothing') return content
  for (const change of file.pending) {
    if (chance() < 0.5) continue
    const tear = leftover === 'torn' && change.op === 'write' && change.bytes.length > SECTOR
    const sectors = tear ? Math.floor(chance() * (change.bytes.length / SECTOR)) : 0
    content = changed(
      content,
      tear && change.op === 'write' ? { ...change, bytes: change.bytes.subarray(0, sectors * SECTOR) } : change,
    )
  }
  return content
}
