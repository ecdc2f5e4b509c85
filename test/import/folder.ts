import fs from 'node:fs'
import type { Draft } from '../../server/journal/journal.ts'
import type { Problem } from '../../server/supervision/import/problem.ts'
import { readCounty } from '../../server/supervision/import/read-county.ts'
import type { SourceFile } from '../../server/supervision/import/read-files.ts'

export const AT = Date.parse('2026-03-10T10:00:00+08:00')
export const file = (name: string, content: string | Uint8Array): SourceFile => ({
  name,
  bytes: typeof content === 'string' ? Buffer.from(content) : content,
})

/** The smallest bureau there is. */
export const units = file(
  'units.csv',
  '编号,名称,类型,上级,经度,纬度\nju,某县公安局,公安局,,106.2,38.3\nsuo,某派出所,派出所,ju,106.21,38.31\n',
)
export const vehicles = file('vehicles.csv', '编号,车牌,单位,名称\nC1,云Y0001警,suo,一号车\n')
export const officers = file(
  'officers.csv',
  '警号,姓名,单位,身份,性别,警衔\nP1,张三,suo,民警,男,一级警司\nP2,李四,suo,辅警,女,\n',
)
export const square = (id: string, properties: object = {}, west = 106.2, south = 38.3): string =>
  JSON.stringify({
    type: 'Feature',
    properties: { id, name: id, unit: 'suo', ...properties },
    geometry: {
      type: 'Polygon',
      coordinates: [
        [
          [west, south],
          [west + 0.1, south],
          [west + 0.1, south + 0.1],
          [west, south + 0.1],
          [west, south],
        ],
      ],
    },
  })
export const collection = (features: readonly string[], more = ''): string =>
  `{"type":"FeatureCollection",${more}"features":[\n${features.join(',\n')}\n]}`
export const bureau = [units, vehicles, officers]

export const read = (files: readonly SourceFile[]) => readCounty(files, { at: AT, by: 'tester' })
/** Each problem as `file:line field`, for short expectations. */
export const where = (problems: readonly Problem[]): string[] =>
  problems.map((p) => `${p.file}:${p.line ?? '-'} ${p.field ?? '-'}`)
export const of = <K extends Draft['observation']['kind']>(drafts: readonly Draft[], kind: K) =>
  drafts.flatMap(({ observation: o }) => (o.kind === kind ? [o as Extract<Draft['observation'], { kind: K }>] : []))
export const countyFolder = (): SourceFile[] =>
  fs
    .readdirSync('county', { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => file(name, fs.readFileSync(`county/${name}`)))
