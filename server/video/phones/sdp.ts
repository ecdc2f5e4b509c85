import type { RtpCapabilities, RtpParameters } from 'mediasoup/types'

/** A track as it leaves the worker for a program of this machine. */
export interface Track {
  readonly kind: 'audio' | 'video'
  /** Where the program waits for packets; their RTCP comes to the next port. */
  readonly port: number
  readonly rtpParameters: RtpParameters
}

/** How a program of ours is told what comes (RFC 4566); each track on a port pair of its own, never multiplexed. */
export const sdpOf = (tracks: readonly Track[]): string =>
  [
    'v=0',
    'o=- 0 0 IN IP4 127.0.0.1',
    's=-',
    'c=IN IP4 127.0.0.1',
    't=0 0',
    ...tracks.flatMap(({ kind, port, rtpParameters }) => {
      const codec = rtpParameters.codecs[0]!
      const name = codec.mimeType.slice(codec.mimeType.indexOf('/') + 1)
      const channels = codec.channels ? `/${codec.channels}` : ''
      const format = Object.entries(codec.parameters ?? {}).map(([key, value]) => `${key}=${value}`)
      return [
        `m=${kind} ${port} RTP/AVP ${codec.payloadType}`,
        `a=rtpmap:${codec.payloadType} ${name}/${codec.clockRate}${channels}`,
        ...(format.length > 0 ? [`a=fmtp:${codec.payloadType} ${format.join(';')}`] : []),
        'a=recvonly',
      ]
    }),
    '',
  ].join('\r\n')

/** What a recorder can take of a room's codecs: the pictures and sound themselves, no repair packets, no extensions. */
export const recorderCapabilities = ({ codecs = [] }: RtpCapabilities): RtpCapabilities => ({
  codecs: codecs
    .filter(({ mimeType }) => !/\/rtx$/i.test(mimeType))
    .map((codec) => ({
      ...codec,
      rtcpFeedback: (codec.rtcpFeedback ?? []).filter(({ type }) => type === 'nack' || type === 'ccm'),
    })),
  headerExtensions: [],
})
