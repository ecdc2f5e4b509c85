import type { JsonSchema } from './journal-format.ts'

const SQUARE = [
  [
    [116, 30],
    [116.1, 30],
    [116.1, 30.1],
    [116, 30.1],
    [116, 30],
  ],
]

/** Values that look like life, by the name of the field. */
const byName: Readonly<Record<string, unknown>> = {
  device: 'jt808:13995480001',
  carrier: 'vehicle/v1',
  carriers: ['vehicle/v1'],
  protocol: 'jt808',
  remoteAddress: '10.1.2.3:40112',
  position: [116.05, 30.05],
  place: [116.05, 30.05],
  accuracyM: 10,
  altitudeM: 42,
  speedKmh: 36,
  headingDeg: 90,
  satellites: 11,
  ignitionOn: true,
  polygon: SQUARE,
  limitKmh: 40,
  plate: '鄂A0001警',
  unit: 's1',
  beat: 'b1',
  crew: ['o1', 'o2'],
  startsAt: '2026-03-02T08:00:00+08:00',
  endsAt: '2026-03-02T16:00:00+08:00',
  by: 'system',
  finding: 'patrol.leaves-beat/vehicle/v1/1772416800000',
  owner: 'tech',
  mocked: false,
  'zone.drawn.kind': 'speed-limit',
  'zone.drawn.zone': 'l1',
  shift: 'day',
  'window.hours-posted.from': '08:30',
  'window.hours-posted.to': '17:30',
  'calendar.published.year': 2026,
  'calendar.published.holidays': ['2026-01-01', '2026-01-02', '2026-01-03'],
  'calendar.published.workdays': ['2026-01-04'],
  'act.joined.as': 'guardian',
  'act.left.as': 'guardian',
}

/** A value that the schema takes: a documentation example, checked by a test. Optional fields are left out, unless given above for that kind. */
export const exampleOf = (schema: JsonSchema, kind: string, name = ''): unknown => {
  for (const known of [`${kind}.${name}`, name])
    if (known in byName && fits(byName[known], schema)) return byName[known]
  const { type, anyOf, prefixItems, items, format, properties, minItems } = schema
  if (anyOf) return exampleOf(anyOf.find((one) => one.type !== 'null') ?? anyOf[0]!, kind, name)
  if (schema.enum) return schema.enum[0]
  if (format === 'instant') return '2026-03-02T10:00:00+08:00'
  if (prefixItems) return [116.05, 30.05]
  if (properties)
    return Object.fromEntries(
      Object.entries(properties).flatMap(([key, one]) =>
        'default' in one && !(`${kind}.${key}` in byName) ? [] : [[key, exampleOf(one, kind, key)]],
      ),
    )
  const one = Array.isArray(type) ? type.find((t) => t !== 'null') : type
  if (one === 'array') {
    const item = typeof items === 'object' ? exampleOf(items, kind, name) : 'x'
    return Array.from({ length: Math.max(1, minItems ?? 1) }, () => item)
  }
  if (one === 'string') return textFor(schema, name)
  if (one === 'number' || one === 'integer') return Math.max(schema.minimum ?? 1, (schema.exclusiveMinimum ?? 0) + 1, 1)
  if (one === 'boolean') return true
  return one === 'object' ? {} : null
}

const textFor = ({ pattern, maxLength }: JsonSchema, name: string): string => {
  if (pattern?.includes('vehicle|officer')) return 'vehicle/v1'
  if (pattern?.startsWith('^(hytera')) return pattern.includes('-g') ? 'hytera:10-g10000' : 'hytera:10-2308195'
  if (pattern?.includes('0-9a-f')) return '0'.repeat(64)
  if (pattern?.includes('24:00')) return '09:00'
  if (pattern?.includes('\\d{4}-\\d{2}-\\d{2}')) return '2026-03-02'
  if (name === 'zh') return '示例'
  if (name === 'en') return 'Example'
  return maxLength === undefined || maxLength > 200 ? 'in words' : `${name || 'x'}-1`
}

/** Whether a value of the table has the shape asked for; the schema itself is asked by the test. */
const fits = (value: unknown, schema: JsonSchema): boolean => {
  if (schema.anyOf) return schema.anyOf.some((one) => fits(value, one))
  if (schema.enum) return schema.enum.includes(value as string)
  if (schema.format === 'instant') return typeof value === 'string' && value.includes('T')
  if (schema.prefixItems) return Array.isArray(value) && value.length === 2
  const types = Array.isArray(schema.type) ? schema.type : [schema.type]
  return types.some((type) =>
    type === 'array'
      ? Array.isArray(value) &&
        (typeof schema.items !== 'object' || value.every((one) => fits(one, schema.items as JsonSchema)))
      : type === 'integer' || type === 'number'
        ? typeof value === 'number'
        : typeof value === type,
  )
}
