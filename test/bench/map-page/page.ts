import 'leaflet/dist/leaflet.css'
import '../../../client/theme.css'
import '../../../client/map/map.css'
import L from 'leaflet'
import { readPalette } from '../../../client/map/palette.ts'
import { createScene } from '../../../client/map/scene.ts'
import { unitsLayer } from '../../../client/map/units-layer.ts'
import type { CarrierState, CarrierView, PositionDelta } from '../../../server/contract/views.ts'

/** Harness of the map bench: the product's own layer and Leaflet's markers over the same moving units. */

const states = ['live', 'live', 'live', 'last-known', 'silent', 'off-duty'] as const satisfies readonly CarrierState[]

const place = (i: number, step: number): readonly [number, number] => {
  const angle = i * 2.399963 + step * 0.004
  const radius = 0.16 * Math.sqrt((i % 9973) / 9973)
  return [106.2 + Math.cos(angle) * radius * 1.5, 38.3 + Math.sin(angle) * radius]
}
const carriers = (n: number): CarrierView[] =>
  Array.from({ length: n }, (_, i) => ({
    id: `vehicle/${i}`,
    kind: i % 3 === 0 ? 'officer' : 'vehicle',
    name: `${i}`,
    plate: null,
    unit: 'u',
    state: states[i % states.length]!,
    device: null,
    online: true,
    position: place(i, 0),
    accuracyM: 10,
    speedKmh: 30,
    headingDeg: (i * 15) % 360,
    mocked: false,
    observedAt: 0,
    recordedAt: 0,
    shift: null,
    order: null,
  }))
const deltas = (n: number, step: number): PositionDelta[] =>
  Array.from({ length: n }, (_, i) => [
    `vehicle/${i}`,
    ...place(i, step),
    30,
    (i * 15 + step) % 360,
    10,
    step,
    states[i % states.length]!,
  ])

const freshMap = (): L.Map => {
  document.body.replaceChildren()
  const box = document.createElement('div')
  box.style.cssText = 'width:1860px;height:1000px'
  document.body.append(box)
  return L.map(box, { zoomControl: false, attributionControl: false }).setView([38.3, 106.2], 12)
}
/** After the frame that draws what was just asked for. */
const painted = (): Promise<number> =>
  new Promise((resolve) => requestAnimationFrame(() => setTimeout(() => resolve(performance.now()), 0)))

const frames = async (count: number, move: (step: number) => void): Promise<number[]> => {
  const took: number[] = []
  let last = performance.now()
  for (let step = 1; step <= count; step++) {
    move(step)
    const now = await painted()
    took.push(now - last)
    last = now
  }
  return took
}

const canvas = async (n: number, count: number) => {
  const map = freshMap()
  const scene = createScene()
  const all = carriers(n)
  const steps = Array.from({ length: count }, (_, i) => deltas(n, i + 1))
  const palette = readPalette()
  const from = performance.now()
  scene.reset(all, new Map())
  const units = unitsLayer(() => ({
    scene,
    palette,
    chosen: undefined,
    trail: [],
    spread: undefined,
    shown: () => true,
    names: true,
  }))
  units.layer.addTo(map)
  const firstPaintMs = (await painted()) - from
  const framesMs = await frames(count, (step) => {
    scene.move(steps[step - 1]!)
    units.invalidate()
  })
  map.remove()
  return { firstPaintMs, framesMs }
}

const markers = async (n: number, count: number) => {
  const map = freshMap()
  const all = carriers(n)
  const from = performance.now()
  const layers = all.map(({ position }) => L.marker([position![1], position![0]]).addTo(map))
  const firstPaintMs = (await painted()) - from
  const framesMs = await frames(count, (step) => {
    for (const [i, layer] of layers.entries()) {
      const [lng, lat] = place(i, step)
      layer.setLatLng([lat, lng])
    }
  })
  map.remove()
  return { firstPaintMs, framesMs }
}

Object.assign(globalThis, { measure: { canvas, markers } })
