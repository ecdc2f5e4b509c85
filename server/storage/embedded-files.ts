import fs from 'node:fs'
import { NodeFS } from '@electric-sql/pglite/nodefs'

/** The parts of Emscripten's file system that we touch; PGlite does not type them. */
export interface HostFiles {
  readonly stream_ops: Record<string, unknown> & {
    fsync?: (stream: OpenFile) => number
  }
  readonly node_ops: Record<string, unknown>
  realPath(node: unknown): string
}
export interface OpenFile {
  readonly node: unknown
  /** Node's file descriptor; none for a folder. */
  readonly nfd?: number
}
interface Emscripten {
  readonly FS: {
    readonly filesystems: { readonly NODEFS: HostFiles }
    readonly ErrnoError: new (errno: number) => Error
  }
}

/** EIO as WebAssembly's C library numbers it. */
const EIO = 29

/**
 * PGlite's own file system lets fsync succeed without touching the disk. This one passes it on, so that
 * PostgreSQL's rules hold here too: log before data, data before the checkpoint, names after contents.
 * `adjust` sees the operations after that; tests use it to record what would survive a power cut.
 */
export const durableFiles = (dir: string, adjust?: (files: HostFiles) => void): NodeFS => {
  const files = new NodeFS(dir)
  const init = files.init.bind(files)
  files.init = async (pg, given) => {
    const { emscriptenOpts } = await init(pg, given)
    const install = (module: unknown): void => {
      const { FS } = module as Emscripten
      const host = FS.filesystems.NODEFS
      host.stream_ops.fsync = (stream) => {
        try {
          if (stream.nfd === undefined) syncFolder(host.realPath(stream.node))
          else fs.fdatasyncSync(stream.nfd)
          return 0
        } catch {
          throw new FS.ErrnoError(EIO) // PostgreSQL then stops rather than trust the disk (fsync errors are final)
        }
      }
      adjust?.(host)
    }
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [install, ...(emscriptenOpts.preRun ?? [])] } }
  }
  return files
}

/** Makes the names in a folder durable. */
export const syncFolder = (dir: string): void => {
  const fd = fs.openSync(dir, 'r')
  try {
    fs.fsyncSync(fd)
  } finally {
    fs.closeSync(fd)
  }
}
