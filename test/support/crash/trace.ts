import fs from 'node:fs'

/** One thing a store did to its files; paths are relative to the cluster. */
export type Operation =
  | { readonly op: 'create' | 'mkdir' | 'unlink' | 'rmdir' | 'sync'; readonly path: string }
  | { readonly op: 'rename'; readonly path: string; readonly to: string }
  | { readonly op: 'resize'; readonly path: string; readonly size: number }
  | { readonly op: 'write'; readonly path: string; readonly at: number; readonly bytes: Buffer }

/** Appends operations to a file: the length of a line of JSON, the line, the bytes of a write. */
export const traceWriter = (file: string): ((operation: Operation) => void) => {
  const fd = fs.openSync(file, 'a')
  return (operation) => {
    const { bytes, ...rest } = operation as Operation & { bytes?: Buffer }
    const line = Buffer.from(JSON.stringify({ ...rest, length: bytes?.length ?? 0 }))
    const size = Buffer.alloc(4)
    size.writeUInt32LE(line.length)
    fs.writeSync(fd, Buffer.concat([size, line, bytes ?? Buffer.alloc(0)]))
  }
}

/** The operations in a trace, each with the offset behind it. */
export function* readTrace(trace: Buffer): Generator<{ readonly operation: Operation; readonly end: number }> {
  let at = 0
  while (at < trace.length) {
    const start = at + 4
    const data = start + trace.readUInt32LE(at)
    const { length, ...rest } = JSON.parse(trace.toString('utf8', start, data)) as Operation & { length: number }
    at = data + length
    const operation = (rest.op === 'write' ? { ...rest, bytes: trace.subarray(data, at) } : rest) as Operation
    yield { operation, end: at }
  }
}
