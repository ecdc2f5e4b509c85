import { describe, expect, it } from 'vitest'
import { hearingLate as rule } from '../../../server/rules/case/hearing-late.ts'
import { decided, inCase } from '../../support/cases.ts'
import { describeLimit } from '../../support/limits.ts'
import { at, given } from '../../support/timeline.ts'

const requested = inCase('hearing.requested', { decision: 'd1', person: 'p1' })

describeLimit('应当在收到听证申请之日起十日内举行（第一百三十七条）', {
  rule,
  begins: (when, heard) => [requested(when, {}, heard)],
  done: (when) => inCase('hearing.held', { decision: 'd1', startedAt: at(when) })(when),
  begin: '2026-03-02 09:00',
  last: '2026-03-13 00:00',
  past: '2026-03-13 00:01',
  tooEarly: '2012-12-31 09:00',
  lawBegins: '2013-01-01 09:00',
  lawPast: '2031-01-01 00:00',
})

describe('听证申请人撤回听证申请或者放弃听证权利的，终止听证（行政案件程序规定第一百四十八条）', () => {
  const held = inCase('hearing.held', { decision: 'd1', startedAt: at('2026-03-12 23:00') })
  const waived = inCase('hearing.waived', { decision: 'd1', person: 'p1' })
  const refused = inCase('hearing.refused', { decision: 'd1', person: 'p1', why: 'too-late' })
  it('given up or refused afterwards, nothing has to be held any more', () => {
    expect(given(rule, requested('2026-03-02 09:00'), waived('2026-03-02 09:00')).until('2026-04-01 00:00')).toEqual([])
    expect(given(rule, requested('2026-03-02 09:00'), refused('2026-03-12 09:00')).until('2026-04-01 00:00')).toEqual(
      [],
    )
  })
  it('given up before it was asked for after all does not count', () =>
    expect(
      given(rule, waived('2026-03-01 09:00'), requested('2026-03-02 09:00')).until('2026-04-01 00:00'),
    ).toMatchObject([{ evidence: [1] }]))
  it('it counts from when the hearing began, not from when its record came', () => {
    expect(given(rule, requested('2026-03-02 09:00'), held('2026-03-12 23:59')).until('2026-04-01 00:00')).toEqual([])
    const late = held('2026-03-13 04:00', { startedAt: at('2026-03-13 00:01') })
    const found = given(rule, requested('2026-03-02 09:00', {}, '2026-03-20 09:00'), late).until('2026-04-01 00:00')
    expect(found).toMatchObject([{ evidence: [0, 1], since: at('2026-03-13 00:00') }])
  })
})

it('听证应当 … 十日内举行：decided before without one, the right was denied and nothing is late any more', () => {
  const asked = requested('2026-03-02 09:00')
  expect(given(rule, asked, decided('2026-03-12 23:59')).until('2026-04-01 00:00')).toEqual([])
  expect(given(rule, asked, decided('2026-03-13 00:01')).until('2026-04-01 00:00')).toHaveLength(1)
})

describe('撤回听证要求后又提出的，应当允许（第一百三十四条）；逾期不通知的，视为受理（第一百三十五条）', () => {
  const waived = inCase('hearing.waived', { decision: 'd1', person: 'p1' })
  const refused = inCase('hearing.refused', { decision: 'd1', person: 'p1', why: 'too-late' })
  it.each([
    ['given up', waived('2026-03-03 09:00')],
    ['refused', refused('2026-03-03 09:00')],
  ])('%s and asked for again, ten days begin with the second request', (_, between) => {
    const file = given(rule, requested('2026-03-02 09:00'), between, requested('2026-03-05 09:00'))
    expect(file.until('2026-03-17 00:00')).toEqual([])
    expect(file.until('2026-03-17 00:01')).toMatchObject([{ since: at('2026-03-17 00:00'), evidence: [2] }])
  })
  it('asked for twice, the first request counts', () =>
    expect(
      given(rule, requested('2026-03-02 09:00'), requested('2026-03-05 09:00')).until('2026-03-13 00:01'),
    ).toMatchObject([{ since: at('2026-03-13 00:00'), evidence: [0] }]))
})
