import { describe, expect, it } from 'vitest'
import { roomFor, toDrop } from '../../client/phone/camera/bounds.ts'
import { createHouseClock } from '../../client/phone/camera/house-clock.ts'
import type { SpanView } from '../../server/contract/recordings.ts'
import { verdictOf } from '../../server/video/phones/missing.ts'
import { sdpOf } from '../../server/video/phones/sdp.ts'

const span = (from: number, to: number, is: SpanView['is'], late = false): SpanView => ({
  ...{ from: from * 1_000, to: to * 1_000, is, late },
  cause: is === 'gap' ? 'source-down' : null,
})
const piece = (from: number, to: number) => ({ startsAt: from * 1_000, endsAt: to * 1_000 })

describe('whether a piece that a phone kept is missing here', () => {
  it('is needed when part of it lies in a gap', () => {
    const spans = [span(0, 12, 'recorded'), span(12, 40, 'gap'), span(40, 60, 'recorded')]
    expect(verdictOf(spans, piece(10, 20))).toBe('needed')
    expect(verdictOf(spans, piece(20, 30))).toBe('needed')
    expect(verdictOf(spans, piece(35, 45))).toBe('needed')
  })
  it('is recorded when all of it is here, live or brought before', () => {
    expect(verdictOf([span(0, 60, 'recorded')], piece(10, 20))).toBe('recorded')
    expect(verdictOf([span(0, 15, 'recorded'), span(15, 60, 'recorded', true)], piece(10, 20))).toBe('recorded')
  })
  it('is not needed for the seam between two files, of less than a second', () =>
    expect(verdictOf([span(0, 15, 'recorded'), span(15, 15.9, 'gap'), span(15.9, 60, 'recorded')], piece(10, 20))).toBe(
      'recorded',
    ))
  it('is needed for the first or last moment of a gap that goes on in the neighbouring piece', () => {
    const spans = [span(0, 19.6, 'recorded'), span(19.6, 30.3, 'gap'), span(30.3, 60, 'recorded')]
    expect([piece(10, 20), piece(20, 30), piece(30, 40), piece(40, 50)].map((p) => verdictOf(spans, p))).toEqual([
      'needed',
      'needed',
      'needed',
      'recorded',
    ])
    expect(verdictOf([span(0, 19.99, 'recorded'), span(19.99, 30, 'gap')], piece(10, 20))).toBe('recorded')
  })
  it('waits while the file that may hold it is still open, or nothing is known yet', () => {
    expect(verdictOf([span(0, 12, 'recorded'), span(12, 30, 'open')], piece(10, 20))).toBe('wait')
    expect(verdictOf([span(0, 12, 'recorded')], piece(10, 20))).toBe('wait')
    expect(verdictOf([], piece(10, 20))).toBe('wait')
  })
})

describe('what a phone keeps is bounded', () => {
  const kept = (name: string, startsAt: number, bytes: number, confirmed = false) => ({
    ...{ piece: name, startsAt, bytes, confirmed },
  })
  it('keeps everything that fits', () => expect(toDrop([kept('a', 1, 50), kept('b', 2, 50)], 100)).toEqual([]))
  it('lets confirmed ones go first, the oldest before the newer', () => {
    const all = [kept('old', 1, 40), kept('new-sent', 3, 40, true), kept('old-sent', 2, 40, true), kept('new', 4, 40)]
    expect(toDrop(all, 120).map((p) => p.piece)).toEqual(['old-sent'])
    expect(toDrop(all, 80).map((p) => p.piece)).toEqual(['old-sent', 'new-sent'])
    expect(toDrop(all, 79).map((p) => p.piece)).toEqual(['old-sent', 'new-sent', 'old'])
  })
  it('takes at most half of what the browser gives, and never more than 1350 MB', () => {
    expect(roomFor(undefined)).toBe(1_350 * 1024 * 1024)
    expect(roomFor(1_000)).toBe(500)
    expect(roomFor(1e12)).toBe(1_350 * 1024 * 1024)
  })
})

describe('the house’s clock as a phone knows it', () => {
  it('lies in the middle of asking and hearing, within half of that and what a frame takes', () => {
    const clock = createHouseClock()
    expect(clock.at(0)).toBeUndefined()
    clock.read(1_000_000, 100, 300)
    expect(clock.at(200)).toEqual({ at: 1_000_000, uncertaintyMs: 201 })
  })
  it('believes the tighter reading, and a wider one only once the tight one is old', () => {
    const clock = createHouseClock()
    clock.read(1_000_000, 0, 20)
    clock.read(1_000_500, 400, 1_000)
    expect(clock.at(10)?.at).toBe(1_000_000)
    clock.read(100_000_000, 98_999_000, 98_999_400)
    expect(clock.at(98_999_200)?.at).toBe(100_000_000)
  })
})

describe('what comes, as a program of ours is told it (RFC 4566)', () => {
  it('names port, payload type, clock and format of each track', () =>
    expect(
      sdpOf([
        {
          kind: 'video',
          port: 5_000,
          rtpParameters: {
            codecs: [
              { mimeType: 'video/H264', payloadType: 101, clockRate: 90_000, parameters: { 'packetization-mode': 1 } },
            ],
          },
        },
        {
          kind: 'audio',
          port: 5_002,
          rtpParameters: { codecs: [{ mimeType: 'audio/opus', payloadType: 100, clockRate: 48_000, channels: 2 }] },
        },
      ]).split('\r\n'),
    ).toEqual([
      'v=0',
      'o=- 0 0 IN IP4 127.0.0.1',
      's=-',
      'c=IN IP4 127.0.0.1',
      't=0 0',
      'm=video 5000 RTP/AVP 101',
      'a=rtpmap:101 H264/90000',
      'a=fmtp:101 packetization-mode=1',
      'a=recvonly',
      'm=audio 5002 RTP/AVP 100',
      'a=rtpmap:100 opus/48000/2',
      'a=recvonly',
      '',
    ]))
})
