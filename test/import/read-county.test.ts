import gcoord from 'gcoord'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { createRandom } from '../../simulators/county/random.ts'
import { bureau, collection, countyFolder, file, of, officers, read, square, units, vehicles, where } from './folder.ts'

describe('a county folder becomes drafts', () => {
  it('of every kind, from the committed county', () => {
    const { drafts, problems, layer } = read(countyFolder())
    expect(problems).toEqual([])
    const count = (kind: Parameters<typeof of>[1]): number => of(drafts, kind).length
    expect([count('unit.registered'), count('vehicle.registered'), count('officer.registered')]).toEqual([14, 24, 61])
    expect([count('device.bound'), count('device.approved')]).toEqual([87, 87])
    expect(of(drafts, 'zone.drawn').filter((o) => o.data.kind === 'beat')).toHaveLength(24)
    expect(of(drafts, 'zone.drawn').filter((o) => o.data.kind === 'county')).toHaveLength(1)
    expect(of(drafts, 'zone.drawn').find((o) => o.data.zone === 'B05')!.data.routePoints).toHaveLength(5)
    expect(new Set(drafts.map((d) => d.key)).size).toBe(drafts.length)
    expect(new Set(layer!.features.map((f) => f.properties!.layer))).toEqual(
      new Set(['boundary', 'township', 'landscape', 'road', 'unit', 'installation']),
    )
  })
  it('says who belongs where', () => {
    const { drafts } = read(bureau)
    expect(of(drafts, 'unit.registered').map((o) => o.data)).toEqual([
      { unit: 'ju', name: { zh: '某县公安局', en: '某县公安局' }, kind: 'bureau', parent: null, place: [106.2, 38.3] },
      { unit: 'suo', name: { zh: '某派出所', en: '某派出所' }, kind: 'station', parent: 'ju', place: [106.21, 38.31] },
    ])
    expect(of(drafts, 'officer.registered').map((o) => [o.data.kind, o.data.sex, o.data.rank])).toEqual([
      ['officer', 'male', '一级警司'],
      ['auxiliary', 'female', null],
    ])
  })
  it('takes English headings and values as well', () => {
    const { drafts, problems } = read([
      units,
      file('vehicles.csv', 'id,plate,unit,name,nameEn\nC1,X1,suo,一号车,Car one\n'),
    ])
    expect(problems).toEqual([])
    expect(of(drafts, 'vehicle.registered')[0]!.data.name).toEqual({ zh: '一号车', en: 'Car one' })
  })
  it('reads shifts, tasks and orders in China time', () => {
    const { drafts, problems } = read([
      ...bureau,
      file(
        'shifts.csv',
        '班次,承载者,单位,巡区,开始,结束,人员\nS1,vehicle/C1,suo,,2026-03-10 08:00,2026/3/10 20:00,P1 P2\n',
      ),
      file(
        'tasks.csv',
        '任务,承载者,事由,开始,结束,批准人\nT1,vehicle/C1,就餐,2026-03-10 12:00,2026-03-10T13:00:00+08:00,P1\n',
      ),
      file(
        'orders.csv',
        '指令,警情,承载者,经度,纬度,紧急,下达时间,结束时间,结果\nO1,J1,vehicle/C1;officer/P1,,,是,2026-03-10 09:00,2026-03-10 10:00,已处置\nO2,J2,vehicle/C1,106.2,38.3,否,2026-03-10 11:00,,\n',
      ),
    ])
    expect(problems).toEqual([])
    const at = (text: string): number => Date.parse(`2026-03-10T${text}+08:00`)
    expect(of(drafts, 'shift.scheduled')[0]!.data).toMatchObject({
      startsAt: at('08:00'),
      endsAt: at('20:00'),
      crew: ['P1', 'P2'],
      beat: null,
    })
    expect(of(drafts, 'task.approved')[0]!.data).toMatchObject({
      purpose: 'meal',
      startsAt: at('12:00'),
      endsAt: at('13:00'),
    })
    expect(
      of(drafts, 'dispatch.ordered').map((o) => [o.observedAt, o.data.carriers, o.data.urgent, o.data.place]),
    ).toEqual([
      [at('09:00'), ['vehicle/C1', 'officer/P1'], true, null],
      [at('11:00'), ['vehicle/C1'], false, [106.2, 38.3]],
    ])
    expect(of(drafts, 'dispatch.closed').map((o) => [o.observedAt, o.data.order])).toEqual([[at('10:00'), 'O1']])
  })
})

describe('encodings of a bureau’s desk', () => {
  const text = '警号,姓名,单位,身份\r\nP1,𠮷䶮,suo,民警\r\n'
  it.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${text}`)],
    ['GB18030 from Excel', iconv.encode(text, 'gb18030')],
    ['UTF-16 from Excel', iconv.encode(`\uFEFF${text.replaceAll(',', '\t')}`, 'utf-16le')],
  ])('%s', (_, bytes) => {
    const { drafts, problems } = read([units, file('officers.csv', bytes)])
    expect(problems).toEqual([])
    expect(of(drafts, 'officer.registered')[0]!.data.name).toBe('𠮷䶮')
  })
  it('refuses bytes that are text in none of them', () => {
    const { problems } = read([units, file('officers.csv', Buffer.from([0x81, 0xff, 0x20, 0xff, 0xfe]))])
    expect(where(problems)).toEqual(['officers.csv:- -'])
  })
})

describe('datums: everything is stored in WGS-84', () => {
  const zoneOf = (more: string) =>
    of(read([...bureau, file('beats.geojson', collection([square('B1')], more))]).drafts, 'zone.drawn')[0]!.data
      .polygon[0]![0]!
  it('takes WGS-84 and CGCS2000 as they are', () => {
    expect(zoneOf('')).toEqual([106.2, 38.3])
    expect(zoneOf('"crs":"cgcs2000",')).toEqual([106.2, 38.3])
    expect(zoneOf('"crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::4490"}},')).toEqual([106.2, 38.3])
  })
  it('converts GCJ-02 when the file declares it', () => {
    const [lng, lat] = zoneOf('"crs":"GCJ-02",')
    const back = gcoord.transform([lng, lat], gcoord.WGS84, gcoord.GCJ02)
    expect(Math.hypot((back[0] - 106.2) * 87_000, (back[1] - 38.3) * 111_000)).toBeLessThan(0.5)
    expect((106.2 - lng) * 87_000).toBeGreaterThan(300)
  })
  it('converts a table’s coordinates by its own column', () => {
    const { drafts } = read([
      file('units.csv', '编号,名称,类型,上级,经度,纬度,坐标系\nju,局,公安局,,106.2,38.3,gcj02\n'),
    ])
    expect(of(drafts, 'unit.registered')[0]!.data.place![0]).toBeLessThan(106.197)
  })
  it('refuses a datum it does not know', () => {
    expect(
      where(read([...bureau, file('beats.geojson', collection([square('B1')], '"crs":"EPSG:3857",'))]).problems),
    ).toEqual(['beats.geojson:- crs'])
  })
})

describe('nothing is imported when anything is wrong, and every mistake names its line', () => {
  it('names the line, the column and what would be right, in both languages', () => {
    const { drafts, problems, layer } = read([
      units,
      file('vehicles.csv', '编号,车牌,单位,名称\nC1,X1,suo,一号车\nC2,,suo,二号车\n,X3,suo,三号车\n'),
    ])
    expect(drafts).toEqual([])
    expect(layer).toBeUndefined()
    expect(where(problems)).toEqual(['vehicles.csv:3 车牌', 'vehicles.csv:4 编号'])
    expect(problems[0]!.message).toEqual({ zh: '不能为空', en: 'must not be empty' })
  })
  it.each([
    [
      'a longitude off the globe',
      'units.csv',
      '编号,名称,类型,上级,经度,纬度\nju,局,公安局,,181,38\n',
      'units.csv:2 经度',
    ],
    [
      'a latitude that is a word',
      'units.csv',
      '编号,名称,类型,上级,经度,纬度\nju,局,公安局,,106,北\n',
      'units.csv:2 纬度',
    ],
    ['a kind nobody knows', 'units.csv', '编号,名称,类型,上级,经度,纬度\nju,局,城管,,106,38\n', 'units.csv:2 类型'],
    ['a missing column', 'units.csv', '编号,名称,类型,上级,经度\nju,局,公安局,,106\n', 'units.csv:1 纬度'],
    [
      'a column nobody knows',
      'units.csv',
      '编号,名称,类型,上级,经度,纬度,电话\nju,局,公安局,,106,38,110\n',
      'units.csv:1 电话',
    ],
    [
      'the same column twice',
      'units.csv',
      '编号,名称,类型,上级,经度,纬度,编号\nju,局,公安局,,106,38,ju\n',
      'units.csv:1 编号',
    ],
    ['too few cells', 'units.csv', '编号,名称,类型,上级,经度,纬度\nju,局,公安局\n', 'units.csv:2 -'],
    ['an open quote', 'units.csv', '编号,名称,类型,上级,经度,纬度\nju,"局,公安局,,106,38\n', 'units.csv:2 -'],
    ['an empty file', 'units.csv', '', 'units.csv:- -'],
    [
      'a parent that does not exist',
      'units.csv',
      '编号,名称,类型,上级,经度,纬度\nju,局,公安局,ting,106,38\n',
      'units.csv:2 parent',
    ],
    [
      'the same unit twice',
      'units.csv',
      '编号,名称,类型,上级,经度,纬度\nju,局,公安局,,106,38\nju,局,公安局,,106,38\n',
      'units.csv:3 -',
    ],
    [
      '31 June',
      'shifts.csv',
      '班次,承载者,单位,巡区,开始,结束,人员\nS1,vehicle/C1,suo,,2026-06-31 08:00,2026-07-01 08:00,\n',
      'shifts.csv:2 开始',
    ],
    [
      'an end before its start',
      'shifts.csv',
      '班次,承载者,单位,巡区,开始,结束,人员\nS1,vehicle/C1,suo,,2026-06-30 08:00,2026-06-30 07:00,\n',
      'shifts.csv:2 结束',
    ],
    [
      'a time without a date',
      'shifts.csv',
      '班次,承载者,单位,巡区,开始,结束,人员\nS1,vehicle/C1,suo,,08:00,20:00,\n',
      'shifts.csv:2 开始,shifts.csv:2 结束',
    ],
    [
      'a car that does not exist',
      'shifts.csv',
      '班次,承载者,单位,巡区,开始,结束,人员\nS1,vehicle/C9,suo,,2026-06-30 08:00,2026-06-30 20:00,\n',
      'shifts.csv:2 carrier',
    ],
    [
      'a crew that does not exist',
      'shifts.csv',
      '班次,承载者,单位,巡区,开始,结束,人员\nS1,vehicle/C1,suo,,2026-06-30 08:00,2026-06-30 20:00,P1 P9\n',
      'shifts.csv:2 crew',
    ],
    [
      'a carrier that is neither car nor person',
      'devices.csv',
      '设备,承载者,责任单位,准入\njt808:1,boat/1,suo,是\n',
      'devices.csv:2 承载者',
    ],
    [
      'a device without its protocol',
      'devices.csv',
      '设备,承载者,责任单位,准入\n13995480001,vehicle/C1,suo,是\n',
      'devices.csv:2 设备',
    ],
    ['JSON that stops', 'beats.geojson', '{"type":"FeatureCollection","features":[', 'beats.geojson:- -'],
    [
      'something else than a collection',
      'beats.geojson',
      '{"type":"Feature"}',
      'beats.geojson:1 type,beats.geojson:1 features',
    ],
    ['a file nobody would read', 'vehicels.csv', 'a\n', 'vehicels.csv:- -'],
  ])('%s', (_, name, content, problem) => {
    const rest = [units, vehicles, officers].filter(
      (f) => f.name !== name && (name !== 'units.csv' || f.name === 'units.csv'),
    )
    const { problems, drafts } = read([...rest, file(name, content)])
    expect(drafts).toEqual([])
    expect(where(problems).join()).toBe(problem)
    for (const { message } of problems) {
      expect(message.zh).toMatch(/\p{Script=Han}/u)
      expect(message.en).toMatch(/[a-z]{3}/)
      expect(message.zh).not.toBe(message.en)
    }
  })
  it('names the line a feature begins on, whatever its strings hold', () => {
    const tricky = square('B1', { note: 'a "quote\\" [{ }]' })
    const open = square('B2').replace(',[106.2,38.3]]]', ']]')
    const { problems } = read([...bureau, file('beats.geojson', collection([tricky, open]))])
    expect(where(problems)).toEqual(['beats.geojson:3 geometry.coordinates.0'])
    expect(problems[0]!.message.zh).toContain('没有闭合')
  })
  it('refuses an outline that crosses itself', () => {
    const bow = JSON.stringify({
      type: 'Feature',
      properties: { id: 'B1', name: 'B1', unit: 'suo' },
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [106, 38],
            [106.1, 38.1],
            [106.1, 38],
            [106, 38.1],
            [106, 38],
          ],
        ],
      },
    })
    const { problems } = read([...bureau, file('beats.geojson', collection([bow]))])
    expect(problems[0]!.message.zh).toContain('自相交')
  })
  it('lets notes lie beside', () => {
    expect(read([...bureau, file('说明.txt', 'x'), file('~$units.xlsx', 'x')]).problems).toEqual([])
  })
  it('refuses two files for the same thing', () => {
    expect(where(read([...bureau, file('单位.csv', '编号\n')]).problems)).toEqual([
      '单位.csv:- -',
      '单位.csv:1 名称',
      '单位.csv:1 类型',
      '单位.csv:1 上级',
      '单位.csv:1 经度',
      '单位.csv:1 纬度',
    ])
  })
})

describe('a malicious table does no harm', () => {
  it.each(['=cmd|calc', '+1+1', '@SUM(A1)', 'a\u0000b', 'a\u202Eb', 'x'.repeat(1_001)])(
    'refuses %j as a name',
    (name) => {
      const { problems, drafts } = read([units, file('vehicles.csv', `编号,车牌,单位,名称\nC1,X1,suo,"${name}"\n`)])
      expect(drafts).toEqual([])
      expect(where(problems)).toEqual(['vehicles.csv:2 名称'])
    },
  )
  it('does not take __proto__ for a column', () => {
    const { problems } = read([units, file('vehicles.csv', '__proto__,编号,车牌,单位,名称\nx,C1,X1,suo,a\n')])
    expect(where(problems)).toEqual(['vehicles.csv:1 __proto__'])
    expect(({} as Record<string, unknown>).x).toBeUndefined()
  })
  it('reads a large table in reasonable time and refuses an endless one', () => {
    const row = (i: number): string => `C${i},X${i},suo,车${i}\n`
    const many = (n: number) =>
      file('vehicles.csv', `编号,车牌,单位,名称\n${Array.from({ length: n }, (_, i) => row(i)).join('')}`)
    expect(of(read([units, many(5_000)]).drafts, 'vehicle.registered')).toHaveLength(5_000)
    expect(where(read([units, file('vehicles.csv', `编号,车牌,单位,名称\n"${'x'.repeat(70_000)}"`)]).problems)).toEqual(
      ['vehicles.csv:2 -'],
    )
  })
  it('names the line behind a cell with line breaks rightly', () => {
    const { problems } = read([
      units,
      file('vehicles.csv', '编号,车牌,单位,名称\nC1,X1,suo,"一\n号\n车"\nC2,X2,,二号车\n'),
    ])
    expect(where(problems)).toEqual(['vehicles.csv:5 单位'])
  })
  it('survives any bytes', () => {
    for (let seed = 1; seed < 400; seed++) {
      const random = createRandom(seed)
      const bytes = Buffer.from(Array.from({ length: 200 }, () => Math.floor(random.between(0, 256))))
      for (const name of ['units.csv', 'beats.geojson'])
        expect(read([file(name, bytes)]).problems.length).toBeGreaterThan(0)
    }
  })
})

describe('officers', () => {
  it('may leave out sex and rank', () => {
    expect(read([units, file('officers.csv', '警号,姓名,单位,身份\nP1,张三,suo,民警\n')]).problems).toEqual([])
    expect(officers.name).toBe('officers.csv')
  })
})
