import { describe, expect, it } from 'vitest'
import { readCounty } from '../../server/supervision/import/read-county.ts'

const file = (name: string, text: string) => ({ name, bytes: Buffer.from(text) })
const units = file('units.csv', '编号,名称,类型,上级,经度,纬度\nsupport,装财科,部门,,,\n')
const officers = file('officers.csv', '警号,姓名,单位,身份\nP01,甲,support,民警\n')
const options = { at: Date.parse('2026-03-02T08:00:00+08:00'), by: 'test' }
const radios = (lines: string) => file('radios.csv', `电台,网关,承载者,岗位,责任单位,通话组\n${lines}`)

describe('radios, talkgroups and sites come in by table', () => {
  it('with the reach of a site as a polygon, and a radio to whoever carries it', () => {
    const read = readCounty(
      [
        units,
        officers,
        file(
          'radio-sites.csv',
          '编号,网关,名称,经度,纬度,覆盖半径\ns1,g1,主站,106.3,38.3,10000\ns2,g1,山顶站,106.1,38.3,\n',
        ),
        file('talkgroups.csv', '通话组,网关,名称,单位\nhytera:10-g1,g1,全局,\n'),
        radios('hytera:10-100,g1,officer/P01,,support,hytera:10-g1\nhytera:10-7,g1,,duty-1,support,\n'),
      ],
      options,
    )
    expect(read.problems).toEqual([])
    const said = read.drafts.map((d) => d.observation)
    const sites = said.filter((o) => o.kind === 'radio-site.registered').map((o) => o.data)
    expect(sites).toMatchObject([{ site: 's1' }, { site: 's2', coverage: null }])
    const ring = sites[0]?.coverage?.[0] ?? []
    expect(ring[0]).toEqual(ring.at(-1))
    expect(Math.max(...ring.map(([lng]) => lng)) - 106.3).toBeCloseTo(10_000 / 87_300, 2)
    expect(said.filter((o) => o.kind === 'radio.assigned').map((o) => o.data)).toMatchObject([
      { radio: 'hytera:10-100', make: 'hytera', carrier: 'officer/P01', post: null, talkgroups: ['hytera:10-g1'] },
      { radio: 'hytera:10-7', carrier: null, post: 'duty-1' },
    ])
  })
  it.each([
    ['a name that is none', 'radio/100,g1,,,support,\n', '电台'],
    ['a carrier nobody knows', 'hytera:10-1,g1,officer/P99,,support,\n', 'carrier'],
    ['carried and fixed at once', 'hytera:10-1,g1,officer/P01,duty-1,support,\n', '岗位'],
    ['twice', 'hytera:10-1,g1,,,support,\nhytera:10-1,g1,,,support,\n', null],
  ])('%s is refused, with the field', (_, lines, field) => {
    const read = readCounty([units, officers, radios(lines)], options)
    expect(read.drafts).toEqual([])
    expect(read.problems).toMatchObject([{ file: 'radios.csv', field }])
  })
})
