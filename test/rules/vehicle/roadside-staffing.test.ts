import { describe, expect, it } from 'vitest'
import { roadsideStaffing as rule } from '../../../server/rules/vehicle/roadside-staffing.ts'
import { officer } from '../../support/custody.ts'
import { day, down, far, site } from '../../support/roadsides.ts'
import { at, given } from '../../support/timeline.ts'

const who = (officers: string[], helpers: string[] = [], more: object = {}) =>
  site(`${day} 10:00`, { officers, helpers, ...more })

describe('由两名以上交通警察或者由一名交通警察带领两名以上交通协管员（规范第七十条）', () => {
  it('two, or one with two helpers, are enough; one, or one with one, are not', () => {
    expect(given(rule, who(['o1', 'o2'])).until(far)).toEqual([])
    expect(given(rule, who(['o1'], ['h1', 'h2'])).until(far)).toEqual([])
    expect(given(rule, who(['o1'])).until(far)).toMatchObject([
      {
        grade: 'B',
        since: at(`${day} 10:00`),
        facts: { officersThere: 1, least: 2, road: 'highway' },
        concerns: { unit: 'traffic', officers: ['o1'] },
      },
    ])
    expect(given(rule, who(['o1'], ['h1'])).until(far)).toHaveLength(1)
    expect(given(rule, who([], ['h1', 'h2', 'h3'])).until(far)).toHaveLength(1)
  })
  it('an auxiliary entered as police is a helper', () => {
    const aux = officer('2026-03-01 00:00', 'o2', 'auxiliary')
    expect(given(rule, aux, who(['o1', 'o2'])).until(far)).toHaveLength(1)
    expect(given(rule, aux, who(['o1', 'o2'], ['h1'])).until(far)).toEqual([])
  })
  it('on other roads in town the norm says nothing', () =>
    expect(given(rule, who(['o1'], [], { road: 'urban-other' })).until(far)).toEqual([]))
})

describe('在公路、城市快速路上……由三名（含）以上交通警察或者两名交通警察和两名（含）以上交通协管员（第七十二条）', () => {
  const poor = { poorConditions: true }
  it('three, or two with two helpers', () => {
    expect(given(rule, who(['o1', 'o2', 'o3'], [], poor)).until(far)).toEqual([])
    expect(given(rule, who(['o1', 'o2'], ['h1', 'h2'], poor)).until(far)).toEqual([])
    expect(given(rule, who(['o1', 'o2'], ['h1'], poor)).until(far)).toMatchObject([{ facts: { least: 3 } }])
  })
  it('not on a main road in town', () =>
    expect(given(rule, who(['o1', 'o2'], [], { ...poor, road: 'urban-main' })).until(far)).toEqual([]))
})

describe('what is told later', () => {
  it('more police end it, fewer begin it, and the site taken down ends it', () => {
    const events = given(rule, who(['o1']), site(`${day} 10:30`)).events(far)
    expect(events.map((e) => e.is)).toEqual(['opened', 'ended'])
    expect(given(rule, who(['o1', 'o2']), site(`${day} 10:30`, { officers: ['o1'] })).until(far)).toMatchObject([
      { since: at(`${day} 10:30`) },
    ])
    expect(
      given(rule, who(['o1']), down(`${day} 11:00`))
        .events(far)
        .at(-1),
    ).toMatchObject({ is: 'ended', at: at(`${day} 11:00`) })
  })
  it('still too few is the same finding; what is told late is dated truly; judges from 2009', () => {
    expect(given(rule, who(['o1']), site(`${day} 10:30`, { officers: ['o2'] })).until(far)).toHaveLength(1)
    expect(given(rule, site(`${day} 10:00`, { officers: ['o1'] }, `${day} 18:00`)).until(far)).toMatchObject([
      { since: at(`${day} 10:00`), openedAt: at(`${day} 18:00`) },
    ])
    expect(given(rule, site('2008-12-31 10:00', { officers: ['o1'] })).until(far)).toEqual([])
    expect(given(rule, site('2009-01-01 10:00', { officers: ['o1'] })).until(far)).toHaveLength(1)
  })
})

describe('公路、高速公路、城市快速路、主干道', () => {
  it.each(['highway', 'expressway', 'urban-expressway', 'urban-main'])('two on a %s', (road) => {
    expect(given(rule, who(['o1'], [], { road })).until(far)).toMatchObject([{ evidence: [0], facts: { least: 2 } }])
    expect(given(rule, who(['o1', 'o2'], [], { road })).until(far)).toEqual([])
  })
  it.each(['highway', 'expressway', 'urban-expressway'])('three on a %s in poor conditions', (road) =>
    expect(given(rule, who(['o1', 'o2'], [], { road, poorConditions: true })).until(far)).toMatchObject([
      { facts: { least: 3 } },
    ]),
  )
  it('an urban main road keeps to two in poor conditions', () =>
    expect(given(rule, who(['o1', 'o2'], [], { road: 'urban-main', poorConditions: true })).until(far)).toEqual([]))
})
