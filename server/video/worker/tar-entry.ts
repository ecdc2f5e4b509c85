import { Transform } from 'node:stream'

const BLOCK = 512

/** Of a tar stream passes the bytes of one file, found by its base name, and nothing else. Fails when it is not there. */
export const tarEntry = (name: string): Transform => {
  let held = Buffer.alloc(0)
  /** Bytes of the present entry still to come, and of the padding after it. */
  let left = 0
  let padding = 0
  let wanted = false
  let found = false

  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      held = Buffer.concat([held, chunk])
      for (;;) {
        if (left > 0) {
          const part = held.subarray(0, left)
          if (part.length === 0) break
          held = held.subarray(part.length)
          left -= part.length
          if (wanted) this.push(part)
          continue
        }
        if (held.length < padding + BLOCK) break
        const header = held.subarray(padding, padding + BLOCK)
        held = held.subarray(padding + BLOCK)
        padding = 0
        const size = Number.parseInt(header.toString('latin1', 124, 136).replace(/\0.*$/, '').trim() || '0', 8)
        const path = header.toString('utf8', 0, 100).replace(/\0.*$/, '')
        // '0' or NUL is a plain file.
        wanted = !found && /^[0\0]$/.test(header.toString('latin1', 156, 157)) && path.split('/').at(-1) === name
        found ||= wanted
        left = size
        padding = (BLOCK - (size % BLOCK)) % BLOCK
      }
      done()
    },
    flush(done) {
      done(found && left === 0 ? null : new Error(`${name} is not whole in the archive`))
    },
  })
}
