import { describe, expect, it } from 'vitest'
import { staleBand as rule } from '../../../server/rules/discretion/stale-band.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const band = (own: object = {}): Moment => [
  '2026-01-01 00:00',
  'discretion-band.published',
  {
    band: 'b1',
    authority: 'x',
    enactment: '治安管理处罚法',
    edition: '2025',
    article: '第五十一条',
    pattern: 'hit',
    facts: 'x',
    fineFromYuan: 500,
    fineToYuan: 1000,
    validFrom: at('2026-01-01 00:00'),
    ...own,
  },
]

describe('行政裁量权基准等行政执法标准制度（第十二条）', () => {
  it('a band of the 2012 law is said to be stale since 2026-01-01', () =>
    expect(
      given(rule, band({ edition: '2012', validFrom: at('2020-01-01 00:00') })).until('2031-01-01 00:00'),
    ).toMatchObject([{ facts: { edition: '2012' } }]))
  it('one of the law in force is not', () => expect(given(rule, band()).until('2031-01-01 00:00')).toEqual([]))
  it('nor one that was withdrawn by then', () =>
    expect(
      given(
        rule,
        band({ edition: '2012', validFrom: at('2020-01-01 00:00'), validUntil: at('2026-01-01 00:00') }),
      ).until('2031-01-01 00:00'),
    ).toEqual([]))
})

describe('从2026年1月1日零时起，到它被废止的那一刻', () => {
  const old = { edition: '2012', validFrom: at('2020-01-01 00:00') }
  const published = (more: object): Moment => ['2020-01-01 00:00', band()[1], { ...band()[2], ...old, ...more }]
  it('opens with the new law, with nobody reporting', () => {
    expect(given(rule, published({})).until('2025-12-31 23:59')).toEqual([])
    expect(given(rule, published({})).until('2026-01-01 00:01')).toMatchObject([
      { since: at('2026-01-01 00:00'), evidence: [0] },
    ])
  })
  it('one of before that was only to hold from later on is wrong from then', () =>
    expect(given(rule, published({ validFrom: at('2026-02-01 00:00') })).until('2026-03-01 00:00')).toMatchObject([
      { since: at('2026-02-01 00:00') },
    ]))
  it('one that ends a moment after the law began was stale for that moment; one of another law never', () => {
    expect(given(rule, published({ validUntil: at('2026-01-01 00:01') })).until('2026-01-01 00:00:30')).toHaveLength(1)
    expect(given(rule, published({ enactment: '道路交通安全法' })).until('2026-03-01 00:00')).toEqual([])
  })
})

describe('a band of the new law that takes the place of the old one', () => {
  const old: Moment = [
    '2020-01-01 00:00',
    band()[1],
    { ...band()[2], edition: '2012', validFrom: at('2020-01-01 00:00') },
  ]
  const anew = (published: string, validFrom: string): Moment => [
    published,
    band()[1],
    { ...band()[2], validFrom: at(validFrom) },
  ]
  const said = (...moments: Moment[]) =>
    given(rule, ...moments)
      .events('2026-04-01 00:00')
      .flatMap((e) => (e.is === 'opened' ? [e.finding.since] : e.is === 'ended' ? [e.at] : []))
  it('from the day of the new law on: nothing', () =>
    expect(said(old, anew('2025-12-20 09:00', '2026-01-01 00:00'))).toEqual([]))
  it.each(['2025-12-20 09:00', '2026-02-01 09:00'])(
    'from March on, published %s: the old one until then',
    (published) =>
      expect(said(old, anew(published, '2026-03-01 00:00'))).toEqual([at('2026-01-01 00:00'), at('2026-03-01 00:00')]),
  )
  it('a second version of the old law is no new beginning', () =>
    expect(
      said(old, ['2026-02-01 09:00', band()[1], { ...band()[2], edition: '2012', validFrom: at('2026-02-01 09:00') }]),
    ).toEqual([at('2026-01-01 00:00')]))
})
