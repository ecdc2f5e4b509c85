import { describe, expect, it } from 'vitest'
import { parseObservation } from '../../server/domain/observation/index.ts'
import type { SourceFile } from '../../server/supervision/import/read-files.ts'
import { chengdong, staff } from '../../simulators/case-area/layout.ts'
import { installation } from '../../simulators/scenarios/custody/install.ts'
import { AT, file, officers, read, units } from './folder.ts'

const header = '编号,名称,单位,区域代码,类型,场所,办案区,规范设置,候问室验收,使用面积,净高\n'
const rooms = (...lines: string[]): SourceFile => file('rooms.csv', header + lines.map((l) => `${l}\n`).join(''))
const said = (files: readonly SourceFile[], kind: string) =>
  read(files).drafts.flatMap(({ observation: o }) => (o.kind === kind ? [o.data] : []))
const problems = (...files: SourceFile[]) =>
  read([units, officers, ...files]).problems.map(({ file: f, line, field }) => [f, line, field])

describe('房间：GA/T 2000.146 警务督察监控区域分类与代码', () => {
  it('the code says what kind of room it is', () => {
    const files = [units, rooms('r1,询问室,suo,0101,,派出所,a1,是,,,', 'r2,候问室,suo,0103,,派出所,a1,,是,6.5,2.8')]
    expect(said(files, 'room.registered')).toMatchObject([
      {
        room: 'r1',
        unit: 'suo',
        kind: 'questioning-room',
        areaCode: '0101',
        facility: 'station',
        area: 'a1',
        standard: true,
        waitingRoomApproved: null,
      },
      { room: 'r2', kind: 'waiting-room', standard: null, waitingRoomApproved: true, usableAreaM2: 6.5, heightM: 2.8 },
    ])
  })
  it('a code that disagrees with the kind, one that nobody knows, a unit that is not there: each with its line', () => {
    expect(
      problems(
        rooms(
          'r1,讯问室,suo,0101,讯问室,派出所,a1,,,,',
          'r2,某室,suo,0777,,派出所,a1,,,,',
          'r3,某室,suo,12,询问室,派出所,a1,,,,',
          'r4,某室,suo,0102,,火车站,a1,,,,',
          'r5,某室,suo,0102,,派出所,a1,也许,,-3,',
        ),
      ),
    ).toEqual([
      ['rooms.csv', 2, '区域代码'],
      ['rooms.csv', 3, '类型'],
      ['rooms.csv', 4, '区域代码'],
      ['rooms.csv', 5, '场所'],
      ['rooms.csv', 6, '规范设置'],
      ['rooms.csv', 6, '使用面积'],
    ])
    expect(
      problems(
        rooms('r1,询问室,nowhere,0101,,派出所,,,,,'),
        file('readers.json', '[{"id":"x","room":"r9","leads":"进"}]'),
      ),
    ).toEqual([
      ['rooms.csv', 2, 'unit'],
      ['readers.json', 1, 'room'],
    ])
  })
})

describe('tables as JSON', () => {
  const json = `[
  {"警号": "P1", "姓名": "张三", "单位": "suo", "身份": "民警", "性别": "男"},
  {"警号": "P2", "姓名": "李,四",
   "单位": "suo", "身份": "辅警", "性别": null}
]`
  it('say the same as CSV', () => {
    const csv = '警号,姓名,单位,身份,性别\nP1,张三,suo,民警,男\nP2,"李,四",suo,辅警,\n'
    expect(said([units, file('officers.json', json)], 'officer.registered')).toEqual(
      said([units, file('officers.csv', csv)], 'officer.registered'),
    )
    expect(said([units, file('人员.json', json)], 'officer.registered')).toHaveLength(2)
  })
  it('tell mistakes with the line on which the object begins', () => {
    expect(problems2(json.replace('辅警', '保安'))).toEqual([[3, '身份']])
    expect(problems2(json.replace('"李,四"', '{"zh":"李四"}'))).toEqual([[3, '姓名']])
    expect(problems2('{"id":1}')).toEqual([[null, null]])
    expect(problems2('[1, 2]')).toEqual([
      [1, null],
      [1, null],
    ])
    expect(problems2(`${json.slice(0, -2)},\n]`).length).toBe(1)
    expect(problems2('[]')).toEqual([[null, null]])
    expect(problems2(json.replace('"姓名": "张三"', '"姓名": "=cmd()"'))).toEqual([[2, '姓名']])
  })
  const problems2 = (text: string) =>
    read([units, file('officers.json', text)]).problems.map(({ line, field }) => [line, field])
  it('numbers and truth as JSON has them', () => {
    const one = {
      id: 'r1',
      name: '候问室',
      unit: 'suo',
      areaCode: '0103',
      facility: 'station',
      area: null,
      usableAreaM2: 6.5,
      fixedSeat: true,
      rightsDisplayed: false,
    }
    expect(said([units, file('rooms.json', JSON.stringify([one]))], 'room.registered')).toMatchObject([
      { kind: 'waiting-room', usableAreaM2: 6.5, fixedSeat: true, rightsDisplayed: false, area: null },
    ])
    const sensor = { id: 'p/rec', watches: ['recording', 'entry'], room: 'r1', owner: 'suo' }
    expect(
      said(
        [units, file('rooms.json', JSON.stringify([one])), file('sensors.json', JSON.stringify([sensor]))],
        'sensor.installed',
      ),
    ).toEqual([{ sensor: 'p/rec', watches: ['recording', 'entry'], room: 'r1', owner: 'suo' }])
  })
})

describe('a year of holidays (年度节假日安排)', () => {
  const lines = '日期,上班,依据\n2026-01-01,否,国办发明电\n2026-01-02,否,国办发明电\n2026-01-04,是,国办发明电\n'
  it('is one statement a year', () =>
    expect(said([file('holidays.csv', lines)], 'calendar.published')).toEqual([
      { year: 2026, holidays: ['2026-01-01', '2026-01-02'], workdays: ['2026-01-04'], source: '国办发明电' },
    ]))
  it('no day twice, no day that is none', () => {
    for (const day of ['2026-01-01', '2026-02-30'])
      expect(read([file('节假日.csv', `${lines}${day},是,甲\n`)]).problems.map((p) => p.line)).toEqual([5])
  })
})

describe('a whole case area by import', () => {
  it('says what its case system would have told, thing for thing', () => {
    const told = installation(chengdong, staff, ['notices'])
    const of = (kind: string) => told.flatMap(([k, data]) => (k === kind ? [data as Record<string, unknown>] : []))
    const named = (rows: Record<string, unknown>[], from: string) =>
      JSON.stringify(rows.map(({ [from]: id, ...rest }) => ({ id, ...rest })))
    const files = [
      file(
        'units.csv',
        '编号,名称,类型,上级,经度,纬度\nstation-chengdong,澄东派出所,派出所,,,\nstation-weize,苇泽派出所,派出所,,,\n',
      ),
      file('officers.json', named(of('officer.registered'), 'officer')),
      file(
        'rooms.json',
        JSON.stringify(
          of('room.registered').map(({ room: id, name, ...rest }) => ({
            id,
            name: (name as { zh: string }).zh,
            nameEn: (name as { en: string }).en,
            areaCode: null,
            ...rest,
          })),
        ),
      ),
      file(
        'sensors.json',
        named(
          of('sensor.installed').map((s) => ({ room: null, ...s })),
          'sensor',
        ),
      ),
      file('readers.json', named(of('reader.installed'), 'reader')),
      file('cards.json', named(of('card.issued'), 'card')),
    ]
    const { drafts, problems } = read(files)
    expect(problems).toEqual([])
    for (const kind of [
      'room.registered',
      'sensor.installed',
      'reader.installed',
      'card.issued',
      'officer.registered',
    ] as const) {
      const filled = of(kind).map((data) => {
        const parsed = parseObservation({ kind, observedAt: AT, data })
        return parsed.is === 'fault' ? parsed : parsed.observation.data
      })
      expect(drafts.flatMap(({ observation: o }) => (o.kind === kind ? [o.data] : []))).toEqual(filled)
    }
  })
})
