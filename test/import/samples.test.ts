import { describe, expect, it } from 'vitest'
import { importKindList, needsFor } from '../../server/supervision/import/kinds.ts'
import { maps } from '../../server/supervision/import/maps.ts'
import { readCounty } from '../../server/supervision/import/read-county.ts'
import { tables } from '../../server/supervision/import/tables.ts'
import { AT } from './folder.ts'

const files = importKindList.map(({ is, form, sample }) => ({
  name: `${is}.${form === 'table' ? 'csv' : 'geojson'}`,
  bytes: Buffer.from(sample),
}))

describe('the samples that the console hands out', () => {
  it('there is one for every kind of file the import takes', () =>
    expect(importKindList.map((k) => k.is).sort()).toEqual([...Object.keys(tables), ...Object.keys(maps)].sort()))

  it('together are a bureau that can be imported as it stands', () => {
    const { problems, drafts, layer } = readCounty(files, { at: AT, by: 'tester' })
    expect(problems).toEqual([])
    expect(layer?.features.length).toBeGreaterThan(3)
    expect(new Set(drafts.map((d) => d.observation.kind)).size).toBeGreaterThan(18)
  })

  it.each(importKindList.filter((k) => k.form === 'table'))(
    '$is: the same line twice is a mistake',
    ({ is, sample }) => {
      const name = `${is}.csv`
      const [last = ''] = sample.trim().split('\r\n').slice(-1)
      const twice = { name, bytes: Buffer.from(`${sample}${last}\r\n`) }
      const { problems, drafts } = readCounty([...files.filter((f) => f.name !== name), twice], {
        at: AT,
        by: 'tester',
      })
      expect(drafts).toEqual([])
      expect(problems[0]).toMatchObject({ file: name, line: twice.bytes.toString().trim().split('\r\n').length })
      expect(problems[0]?.message.en).toMatch(/ is on line \d+ already$/)
    },
  )

  it.each(importKindList.filter((k) => k.form === 'table'))(
    '$is: as many cells as columns, each heading known',
    (k) => {
      const [header, ...rows] = k.sample.trim().split('\r\n')
      expect(header?.split(',')).toEqual(k.columns.map((c) => c.heading))
      expect(rows.length).toBeGreaterThan(0)
    },
  )
})

describe('what may be changed by a file may be changed at its own page', () => {
  it('devices and drawings need those pages’ rights', () => {
    expect(needsFor(['units', 'leave', 'rooms', 'bands'])).toEqual([])
    expect(needsFor(['units', 'devices', 'beats', 'route-points'])).toEqual(['devices.approve', 'zones.edit'])
  })
})
