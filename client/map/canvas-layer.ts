import L from 'leaflet'

/** What a drawing needs to know of the window it draws into. A world position p lies at `p * scale - origin`. */
export interface Sheet {
  readonly ctx: CanvasRenderingContext2D
  readonly width: number
  readonly height: number
  readonly zoom: number
  readonly scale: number
  readonly originX: number
  readonly originY: number
  readonly ratio: number
}

export interface CanvasLayer {
  readonly layer: L.Layer
  /** Draws again in the next frame; any number of calls is one drawing. */
  readonly invalidate: () => void
}

/** Ground under Leaflet's own drawings (400), what moves above them and under its handles (600). */
const heights = { county: '210', zones: '220', units: '450' } as const
export type Pane = keyof typeof heights

/** A canvas over the whole map that is drawn again when the view changes or when asked, once a frame at most. */
export const canvasLayer = (pane: Pane, draw: (sheet: Sheet) => void): CanvasLayer => {
  const canvas = L.DomUtil.create('canvas', 'leaflet-zoom-animated map-canvas')
  const ctx = canvas.getContext('2d')
  if (ctx === null) throw new Error('this browser has no 2D canvas')
  let map: L.Map | undefined
  let frame = 0
  let corner: L.LatLng | undefined
  let drawnZoom = 0

  const render = (): void => {
    frame = 0
    if (map === undefined) return
    const { x: width, y: height } = map.getSize()
    const ratio = Math.min(2, devicePixelRatio)
    const [w, h] = [Math.round(width * ratio), Math.round(height * ratio)]
    if (canvas.width !== w || canvas.height !== h) {
      canvas.width = w
      canvas.height = h
      canvas.style.width = `${width}px`
      canvas.style.height = `${height}px`
    }
    L.DomUtil.setPosition(canvas, map.containerPointToLayerPoint([0, 0]))
    corner = map.containerPointToLatLng([0, 0])
    drawnZoom = map.getZoom()
    ctx.setTransform(ratio, 0, 0, ratio, 0, 0)
    ctx.clearRect(0, 0, width, height)
    const { x: originX = 0, y: originY = 0 } = map.getPixelBounds().min ?? {}
    draw({ ctx, width, height, zoom: drawnZoom, scale: 2 ** drawnZoom, originX, originY, ratio })
  }
  const invalidate = (): void => {
    if (frame === 0 && map !== undefined) frame = requestAnimationFrame(render)
  }
  /** While Leaflet animates a zoom, the drawing is stretched to where it will be. */
  const stretch = ({ center, zoom }: L.ZoomAnimEvent): void => {
    if (map === undefined || corner === undefined) return
    const pan = L.DomUtil.getPosition(map.getPane('mapPane') ?? canvas)
    const origin = map.project(center, zoom).subtract(map.getSize().divideBy(2)).add(pan)
    L.DomUtil.setTransform(canvas, map.project(corner, zoom).subtract(origin), map.getZoomScale(zoom, drawnZoom))
  }

  const layer = new L.Layer()
  layer.onAdd = (m) => {
    map = m
    const parent = m.getPane(pane) ?? m.createPane(pane)
    parent.style.zIndex = heights[pane]
    parent.style.pointerEvents = 'none'
    parent.appendChild(canvas)
    m.on('move zoomend viewreset resize', invalidate)
    m.on('zoomanim', stretch)
    render()
    return layer
  }
  layer.onRemove = (m) => {
    m.off('move zoomend viewreset resize', invalidate)
    m.off('zoomanim', stretch)
    cancelAnimationFrame(frame)
    frame = 0
    canvas.remove()
    map = undefined
    return layer
  }
  return { layer, invalidate }
}
