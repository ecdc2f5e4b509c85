import { describe, expect, it } from 'vitest'
import {
  aboutOf,
  formOf,
  kindByName,
  objectionTo,
  pastedName,
  problemsCsv,
  receiptsCsv,
  sampleRows,
  shareOf,
  type TrayFile,
  totalOf,
} from '../../../client/features/imports/model.ts'
import { importKindList as kinds } from '../../../server/supervision/import/kinds.ts'

const one = (is: string, name = `${is}.csv`, size = 10): TrayFile => ({
  key: 1,
  is,
  file: new File([new Uint8Array(size)], name),
})
const all = () => true

describe('what a file holds', () => {
  it('is told by its name in either language', () => {
    expect(kindByName('officers.csv', kinds)).toBe('officers')
    expect(kindByName('人员.csv', kinds)).toBe('officers')
    expect(kindByName('县界.geojson', kinds)).toBe('boundary')
    expect(kindByName('名单 (2).csv', kinds)).toBeUndefined()
  })
  it('a pasted text goes by the form it has', () => {
    expect(pastedName('units', 'table', '编号,名称')).toBe('units.csv')
    expect(pastedName('units', 'table', '  [{"id":"x"}]')).toBe('units.json')
    expect(pastedName('beats', 'drawing', '{}')).toBe('beats.geojson')
  })
})

describe('what keeps the tray from being sent', () => {
  it('nothing, too much, too many', () => {
    expect(objectionTo([], kinds, all)).toEqual({ is: 'empty' })
    expect(objectionTo([one('units', 'units.csv', 10_000_001)], kinds, all)).toEqual({ is: 'too-big' })
    expect(objectionTo([one('units', 'units.csv', 10_000_000)], kinds, all)).toBeUndefined()
    expect(
      objectionTo(
        Array.from({ length: 31 }, () => one('units')),
        kinds,
        all,
      ),
    ).toEqual({ is: 'too-many' })
  })
  it('a file that nobody said what it holds, two of one kind, a right that is not there', () => {
    expect(objectionTo([one('', 'x.csv')], kinds, all)).toEqual({ is: 'unknown', file: 'x.csv' })
    expect(objectionTo([one('units'), one('units')], kinds, all)).toMatchObject({ is: 'twice', kind: { is: 'units' } })
    const draws = (p: string) => p !== 'devices.approve'
    expect(objectionTo([one('beats'), one('devices')], kinds, draws)).toMatchObject({
      is: 'needs',
      kind: { is: 'devices' },
    })
    expect(objectionTo([one('beats')], kinds, draws)).toBeUndefined()
  })
})

describe('what is sent and shown', () => {
  it('each file under its kind, with the digest that was shown', () => {
    const form = formOf([one('units', '单位表.csv')], 7, 'abc')
    expect((form.get('units') as File).name).toBe('单位表.csv')
    expect([form.get('digest'), form.get('rosterDays')]).toEqual(['abc', '7'])
  })
  it('sums', () =>
    expect(
      totalOf([
        { kind: 'a', added: 1, changed: 2, unchanged: 3, held: 4 },
        { kind: 'b', added: 10, changed: 20, unchanged: 30, held: 40 },
      ]),
    ).toEqual({ added: 11, changed: 22, unchanged: 33, held: 44 }))
  it('a thing by its kind and name', () =>
    expect(aboutOf('shift.scheduled vehicle/C01 2026-03-10/night')).toEqual({
      kind: 'shift.scheduled',
      which: 'vehicle/C01 2026-03-10/night',
    }))
  it.each(kinds.filter((k) => k.form === 'table'))('$is: each line of the sample fills its columns', (k) => {
    for (const row of sampleRows(k.sample)) expect(row).toHaveLength(k.columns.length)
  })
  it('a cell with commas and quotes', () => expect(sampleRows('a,b\r\n"x, ""y""",z\r\n')).toEqual([['x, "y"', 'z']]))
  it('lists leave as tables', () => {
    expect(
      problemsCsv([{ file: 'u.csv', line: 3, field: '身份', message: { zh: '应为：民警', en: 'one of' } }]),
    ).toContain('u.csv,3,身份,应为：民警,one of')
    const file = { name: 'u.csv', is: 'units', bytes: 5, sha256: 'ab' }
    const counts = { added: 2, changed: 1, unchanged: 0, held: 0, entries: 3, layerReplaced: false }
    expect(receiptsCsv([{ seq: 10, at: 0, by: 'chief', files: [file], ...counts }])).toContain(
      '1970-01-01 08:00:00,chief,u.csv,units,5,ab,2,1,0,0,7,10',
    )
  })
})

describe('how far an import is', () => {
  const running = { by: 'x', since: 0, step: 'reading', file: 'units.csv', done: 500, of: 2_000 } as const
  it('is a share of what was counted', () => expect(shareOf(running)).toBe(0.25))
  it('is unknown before anything was counted, and for a commit, which is there as a whole', () => {
    expect(shareOf(null)).toBeUndefined()
    expect(shareOf({ ...running, file: null, done: 0, of: 0 })).toBeUndefined()
    expect(shareOf({ ...running, step: 'writing', file: null, done: 0, of: 10 })).toBeUndefined()
  })
})
