import { describe, expect, it } from 'vitest'
import { decidedLate as rule } from '../../../server/rules/ticket/decided-late.ts'
import { describeLimit } from '../../support/limits.ts'
import { calendar, step } from '../../support/tickets.ts'
import { given } from '../../support/timeline.ts'

const accepted = (when: string, heard?: string) => step(when, 'accepted', { kind: 'general' }, heard)
const decided = (when: string, penalties: string[], more: object = {}) =>
  step(when, 'decided', { kind: 'general', penalties, ...more })
const far = '2031-01-01 00:00'
const found = (...moments: Parameters<typeof given>[1][]) => given(rule, ...calendar(), ...moments).until(far)

describeLimit('吊销 … 接受处理 … 之日起七日内作出处罚决定（处理程序规定第五十一条）', {
  rule,
  begins: (when, heard) => [...calendar(), accepted(when, heard)],
  done: (when) => decided(when, ['revocation']),
  begin: '2026-03-06 09:00',
  last: '2026-03-18 00:00',
  past: '2026-03-18 00:01',
  tooEarly: '2020-04-30 09:00',
  lawBegins: '2020-05-01 00:00',
  lawPast: '2020-05-13 00:01',
  unmoved: [step('2026-03-09 09:00', 'notified')],
})

describe('处以罚款 … 二十四小时内；暂扣 … 三日内', () => {
  it('a fine at the twenty-fourth hour is in time, a minute later is not', () => {
    expect(found(accepted('2026-03-06 09:00'), decided('2026-03-07 09:00', ['fine']))).toEqual([])
    const late = found(accepted('2026-03-06 09:00'), decided('2026-03-07 09:01', ['fine']))
    expect(late).toMatchObject([{ facts: { penalty: 'fine', limit: 24, unit: 'hour' } }])
  })
  it('a fine told without its kind of penalty counts as one; a warning has no time', () => {
    expect(found(accepted('2026-03-06 09:00'), decided('2026-03-09 09:01', [], { amountYuan: 500 }))).toHaveLength(1)
    expect(found(accepted('2026-03-06 09:00'), decided('2026-03-09 09:01', ['warning']))).toEqual([])
  })
  it('a suspension has three working days, with a fine beside it too', () => {
    expect(found(accepted('2026-03-06 09:00'), decided('2026-03-11 23:59', ['suspension', 'fine']))).toEqual([])
    expect(found(accepted('2026-03-06 09:00'), decided('2026-03-12 00:01', ['suspension', 'fine']))).toHaveLength(1)
  })
  it('a revocation counts from the end of the hearing, a fine does not', () => {
    const hearing = [accepted('2026-03-06 09:00'), step('2026-03-16 17:00', 'heard')]
    expect(found(...hearing, decided('2026-03-25 20:00', ['revocation']))).toEqual([])
    expect(found(...hearing, decided('2026-03-26 00:01', ['revocation']))).toHaveLength(1)
    expect(found(...hearing, decided('2026-03-16 18:00', ['fine']))).toHaveLength(1)
  })
  it('while a hearing that was asked for is not over, nothing is late but a fine', () => {
    const asked = [accepted('2026-03-06 09:00'), step('2026-03-10 09:00', 'hearing-requested')]
    expect(found(...asked)).toEqual([])
    const heard = [...asked, step('2026-04-01 17:00', 'heard')]
    expect(found(...heard, decided('2026-04-10 23:59', ['revocation']))).toEqual([])
    expect(found(...heard, decided('2026-04-11 00:01', ['revocation']))).toHaveLength(1)
    expect(found(...asked, decided('2026-03-11 09:00', ['fine']))).toHaveLength(1)
  })
  it('the simple procedure is none of it', () =>
    expect(
      found(
        step('2026-03-06 09:00', 'accepted'),
        step('2026-03-30 09:00', 'decided', { kind: 'simple', penalties: ['fine'] }),
      ),
    ).toEqual([]))
})

describe('各按各的处罚：最重的一种定期限', () => {
  it('a revocation beside a fine has seven working days, a suspension beside it too', () => {
    const on = (penalties: string[], when: string) => found(accepted('2026-03-06 09:00'), decided(when, penalties))
    expect(on(['fine', 'revocation'], '2026-03-17 23:59')).toEqual([])
    expect(on(['suspension', 'revocation'], '2026-03-17 23:59')).toEqual([])
    expect(on(['fine', 'revocation'], '2026-03-18 00:01')).toMatchObject([{ facts: { penalty: 'undecided' } }])
  })
  it('nothing told of the penalty at all is not judged once it was decided', () =>
    expect(found(accepted('2026-03-06 09:00'), decided('2026-03-16 09:00', []))).toEqual([]))
})
