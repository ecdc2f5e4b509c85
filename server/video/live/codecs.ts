import type { RouterRtpCodecCapability } from 'mediasoup/types'

/** What we pass on to browsers. H.264 for every camera; VP8 is what a browser may send that cannot encode H.264. */
export const codecs: readonly RouterRtpCodecCapability[] = [
  { kind: 'audio', mimeType: 'audio/opus', clockRate: 48_000, channels: 2 },
  {
    kind: 'video',
    mimeType: 'video/H264',
    clockRate: 90_000,
    parameters: { 'packetization-mode': 1, 'profile-level-id': '42e01f', 'level-asymmetry-allowed': 1 },
  },
  { kind: 'video', mimeType: 'video/VP8', clockRate: 90_000 },
] as const
