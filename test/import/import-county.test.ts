import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Journal } from '../../server/journal/journal.ts'
import { openJournal } from '../../server/journal/open.ts'
import type { Database } from '../../server/storage/database.ts'
import { quiet } from '../../server/storage/log.ts'
import { loadCountyLayer } from '../../server/supervision/import/county-layer.ts'
import { importCounty } from '../../server/supervision/import/import-county.ts'
import type { SourceFile } from '../../server/supervision/import/read-files.ts'
import { temporaryFolder, testStore } from '../support/database.ts'
import { AT, countyFolder, file } from './folder.ts'

let store: Awaited<ReturnType<typeof testStore>>
let database: Database
let journal: Journal
let now = AT

beforeAll(async () => {
  store = await testStore()
  database = await store.open()
  journal = await openJournal({
    database,
    clock: () => now,
    signingKey: path.join(temporaryFolder('import-key'), 'key.pem'),
    log: quiet,
  })
})
afterAll(async () => {
  await journal.close()
  await database.close()
  store.remove()
})

const take = (files: readonly SourceFile[], more: Partial<Parameters<typeof importCounty>[0]> = {}) =>
  importCounty({ journal, database, files, at: now, by: 'tester', roster: { from: now, days: 2 }, ...more })
const entries = async (): Promise<number> => (await journal.read({ limit: 10_000 })).length

describe('a folder is imported whole or not at all', () => {
  it('a dry run changes nothing', async () => {
    const result = await take(countyFolder(), { dryRun: true })
    expect(result).toMatchObject({ is: 'planned', layerReplaced: true, plan: { unchanged: 0, changed: [] } })
    expect(await entries()).toBe(0)
    expect((await loadCountyLayer(database)).features).toEqual([])
  })
  it('one wrong line refuses all of it', async () => {
    const files = countyFolder().map((f) =>
      f.name === 'officers.csv' ? file(f.name, Buffer.from(f.bytes).toString().replace('民警', '保安')) : f,
    )
    const result = await take(files)
    expect(result).toMatchObject({ is: 'refused', problems: [{ file: 'officers.csv', line: 2, field: '身份' }] })
    expect(await entries()).toBe(0)
  })
  it('a sound folder is journalled, and its layer is there for the console', async () => {
    const result = await take(countyFolder())
    expect(result.is).toBe('imported')
    expect(await entries()).toBe(result.is === 'imported' ? result.plan.drafts.length + 1 : -1)
    expect((await loadCountyLayer(database)).features.length).toBeGreaterThan(500)
  })
  it('the same again changes nothing', async () => {
    const before = await entries()
    expect(await take(countyFolder())).toMatchObject({ is: 'imported', plan: { added: [], changed: [], drafts: [] } })
    expect(await entries()).toBe(before)
  })
  it('a day’s table may speak of what was imported before', async () => {
    const shifts = file(
      'shifts.csv',
      '班次,承载者,单位,巡区,开始,结束,人员\nextra,vehicle/C05,station-weize,B05,2026-04-01 08:00,2026-04-01 20:00,P05\n',
    )
    expect(await take([shifts])).toMatchObject({
      is: 'imported',
      plan: { added: [{ about: 'shift.scheduled vehicle/C05 extra' }] },
      layerReplaced: false,
    })
    expect((await loadCountyLayer(database)).features.length).toBeGreaterThan(500)
    const nobody = file(
      'shifts.csv',
      '班次,承载者,单位,巡区,开始,结束,人员\nextra,vehicle/C99,station-weize,B05,2026-04-01 08:00,2026-04-01 20:00,P05\n',
    )
    expect((await take([nobody])).is).toBe('refused')
  })
})

describe('as much as one commit of the journal takes', () => {
  const cards = (count: number): SourceFile =>
    file('cards.csv', ['卡号,持卡人,身份', ...Array.from({ length: count }, (_, i) => `K${i},z,其他`)].join('\n'))
  it('is imported with its receipt; one more is refused, and nothing of it is taken', async () => {
    expect(await take([cards(10_000)])).toMatchObject({
      is: 'refused',
      problems: [{ file: 'cards.csv', message: { zh: expect.stringContaining('9,999') } }],
    })
    const before = (await journal.read({ limit: 1, kinds: ['card.issued'] })).length
    expect(before).toBe(0)
    const done = await take([cards(9_999)])
    expect(done).toMatchObject({ is: 'imported', plan: { unchanged: 0 } })
    const [receipt] = (await journal.read({ limit: 100, kinds: ['import.completed'] })).slice(-1)
    expect(receipt?.observation.data).toMatchObject({ added: 9_999, entries: 9_999 })
  })
})

describe('a shift that is running', () => {
  const carrier = 'vehicle/C05'
  const running = async () =>
    (await journal.read({ limit: 10_000, kinds: ['shift.scheduled'] })).flatMap(({ observation: o }) =>
      o.kind === 'shift.scheduled' && o.data.carrier === carrier && o.data.shift === '2026-03-10/C05-day'
        ? [o.data.startsAt]
        : [],
    )
  it('begins anew when a demonstration begins, and is left alone when its roster is renewed', async () => {
    const eight = Date.parse('2026-03-10T08:00:00+08:00')
    expect(await running()).toEqual([eight])
    now += 3_600_000
    await take(countyFolder(), { roster: { from: now, days: 2, beginAt: now } })
    expect(await running()).toEqual([eight, now])
    now += 3_600_000
    await take(countyFolder(), { roster: { from: now, days: 3 } })
    expect(await running()).toEqual([eight, now - 3_600_000])
  })
})
