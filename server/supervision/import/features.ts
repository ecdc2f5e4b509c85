import { z } from 'zod'
import type { LngLat, Polygon } from '../../domain/geo.ts'
import { type Datum, datumOf, toWgs84 } from './datum.ts'
import { check, type Report, say } from './problem.ts'
import { firstSelfCrossing } from './self-crossing.ts'
import type { Checked, Line } from './table.ts'

const MOST_POINTS = 20_000
const place = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]).rest(z.number())
const ring = z
  .array(place)
  .min(4, say('环至少要有4个点（首尾相同）', 'a ring needs at least 4 points (the last repeats the first)'))
  .max(MOST_POINTS)
  .refine(
    (r) => r[0]![0] === r.at(-1)![0] && r[0]![1] === r.at(-1)![1],
    say('环没有闭合：末点应与首点相同', 'the ring is not closed: its last point should repeat the first'),
  )

const polygonShape = z.object({ type: z.literal('Polygon'), coordinates: z.array(ring).min(1) })
const lineShape = z.object({ type: z.literal('LineString'), coordinates: z.array(place).min(2).max(MOST_POINTS) })
export const shapes = {
  polygon: polygonShape,
  line: lineShape,
  any: z.discriminatedUnion('type', [polygonShape, lineShape]),
} as const

export interface Drawn<P> {
  readonly properties: P
  readonly geometry:
    | { readonly type: 'Polygon'; readonly coordinates: Polygon }
    | { readonly type: 'LineString'; readonly coordinates: readonly LngLat[] }
}

/** Reads one GeoJSON FeatureCollection. Each feature is reported with the line it begins on; never throws. */
export const readFeatures = <P>(
  file: string,
  text: string,
  properties: z.ZodType<P>,
  shape: keyof typeof shapes,
  report: Report,
  checked: Checked = () => undefined,
): Line<Drawn<P>>[] => {
  const root = parseJson(file, text, report)
  if (root === undefined) return []
  const outer = check(
    z.object({ type: z.literal('FeatureCollection'), features: z.array(z.unknown()), crs: z.unknown().optional() }),
    root,
  )
  if ('issues' in outer) {
    for (const { path, message } of outer.issues) report({ file, line: 1, field: path || null, message })
    return []
  }
  const datum = declaredDatum(file, outer.value.crs, report)
  const lines = featureLines(text)
  const { features } = outer.value
  return features.flatMap((feature, i) => {
    checked(i + 1, features.length)
    const line = lines[i] ?? 1
    const result = check(z.object({ type: z.literal('Feature'), properties, geometry: shapes[shape] }), feature)
    if ('issues' in result) {
      for (const { path, message } of result.issues)
        report({ file, line, field: path.replace(/^properties\./, ''), message })
      return []
    }
    const geometry = inWgs84(result.value.geometry, datum)
    if (geometry.type === 'Polygon' && !soundRings(file, line, geometry.coordinates, report)) return []
    return [{ line, value: { properties: result.value.properties, geometry } }]
  })
}

const soundRings = (file: string, line: number, polygon: Polygon, report: Report): boolean =>
  polygon.every((r) => {
    const at = firstSelfCrossing(r)
    if (!at) return true
    report({
      file,
      line,
      field: 'coordinates',
      message: { zh: `边界自相交，在 ${at[0]},${at[1]} 附近`, en: `the outline crosses itself near ${at[0]},${at[1]}` },
    })
    return false
  })

const inWgs84 = (geometry: z.infer<(typeof shapes)['any']>, datum: Datum): Drawn<never>['geometry'] => {
  const convert = (p: readonly number[]): LngLat => toWgs84([p[0]!, p[1]!], datum)
  return geometry.type === 'Polygon'
    ? { type: 'Polygon', coordinates: geometry.coordinates.map((r) => r.map(convert)) }
    : { type: 'LineString', coordinates: geometry.coordinates.map(convert) }
}

const parseJson = (file: string, text: string, report: Report): unknown => {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    const position = /position (\d+)/.exec(why)?.[1]
    const line = position === undefined ? null : text.slice(0, Number(position)).split('\n').length
    report({ file, line, field: null, message: { zh: `不是有效的JSON：${why}`, en: `not valid JSON: ${why}` } })
    return undefined
  }
}

/** RFC 7946 knows WGS-84 only; a file in another datum says so in `crs`, as a name or as the old named object. */
const declaredDatum = (file: string, crs: unknown, report: Report): Datum => {
  if (crs === undefined || crs === null) return 'wgs84'
  const named = z.object({ properties: z.object({ name: z.string() }) }).safeParse(crs)
  const name = typeof crs === 'string' ? crs : named.success ? named.data.properties.name : ''
  const datum = datumOf(name)
  if (!datum)
    report({
      file,
      line: null,
      field: 'crs',
      message: {
        zh: `坐标系「${name}」不认识；可用 wgs84、cgcs2000、gcj02、bd09`,
        en: `datum "${name}" is unknown; use wgs84, cgcs2000, gcj02 or bd09`,
      },
    })
  return datum ?? 'wgs84'
}

/** The line on which each feature begins, found without a parser of our own: strings are skipped, brackets counted. */
const featureLines = (text: string): number[] => {
  const lines: number[] = []
  let [stack, line, quoted] = ['', 1, false]
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!
    if (c === '\n') line++
    if (quoted) {
      if (c === '\\') i++
      else if (c === '"') quoted = false
    } else if (c === '"') quoted = true
    else if (c === '{' || c === '[') {
      if (c === '{' && stack === '{[') lines.push(line)
      stack += c
    } else if (c === '}' || c === ']') stack = stack.slice(0, -1)
  }
  return lines
}
