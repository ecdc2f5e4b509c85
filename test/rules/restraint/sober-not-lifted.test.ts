import { describe, expect, it } from 'vitest'
import { soberNotLifted as rule } from '../../../server/rules/restraint/sober-not-lifted.ts'
import { measure } from '../../support/custody.ts'
import { describeLimit } from '../../support/limits.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const own = measure('protective-restraint')
const begun = own.starts('2026-03-02 02:00')
const sober: Moment = ['2026-03-02 06:00', 'person.sobered', { person: 'p1' }]

describe('确认醉酒人酒醒后，应当立即解除约束（程序规定第五十八条）', () => {
  it('opens a quarter of an hour (local) after sobriety, not at it', () => {
    expect(given(rule, begun, sober).until('2026-03-02 06:15')).toEqual([])
    expect(given(rule, begun, sober).until('2026-03-02 06:16')).toMatchObject([{ since: at('2026-03-02 06:15') }])
  })
  it('finds nothing when lifted in time, or while the person is still drunk', () => {
    expect(given(rule, begun, sober, own.ends('2026-03-02 06:10', 'lifted')).until('2026-03-03 00:00')).toEqual([])
    expect(given(rule, begun).until('2026-03-03 00:00')).toEqual([])
  })
})

describeLimit('立即解除（十五分钟为本地设定），六种情形', {
  rule,
  begins: (when, heard) => [own.starts(when, {}, heard), [when, 'person.sobered', { person: 'p1' }, heard]],
  done: (when) => own.ends(when, 'lifted'),
  begin: '2026-03-02 10:00',
  last: '2026-03-02 10:15',
  past: '2026-03-02 10:16',
  tooEarly: '2012-12-31 10:00',
  lawBegins: '2013-01-01 00:00',
  lawPast: '2013-01-01 00:16',
})

describe('酒醒被再次确认', () => {
  const found = (again: string) =>
    given(rule, begun, sober, [again, 'person.sobered', { person: 'p1' }], own.ends('2026-03-02 06:30', 'lifted'))
      .events('2026-03-03 00:00')
      .map((e) => e.is)
      .filter((is) => is === 'opened' || is === 'ended')
  it('gives no more time, neither while restrained nor afterwards', () => {
    expect(found('2026-03-02 06:20')).toEqual(['opened'])
    expect(found('2026-03-02 06:40')).toEqual(['opened'])
  })
})
