import dgram from 'node:dgram'
import type { AddressInfo } from 'node:net'

export interface UdpDoor {
  readonly port: number
  send(bytes: Uint8Array, port: number, address: string): void
  close(): Promise<void>
}

/** One UDP socket. Rejects when the address cannot be had; what fails later goes to `failed`. */
export const openUdp = async (
  at: { readonly host: string; readonly port: number },
  heard: (bytes: Buffer, from: dgram.RemoteInfo) => void,
  failed: (error: Error) => void,
): Promise<UdpDoor> => {
  const socket = dgram.createSocket({ type: 'udp4', recvBufferSize: 1 << 20 })
  socket.on('message', heard)
  await new Promise<void>((resolve, reject) => {
    socket.once('error', reject)
    socket.bind(at.port, at.host, () => {
      socket.off('error', reject)
      resolve()
    })
  })
  socket.on('error', failed)
  return {
    port: (socket.address() as AddressInfo).port,
    send: (bytes, port, address) => socket.send(bytes, port, address, (error) => error && failed(error)),
    close: () => new Promise((resolve) => socket.close(() => resolve())),
  }
}
