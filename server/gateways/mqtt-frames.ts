import type { Socket } from 'node:net'

/**
 * Follows the fixed headers of MQTT packets (3.1.1 §2.2) without keeping a byte, to find one that is too long
 * before anybody buffers it. Returns false from the first byte that makes it so.
 */
export const createFrameWatch = (limitBytes: number) => {
  let skip = 0
  let length = 0
  let digits = -1
  return (chunk: Uint8Array): boolean => {
    let i = 0
    while (i < chunk.length) {
      if (skip > 0) {
        const step = Math.min(skip, chunk.length - i)
        skip -= step
        i += step
      } else if (digits < 0) {
        // The byte of type and flags.
        i++
        digits = 0
        length = 0
      } else {
        const digit = chunk[i++]!
        length += (digit & 0x7f) * 128 ** digits
        digits++
        if (length > limitBytes || (digits === 4 && digit >= 0x80)) return false
        if (digit >= 0x80) continue
        skip = length
        digits = -1
      }
    }
    return true
  }
}

/**
 * Makes a socket refuse packets over the limit. The broker's parser would gather up to 256 MB of one packet
 * before it looks at it; here the connection ends when the length has been read.
 */
export const limitFrames = (socket: Socket, limitBytes: number, refused: (socket: Socket) => void): Socket => {
  const fits = createFrameWatch(limitBytes)
  const read = socket.read.bind(socket)
  socket.read = (size?: number) => {
    const chunk = read(size)
    if (chunk === null || fits(chunk)) return chunk
    refused(socket)
    socket.destroy()
    return null
  }
  return socket
}
