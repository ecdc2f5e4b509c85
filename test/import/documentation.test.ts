import fs from 'node:fs'
import { describe, expect, it } from 'vitest'
import { maps } from '../../server/supervision/import/maps.ts'
import { tables } from '../../server/supervision/import/tables.ts'
import { scenarios } from '../../simulators/scenarios/index.ts'

const page = fs.readFileSync('docs/county.md', 'utf8')
const row = (file: string): string => page.split('\n').find((line) => line.startsWith(`| \`${file}\``)) ?? ''

describe('docs/county.md tells what the import reads', () => {
  it.each(Object.entries(tables))('%s.csv: each column, and which may be left out', (name, { columns, optional }) => {
    for (const [column, [zh]] of Object.entries(columns)) {
      const asWritten = `${zh} ${column}`
      expect(row(`${name}.csv`)).toContain(asWritten)
      expect(row(`${name}.csv`).includes(`[${asWritten}`), `${asWritten} may be left out`).toBe(
        optional.includes(column),
      )
    }
  })
  it.each(Object.entries(maps))('%s.geojson: each property', (name, { properties }) => {
    for (const property of Object.keys(properties.shape)) expect(row(`${name}.geojson`)).toContain(property)
  })
  it('has a word for every scenario in its usage', () => {
    expect(new Set(scenarios.map((s) => s.id)).size).toBe(scenarios.length)
    for (const { title } of scenarios) expect(title.zh).toMatch(/\p{Script=Han}/u)
  })
})
