import { describe, expect, it } from 'vitest'
import { createPicture } from '../../../client/live/picture.ts'
import type { CarrierView, PositionDelta, Snapshot } from '../../../server/contract/views.ts'
import { findingView } from '../make.ts'

const carrier = (id: string, observedAt: number): CarrierView => ({
  id,
  kind: 'vehicle',
  name: id,
  plate: null,
  unit: 'u',
  state: 'live',
  device: null,
  online: true,
  position: [106.1, 38.1],
  accuracyM: 10,
  speedKmh: 20,
  headingDeg: 90,
  mocked: false,
  observedAt,
  recordedAt: observedAt,
  shift: null,
  order: null,
})
const snapshot = (...carriers: CarrierView[]): Snapshot => ({
  seq: 1,
  at: 1000,
  carriers,
  findings: [],
  units: [],
  zones: [],
  status: {
    now: 1000,
    store: { kind: 'embedded', version: '' },
    newestDataAt: null,
    unacknowledged: { A: 0, B: 0, C: 0 },
    unobservable: 0,
    onDuty: [],
    outage: null,
    rollCall: { next: null, running: 0 },
    demo: null,
  },
})
const moved = (id: string, lng: number | null, observedAt: number): PositionDelta => [
  id,
  lng,
  38.2,
  30,
  90,
  8,
  observedAt,
  'live',
]
const batch = (n: number, ...items: PositionDelta[]) => ({ seq: n, n, at: 2000, items })

describe('a console always knows how old what it shows is (invariant I8)', () => {
  it('a snapshot replaces everything, also what it does not mention', () => {
    const picture = createPicture()
    picture.applySnapshot(snapshot(carrier('vehicle/1', 10), carrier('vehicle/2', 10)))
    picture.applySnapshot(snapshot(carrier('vehicle/2', 10)))
    expect([...picture.carriers.keys()]).toEqual(['vehicle/2'])
  })
  it('a snapshot tells its readers even when it looks equal', () => {
    const picture = createPicture()
    picture.applySnapshot(snapshot(carrier('vehicle/1', 10)))
    const before = picture.version('carriers')
    picture.applySnapshot(snapshot(carrier('vehicle/1', 10)))
    expect(picture.version('carriers')).toBeGreaterThan(before)
  })
  it('a missing batch is noticed and not applied', () => {
    const picture = createPicture()
    picture.applySnapshot(snapshot(carrier('vehicle/1', 10)))
    expect(picture.applyPositions(batch(7, moved('vehicle/1', 106.2, 20)))).toBe('whole')
    expect(picture.applyPositions(batch(9, moved('vehicle/1', 106.3, 30)))).toBe('gap')
    expect(picture.carriers.get('vehicle/1')?.position?.[0]).toBe(106.2)
  })
  it('after a snapshot any number may follow', () => {
    const picture = createPicture()
    picture.applySnapshot(snapshot(carrier('vehicle/1', 10)))
    picture.applyPositions(batch(7, moved('vehicle/1', 106.2, 20)))
    picture.applySnapshot(snapshot(carrier('vehicle/1', 10)))
    expect(picture.applyPositions(batch(40, moved('vehicle/1', 106.4, 30)))).toBe('whole')
  })
  it('a stranger is reported, and the others still move', () => {
    const picture = createPicture()
    picture.applySnapshot(snapshot(carrier('vehicle/1', 10)))
    expect(picture.applyPositions(batch(1, moved('vehicle/9', 1, 20), moved('vehicle/1', 106.2, 20)))).toBe('unknown')
    expect(picture.carriers.get('vehicle/1')?.position?.[0]).toBe(106.2)
  })
})

describe('no live marker moves backwards (R3)', () => {
  it('an older fix does not move it', () => {
    const picture = createPicture()
    picture.applySnapshot(snapshot(carrier('vehicle/1', 100)))
    picture.applyPositions(batch(1, moved('vehicle/1', 106.9, 50)))
    expect(picture.carriers.get('vehicle/1')?.position?.[0]).toBe(106.1)
    expect(picture.carriers.get('vehicle/1')?.observedAt).toBe(100)
  })
  it('alive without a fix keeps the last place', () => {
    const picture = createPicture()
    picture.applySnapshot(snapshot(carrier('vehicle/1', 100)))
    picture.applyPositions(batch(1, moved('vehicle/1', null, 200)))
    expect(picture.carriers.get('vehicle/1')).toMatchObject({ position: [106.1, 38.1], observedAt: 200 })
  })
})

describe('a change tells only those who follow it', () => {
  it('a movement does not wake those who follow findings', () => {
    const picture = createPicture()
    picture.applySnapshot(snapshot(carrier('vehicle/1', 10)))
    const [findings, one, other] = [picture.version('findings'), { n: 0 }, { n: 0 }]
    picture.subscribe('carrier:vehicle/1', () => one.n++)
    picture.subscribe('carrier:vehicle/2', () => other.n++)
    picture.applyPositions(batch(1, moved('vehicle/1', 106.2, 20)))
    expect(picture.version('findings')).toBe(findings)
    expect([one.n, other.n]).toEqual([1, 0])
  })
  it('an answer overtaken by newer word is dropped', () => {
    const picture = createPicture()
    picture.applyFinding(findingView({ seq: 9, status: 'acknowledged' }))
    picture.applyFinding(findingView({ seq: 8, status: 'new' }))
    expect([...picture.findings.values()][0]?.status).toBe('acknowledged')
  })
})
