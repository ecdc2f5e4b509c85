import { describe, expect, it } from 'vitest'
import { petitionNotTold as rule } from '../../../server/rules/petition/not-told.ts'
import { told } from '../../support/cases.ts'
import { describeLimit } from '../../support/limits.ts'
import { at, given } from '../../support/timeline.ts'

const received = told('petition.received', {
  petition: 'x1',
  unit: 'station-1',
  via: 'direct',
  matter: 'claim',
  ours: true,
})
const answered = told('petition.told', { petition: 'x1', unit: 'station-1', inWriting: true })

describeLimit('自收到信访事项之日起15日内书面告知信访人（第二十三条）', {
  rule,
  begins: (when, heard) => [received(when, {}, heard)],
  done: (when) => answered(when),
  // The fifteenth day is a Sunday; it does not move on.
  begin: '2026-03-07 09:00',
  last: '2026-03-23 00:00',
  past: '2026-03-23 00:01',
  tooEarly: '2022-04-30 09:00',
  lawBegins: '2022-05-01 09:00',
  lawPast: '2031-01-01 00:00',
  // 书面: what was only said is not told.
  unmoved: [answered('2026-03-10 09:00', { inWriting: false })],
})

describe('whom the fifteen days are owed to', () => {
  const found = (more: object) => given(rule, received('2026-03-02 09:00', more)).until('2031-01-01 00:00')
  it.each<[string, object]>([
    ['信访人的姓名（名称）、住址不清的除外', { reachable: false }],
    ['政法部门处理涉及诉讼权利救济事项的告知按照有关规定执行', { matter: 'litigation' }],
    ['转送的不属于职权范围的，提出异议', { via: 'passed-on', ours: false }],
    ['转送的尚不知是否属于职权范围', { via: 'passed-on', ours: null }],
  ])('not here: %s', (_, more) => expect(found(more)).toEqual([]))
  it.each<[string, object]>([
    ['转送、交办，属于本机关、单位职权范围的', { via: 'passed-on' }],
    ['转送、交办的事项没有姓名住址的例外', { via: 'passed-on', reachable: false }],
    ['直接提出而不属于职权范围的，告知向有权处理的机关、单位提出', { ours: false }],
    ['检举控告', { matter: 'accusation' }],
  ])('here: %s', (_, more) => expect(found(more)).toMatchObject([{ since: at('2026-03-18 00:00') }]))
  it('counts from the day it came in, also when it becomes known later that it is ours', () => {
    const unknown = received('2026-03-02 09:00', { via: 'passed-on', ours: null })
    const known = received('2026-03-06 09:00', { via: 'passed-on', ours: true })
    expect(given(rule, unknown, known).until('2031-01-01 00:00')).toMatchObject([{ since: at('2026-03-18 00:00') }])
  })
})
