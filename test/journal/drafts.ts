import type { Observation } from '../../server/domain/observation/index.ts'
import type { Draft } from '../../server/journal/journal.ts'

/** A position of car `n`, number `i`, with the frame it came in. */
export const fix = (i: number, n = 1, raw?: Uint8Array): Draft => ({
  source: 'jt808',
  key: `jt808:1399548${String(n).padStart(4, '0')}:${i}`,
  observation: {
    kind: 'position.reported',
    observedAt: 1_790_000_000_000 + i * 1_000,
    data: {
      device: `jt808:1399548${String(n).padStart(4, '0')}`,
      carrier: `vehicle/car-${n}`,
      position: [116.2 + (i % 1000) / 10_000, 34.7 + (n % 100) / 1_000],
      accuracyM: null,
      altitudeM: 42,
      speedKmh: (i % 700) / 10,
      headingDeg: i % 360,
      satellites: 11,
      ignitionOn: true,
      delivery: 'live',
      mocked: null,
    },
  },
  raw: raw ?? frame(i, n),
})

/** 60 bytes that differ from fix to fix. */
export const frame = (i: number, n: number): Uint8Array => {
  const bytes = Buffer.alloc(60, 0x7e)
  bytes.writeUInt32BE(i >>> 0, 4)
  bytes.writeUInt32BE(n, 8)
  return bytes
}

/** What a supervisor wrote. */
export const note = (i: number, words = `已核实：第 ${i} 次`): Draft => ({
  source: 'console',
  key: `note:${i}`,
  observation: {
    kind: 'finding.noted',
    observedAt: 1_790_000_000_000 + i,
    data: { finding: 'patrol.left-beat/car-1/1790000000000', by: 'wang', note: words },
  },
})

/** A draft that the type system would not let through. */
export const wrong = (change: Record<string, unknown>): Draft => ({ ...note(0), ...change }) as Draft

/** An observation of data that is not what its kind asks for. */
export const withData = (data: unknown): Draft =>
  wrong({ observation: { kind: 'finding.noted', observedAt: 1, data } as unknown as Observation })
