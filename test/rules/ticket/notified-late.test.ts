import { describe, expect, it } from 'vitest'
import { notifiedLate as rule } from '../../../server/rules/ticket/notified-late.ts'
import { describeLimit } from '../../support/limits.ts'
import { calendar, step } from '../../support/tickets.ts'
import { at, given } from '../../support/timeline.ts'

describeLimit('录入后五日内 … 通知（处理程序规定第二十条）', {
  rule,
  begins: (when, heard) => [...calendar(), step(when, 'entered', { kind: 'camera' }, heard)],
  done: (when) => step(when, 'notified'),
  begin: '2026-03-06 09:00',
  last: '2026-03-14 00:00',
  past: '2026-03-14 00:01',
  tooEarly: '2020-04-30 09:00',
  lawBegins: '2020-05-01 00:00',
  lawPast: '2020-05-09 00:01',
  unmoved: [],
})

describe('交通技术监控设备收集的记录：录入时没有写明种类', () => {
  const found = (...steps: ReturnType<typeof step>[]) => given(rule, ...calendar(), ...steps).until('2026-03-20 00:00')
  const entered = step('2026-03-06 09:00', 'entered', { kind: null })
  it('what a camera captured is a record of a camera', () =>
    expect(found(step('2026-03-05 09:00', 'captured', { kind: null }), entered)).toMatchObject([
      { since: at('2026-03-14 00:00') },
    ]))
  it('of what nobody says that a camera saw it, nothing is asked', () => expect(found(entered)).toEqual([]))
})
