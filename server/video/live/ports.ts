import { createSocket } from 'node:dgram'
import { once } from 'node:events'

/** Ports of this machine, free now, for packets that never leave it. */
export const freeUdpPorts = async (count: number): Promise<readonly number[]> => {
  const sockets = await Promise.all(
    Array.from({ length: count }, async () => {
      const socket = createSocket('udp4')
      socket.bind(0, '127.0.0.1')
      await once(socket, 'listening')
      return socket
    }),
  )
  const ports = sockets.map((socket) => socket.address().port)
  await Promise.all(sockets.map((socket) => new Promise<void>((resolve) => socket.close(() => resolve()))))
  return ports
}

/** Pairs of ports: an even one, and the next for RTCP, as RFC 3550 has it. */
export const freeUdpPairs = async (count: number): Promise<readonly number[]> => {
  const found: number[] = []
  for (let tries = 0; found.length < count && tries < 50 * count; tries++) {
    const [some] = await freeUdpPorts(1)
    const even = some! - (some! % 2)
    if (!found.includes(even) && (await isFree(even)) && (await isFree(even + 1))) found.push(even)
  }
  if (found.length < count) throw new Error('no two neighbouring UDP ports of this machine are free')
  return found
}

const isFree = async (port: number): Promise<boolean> => {
  const socket = createSocket('udp4')
  try {
    socket.bind(port, '127.0.0.1')
    await once(socket, 'listening')
    return true
  } catch {
    return false
  } finally {
    socket.close()
  }
}

/**
 * RTCP BYE (RFC 3550, 6.6) of two sources: whoever reads the stream behind the port learns that it is over. Of two,
 * because ffmpeg passes over what is shorter than an RTP header.
 */
const BYE = Buffer.from([0x82, 0xcb, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0])

/** Tells the readers of pairs that nothing more comes; one that waits for a packet would wait for ever. */
export const sayGoodbye = async (pairs: readonly number[]): Promise<void> => {
  const socket = createSocket('udp4')
  // Nobody may be there any more.
  socket.on('error', () => {})
  await Promise.all(
    pairs.map((port) => new Promise<void>((resolve) => socket.send(BYE, port + 1, '127.0.0.1', () => resolve()))),
  )
  socket.close()
}
