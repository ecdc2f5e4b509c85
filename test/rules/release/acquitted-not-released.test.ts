import { describe, expect, it } from 'vitest'
import { acquittedNotReleased as rule } from '../../../server/rules/release/acquitted-not-released.ts'
import { describeLimit } from '../../support/limits.ts'
import { given, type Moment } from '../../support/timeline.ts'

const of = { person: 'p1', facility: 'kss-1', facilityKind: 'detention-house' }
const received = (when: string, kind: string, heard?: string): Moment => [
  when,
  'sentence.received',
  { ...of, sentence: 's1', kind, endsAt: null },
  heard,
]

describeLimit('在收到相应的法律文书后应当立即办理释放手续（程序规定第二百九十八条; two hours are local）', {
  rule,
  begins: (when, heard) => [received(when, 'acquitted', heard)],
  done: (when) => [when, 'custody.released', of],
  begin: '2026-03-02 09:00',
  last: '2026-03-02 11:00',
  past: '2026-03-02 11:01',
  tooEarly: '2012-12-31 09:00',
  lawBegins: '2013-01-01 00:00',
  lawPast: '2013-01-01 02:01',
})
describe('如果被告人在押', () => {
  const went = (kind: 'custody.admitted' | 'custody.released', when: string): Moment => [when, kind, of]
  const acquitted = received('2026-03-02 15:00', 'acquitted')
  it('asks nothing for one let go before the paper came, and for one who is inside again', () => {
    const out = went('custody.released', '2026-03-02 11:00')
    expect(given(rule, out, acquitted).until('2026-03-03 00:00')).toEqual([])
    expect(
      given(rule, out, went('custody.admitted', '2026-03-02 13:00'), acquitted).until('2026-03-03 00:00'),
    ).toHaveLength(1)
  })
})
describe('无罪或者免除刑事处罚', () => {
  it('counts an exemption, and not a sentence', () => {
    expect(given(rule, received('2026-03-02 09:00', 'exempted')).until('2026-03-02 12:00')).toHaveLength(1)
    expect(given(rule, received('2026-03-02 09:00', 'imprisonment')).until('2026-03-02 12:00')).toEqual([])
  })
})
