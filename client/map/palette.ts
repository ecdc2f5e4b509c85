import type { Grade } from '../../server/contract/views.ts'

/** Colours of the drawing, read from the theme's custom properties: one source for CSS and canvas. */
export type Palette = ReturnType<typeof readPalette>

export const readPalette = () => {
  const style = getComputedStyle(document.documentElement)
  const of = (name: string): string => style.getPropertyValue(`--${name}`).trim()
  const grade: Readonly<Record<Grade, string>> = { A: of('a-fill'), B: of('b-fill'), C: of('c-fill') }
  return {
    land: of('map-land'),
    outside: of('map-outside'),
    boundary: of('map-boundary'),
    township: of('map-township'),
    townshipFill: of('map-township-fill'),
    grid: of('map-grid'),
    gridText: of('map-grid-text'),
    water: of('map-water'),
    waterText: of('map-water-text'),
    road: of('map-road'),
    roadMajor: of('map-road-major'),
    roadCase: of('map-road-case'),
    label: of('map-label'),
    labelMinor: of('map-label-minor'),
    halo: of('map-halo'),
    station: of('map-station'),
    zone: of('map-zone'),
    zoneIdle: of('map-zone-idle'),
    unit: of('map-unit'),
    officer: of('map-officer'),
    edge: of('map-unit-edge'),
    stale: of('map-unit-stale'),
    silent: of('map-unit-silent'),
    off: of('map-unit-off'),
    chosen: of('map-chosen'),
    trail: of('map-trail'),
    font: style.getPropertyValue('--font'),
    grade,
  }
}
