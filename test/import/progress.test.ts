import { describe, expect, it } from 'vitest'
import type { ImportProgress } from '../../server/contract/imports.ts'
import { readAside } from '../../server/supervision/import/read-aside.ts'
import { AT, file } from './folder.ts'

const cards = (lines: number) =>
  file('cards.csv', ['卡号,持卡人,身份', ...Array.from({ length: lines }, (_, i) => `K${i},z,其他`)].join('\n'))
const told = async (...files: ReturnType<typeof file>[]) => {
  const progress: ImportProgress[] = []
  const reading = await readAside(files, { at: AT, by: 'tester' }, (p) => progress.push(p))
  return { reading, steps: progress.map(({ step, file, done, of }) => [step, file, done, of]) }
}

describe('how far a reading is: lines and entries that were counted', () => {
  it('tells each file apart, and its last line whatever the number', async () => {
    const { steps } = await told(cards(3), file('units.csv', '编号,名称,类型,上级,经度,纬度\ns1,一所,派出所,,,\n'))
    expect(steps).toEqual([
      ['reading', 'cards.csv', 3, 3],
      ['reading', 'units.csv', 1, 1],
      ['drafting', null, 0, 4],
    ])
  })
  it('the same from the thread that reads what is large, every five hundred, before the reading is there', async () => {
    const { reading, steps } = await told(cards(6_200))
    expect(reading.drafts).toHaveLength(6_200)
    const hundreds = Array.from({ length: 12 }, (_, i) => (i + 1) * 500)
    expect(steps).toEqual([
      ...[...hundreds, 6_200].map((done) => ['reading', 'cards.csv', done, 6_200]),
      ...[0, ...hundreds].map((done) => ['drafting', null, done, 6_200]),
    ])
  })
  it('a drawing is counted by its features', async () => {
    const { steps } = await told(
      file('beats.geojson', JSON.stringify({ type: 'FeatureCollection', features: [{}, {}] })),
    )
    expect(steps).toEqual([['reading', 'beats.geojson', 2, 2]])
  })
})
