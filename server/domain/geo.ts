/** WGS-84 degrees, longitude first, as in GeoJSON. Positions are stored in no other datum (invariant I7). */
export type LngLat = readonly [longitude: number, latitude: number]

/** Closed: the last point repeats the first. */
export type Ring = readonly LngLat[]

/** The first ring is the outer boundary, the others are holes. */
export type Polygon = readonly Ring[]
