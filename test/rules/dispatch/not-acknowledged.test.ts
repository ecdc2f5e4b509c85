import { describe, expect, it } from 'vitest'
import { notAcknowledged as rule } from '../../../server/rules/dispatch/not-acknowledged.ts'
import { told } from '../../support/cases.ts'
import { describeLimit } from '../../support/limits.ts'
import { fix, inside, order, roster } from '../../support/patrol.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const call = told('call.received', { incident: 'i1', channel: '110', area: 'urban', urgency: 'urgent', place: inside })
const far: [number, number] = [inside[0], inside[1] + 0.018]
const base = [...roster, call('2026-03-02 09:59'), order('2026-03-02 10:00')]

const found = (until: string, ...moments: Moment[]) => given(rule, ...base, ...moments).until(until)

describe('人民警察必须执行上级的决定和命令（第三十二条）', () => {
  it('a minute: lawful at the limit, wrong just past it', () => {
    expect(found('2026-03-02 10:01')).toEqual([])
    expect(found('2026-03-02 10:01:01')).toMatchObject([{ since: at('2026-03-02 10:01') }])
  })
  it('finds nothing when it was acknowledged, or the car drove off', () => {
    expect(
      found('2026-03-02 12:00', told('dispatch.acknowledged', { order: 'x1', unit: 's1' })('2026-03-02 10:01')),
    ).toEqual([])
    expect(found('2026-03-02 12:00', fix('2026-03-02 10:00:30', far, { speedKmh: 40 }))).toEqual([])
  })
  it('says nothing of an order from a plan: nobody was asked', () => {
    const planned = order('2026-03-02 10:00', { planned: true })
    expect(given(rule, ...roster, call('2026-03-02 09:59'), planned).until('2026-03-02 12:00')).toEqual([])
  })
  it('says nothing of what a wrong clock dates into the future before its own minute is over', () => {
    const taken = { order: 'x1', unit: 's1' }
    const ahead = order('2026-03-02 11:00', {}, '2026-03-02 10:00')
    const early: Moment = ['2026-03-02 11:05', 'dispatch.acknowledged', taken, '2026-03-02 10:00']
    const all = given(rule, ...roster, call('2026-03-02 09:59'), ahead, early)
    expect(all.until('2026-03-02 10:30')).toEqual([])
    expect(all.until('2026-03-02 11:02')).toMatchObject([{ since: at('2026-03-02 11:01') }])
  })
})

describeLimit('an order is acknowledged within the minute the bureau set', {
  rule,
  begins: (when, heard) => [...roster, call(when, {}, heard), order(when, {}, heard)],
  done: (when) => told('dispatch.acknowledged', { order: 'x1', unit: 's1' })(when),
  begin: '2026-03-02 10:00',
  last: '2026-03-02 10:01',
  past: '2026-03-02 10:02',
  tooEarly: '2012-12-31 10:00',
  lawBegins: '2013-01-01 00:00',
  lawPast: '2013-01-01 00:02',
})

describe('whoever set out, arrived, declined or reported knew of the order', () => {
  const seq = base.length
  const grown = (...moments: Moment[]) => given(rule, ...base, ...moments).grown('2026-03-02 12:00')
  const v1 = { order: 'x1', carrier: 'vehicle/v1' }
  const s1 = { order: 'x1', unit: 's1' }
  const near: [number, number] = [inside[0], inside[1] + 0.0005]
  const stands = { speedKmh: 0 }
  it.each([
    told('dispatch.acknowledged', s1),
    told('dispatch.departed', v1),
    told('dispatch.arrived', v1),
    told('dispatch.refused', { ...s1, reason: 'no' }),
    told('dispatch.fed-back', { ...s1, incident: 'i1', outcome: 'handled' }),
  ])('as entered (%#)', (entry) => {
    expect(grown(entry('2026-03-02 10:01'))).toEqual([])
    expect(grown(entry('2026-03-02 10:02'))).toMatchObject([
      { evidence: [seq - 1, seq], facts: { shownBy: 'dispatch-system' } },
    ])
  })
  it('as positions show, whichever of setting out and being there came first', () => {
    expect(grown(fix('2026-03-02 10:00:30', near, stands))).toEqual([])
    const there = [fix('2026-03-02 10:00:30', near, stands), fix('2026-03-02 10:05', far, { speedKmh: 40 })]
    expect(grown(...there)).toEqual([])
    const drove = [fix('2026-03-02 10:00:30', far, { speedKmh: 40 }), fix('2026-03-02 10:04', near, stands)]
    expect(grown(...drove)).toEqual([])
  })
  it('the earlier of word and position counts, and stands in the finding', () => {
    const word = told('dispatch.acknowledged', s1)
    const drives = (when: string) => fix(when, far, { speedKmh: 40 })
    expect(grown(drives('2026-03-02 10:02'), word('2026-03-02 10:03'))).toMatchObject([
      { evidence: [seq - 1, seq], facts: { shownBy: 'own-position' } },
    ])
    expect(grown(word('2026-03-02 10:02'), drives('2026-03-02 10:03'))).toMatchObject([
      { evidence: [seq - 1, seq], facts: { shownBy: 'dispatch-system' } },
    ])
    expect(grown(word('2026-03-02 10:01'), drives('2026-03-02 10:03'))).toEqual([])
  })
})
