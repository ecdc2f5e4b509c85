/** Web Mercator at zoom 0: the world is 256 × 256, so a screen position is one multiplication away. */
export const WORLD = 256
const EARTH_M = 40_075_016.686

export const worldX = (longitude: number): number => ((longitude + 180) / 360) * WORLD
export const worldY = (latitude: number): number => {
  const sin = Math.sin((Math.max(-85.051, Math.min(85.051, latitude)) * Math.PI) / 180)
  return (0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI)) * WORLD
}

/** Screen pixels that a length on the ground has at a latitude and zoom. */
export const pixelsOf = (metres: number, latitude: number, zoom: number): number =>
  (metres * WORLD * 2 ** zoom) / (EARTH_M * Math.cos((latitude * Math.PI) / 180))

/** Step of the graticule in degrees: about eight lines across the window. */
export const stepFor = (spanDeg: number): number => {
  const steps = [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10]
  return steps.find((s) => spanDeg / s <= 9) ?? 20
}
