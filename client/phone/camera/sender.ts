import type { types } from 'mediasoup-client'
import { request } from '../../live/request.ts'
import { CaptureError } from './capture.ts'

export interface Sender {
  readonly close: () => void
}

/** A phone on the mobile net: enough for 720p, and little enough for a full cell. */
const MOST_BITS_PER_SECOND = 1_500_000

/**
 * Sends camera and microphone over one connection. `lost` is called once when it breaks. Rejects when the server
 * refuses or there is no way to it.
 */
export const openSender = async (stream: MediaStream, lost: () => void): Promise<Sender> => {
  const { Device } = await import('mediasoup-client')
  const view = await request('POST /api/phone/connections', { body: {} })
  const params = { id: view.id }
  const device = new Device()
  await device.load({ routerRtpCapabilities: view.capabilities as types.RtpCapabilities })
  const transport = device.createSendTransport({
    id: view.id,
    iceParameters: view.iceParameters as types.IceParameters,
    iceCandidates: view.iceCandidates as types.IceCandidate[],
    dtlsParameters: view.dtlsParameters as types.DtlsParameters,
  })
  let told = false
  const close = (): void => {
    told = true
    transport.close()
  }
  transport.on('connect', ({ dtlsParameters }, done, failed) => {
    request('POST /api/phone/connections/:id/connect', { params, body: { dtlsParameters } }).then(done, failed)
  })
  transport.on('produce', ({ kind, rtpParameters }, done, failed) => {
    request('POST /api/phone/connections/:id/produce', { params, body: { kind, rtpParameters } }).then(done, failed)
  })
  transport.on('connectionstatechange', (state) => {
    if ((state !== 'failed' && state !== 'disconnected') || told) return
    close()
    lost()
  })
  try {
    const [sound] = stream.getAudioTracks()
    // Sound first: with the picture the server begins to write.
    if (sound) await transport.produce({ track: sound, stopTracks: false })
    const [picture] = stream.getVideoTracks()
    if (!picture) throw new CaptureError('no-camera', 'no picture')
    const codec = codecIn(device)
    if (!codec) throw new CaptureError('unsupported', 'neither H.264 nor VP8')
    // A recording has one size; when the line is bad there are fewer pictures instead of smaller ones.
    picture.contentHint = 'detail'
    const encodings = [{ maxBitrate: MOST_BITS_PER_SECOND }]
    await transport.produce({ track: picture, stopTracks: false, codec, encodings })
    return { close }
  } catch (error) {
    close()
    throw error
  }
}

/** H.264 is recorded as it comes; some phones can only send VP8. */
const codecIn = (device: types.Device): types.RtpCodecCapability | undefined => {
  const codecs = device.rtpCapabilities.codecs ?? []
  return ['video/h264', 'video/vp8']
    .map((wanted) => codecs.find(({ mimeType }) => mimeType.toLowerCase() === wanted))
    .find((codec) => codec !== undefined)
}
