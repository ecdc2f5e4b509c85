import path from 'node:path'
import type { HostFiles, OpenFile } from '../../../server/storage/embedded-files.ts'
import { traceWriter } from './trace.ts'

interface Node {
  readonly name: string
}
type Op<A extends unknown[], R = unknown> = (...args: A) => R

/** S_IFDIR of S_IFMT. */
const isFolder = (mode: number): boolean => (mode & 0o170000) === 0o040000

/** Wraps the operations of the store's file system so that each is written to `file` once it was done. */
export const recordFiles =
  (cluster: string, file: string) =>
  (host: HostFiles): void => {
    const record = traceWriter(file)
    const nameOf = (node: unknown): string => path.relative(cluster, host.realPath(node))
    const nodes = host.node_ops
    const streams = host.stream_ops
    const mknod = nodes.mknod as Op<[unknown, string, number, number]>
    const setattr = nodes.setattr as Op<[unknown, { size?: number }]>
    const rename = nodes.rename as Op<[unknown, unknown, string]>
    const unlink = nodes.unlink as Op<[unknown, string]>
    const rmdir = nodes.rmdir as Op<[unknown, string]>
    const write = streams.write as Op<[OpenFile, Int8Array, number, number, number], number>
    const fsync = streams.fsync!

    nodes.mknod = (parent: Node, name: string, mode: number, dev: number) => {
      const node = mknod(parent, name, mode, dev)
      record({ op: isFolder(mode) ? 'mkdir' : 'create', path: nameOf(node) })
      return node
    }
    nodes.setattr = (node: unknown, change: { size?: number }) => {
      setattr(node, change)
      if (change.size !== undefined) record({ op: 'resize', path: nameOf(node), size: change.size })
    }
    nodes.rename = (node: unknown, dir: unknown, name: string) => {
      const from = nameOf(node)
      rename(node, dir, name)
      record({ op: 'rename', path: from, to: path.join(nameOf(dir), name) })
    }
    nodes.unlink = (dir: unknown, name: string) => {
      unlink(dir, name)
      record({ op: 'unlink', path: path.join(nameOf(dir), name) })
    }
    nodes.rmdir = (dir: unknown, name: string) => {
      rmdir(dir, name)
      record({ op: 'rmdir', path: path.join(nameOf(dir), name) })
    }
    streams.write = (stream: OpenFile, buffer: Int8Array, offset: number, length: number, at: number) => {
      const written = write(stream, buffer, offset, length, at)
      const bytes = Buffer.from(Buffer.from(buffer.buffer, buffer.byteOffset + offset, written))
      record({ op: 'write', path: nameOf(stream.node), at, bytes })
      return written
    }
    streams.fsync = (stream) => {
      const result = fsync(stream)
      record({ op: 'sync', path: nameOf(stream.node) })
      return result
    }
  }
