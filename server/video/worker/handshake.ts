import { createSocket, type Socket } from 'node:dgram'
import { once } from 'node:events'
import type { Router, WebRtcTransport } from 'mediasoup/types'
import { bindingRequest, isStun } from './stun.ts'

const AGAIN_MS = 50

const socket = async (): Promise<Socket> => {
  const made = createSocket('udp4')
  made.bind(0, '127.0.0.1')
  await once(made, 'listening')
  return made
}

/** Resolves when `test` holds; asks again and again, and rejects with what was awaited when it takes too long. */
const until = async (what: string, withinMs: number, test: () => boolean | Promise<boolean>): Promise<void> => {
  const end = performance.now() + withinMs
  while (!(await test())) {
    if (performance.now() > end) throw new Error(`the media worker's self-test: no ${what} within ${withinMs} ms`)
    await new Promise((resolve) => setTimeout(resolve, AGAIN_MS))
  }
}

/**
 * Proves a worker by what a browser will ask of it: two WebRTC transports of one router are joined by a relay that
 * does ICE for both, shake hands over DTLS, and sound from outside goes encrypted from the one into the other.
 * Rejects, saying what did not come.
 */
export const proveHandshake = async (router: Router, withinMs: number): Promise<void> => {
  const listen = { listenInfos: [{ protocol: 'udp' as const, ip: '127.0.0.1' }] }
  const [sender, receiver] = await Promise.all([
    router.createWebRtcTransport(listen),
    router.createWebRtcTransport(listen),
  ])
  const ends = [sender, receiver] as const
  const sockets = await Promise.all([socket(), socket()])
  const source = await socket()
  try {
    const tell = (from: 0 | 1, datagram: Buffer): void => {
      const { ip, port } = ends[from].iceCandidates[0]!
      sockets[from].send(datagram, port, ip)
    }
    sockets[0].on('message', (datagram) => isStun(datagram) || tell(1, datagram))
    sockets[1].on('message', (datagram) => isStun(datagram) || tell(0, datagram))
    const ask = setInterval(() => {
      tell(0, bindingRequest(sender.iceParameters))
      tell(1, bindingRequest(receiver.iceParameters))
    }, AGAIN_MS)
    try {
      await until('answer over ICE', withinMs, () => ends.every((t) => t.iceState !== 'new'))
      await shakeHands(sender, receiver)
      await until('DTLS handshake', withinMs, () => ends.every((t) => t.dtlsState === 'connected'))
      await passSound(router, sender, receiver, source, withinMs)
    } finally {
      clearInterval(ask)
    }
  } finally {
    for (const one of [...sockets, source]) one.close()
    for (const one of ends) one.close()
  }
}

const shakeHands = async (client: WebRtcTransport, server: WebRtcTransport): Promise<void> => {
  const fingerprintsOf = (t: WebRtcTransport) => t.dtlsParameters.fingerprints
  await server.connect({ dtlsParameters: { role: 'client', fingerprints: fingerprintsOf(client) } })
  await client.connect({ dtlsParameters: { role: 'server', fingerprints: fingerprintsOf(server) } })
}

const SSRC = 0x5e1f
/** RTP packets of sound into the router, encrypted out of one transport, decrypted by the other. */
const passSound = async (
  router: Router,
  sender: WebRtcTransport,
  receiver: WebRtcTransport,
  source: Socket,
  withinMs: number,
): Promise<void> => {
  const plain = await router.createPlainTransport({
    listenInfo: { protocol: 'udp', ip: '127.0.0.1' },
    comedia: true,
    rtcpMux: true,
  })
  const codec = { mimeType: 'audio/opus', clockRate: 48_000, channels: 2 }
  const produced = await plain.produce({
    kind: 'audio',
    rtpParameters: { codecs: [{ ...codec, payloadType: 100 }], encodings: [{ ssrc: SSRC }] },
  })
  const consumer = await sender.consume({ producerId: produced.id, rtpCapabilities: router.rtpCapabilities })
  const received = await receiver.produce({ kind: 'audio', rtpParameters: consumer.rtpParameters })
  let sequence = 0
  await until('encrypted sound', withinMs, async () => {
    const packet = Buffer.alloc(32)
    packet.writeUInt8(0x80, 0)
    packet.writeUInt8(100, 1)
    packet.writeUInt16BE(++sequence, 2)
    packet.writeUInt32BE(sequence * 960, 4)
    packet.writeUInt32BE(SSRC, 8)
    source.send(packet, plain.tuple.localPort, '127.0.0.1')
    const stats = await received.getStats()
    return stats.some((one) => (one as { packetCount?: number }).packetCount! > 3)
  })
  plain.close()
}
