import { describe, expect, it } from 'vitest'
import { convictBackTheSameDay as rule } from '../../../server/rules/release/convict-back-the-same-day.ts'
import { describeLimit } from '../../support/limits.ts'
import { given, type Moment } from '../../support/timeline.ts'

const of = { person: 'p1', facility: 'f-1', facilityKind: 'detention-house', outing: 'x1' }
const out = (when: string, more: object = {}, heard?: string): Moment => [
  when,
  'custody.taken-out',
  { ...of, purpose: 'identification', convict: true, ...more },
  heard,
]

describeLimit('提出罪犯应当当日送回（留所执行刑罚罪犯管理办法第五十二条，要旨）', {
  rule,
  begins: (when, heard) => [out(when, {}, heard)],
  done: (when) => [when, 'custody.returned', of],
  begin: '2026-03-02 10:00',
  last: '2026-03-03 00:00',
  past: '2026-03-03 00:01',
  tooEarly: '2013-11-22 10:00',
  lawBegins: '2013-11-23 00:00',
  lawPast: '2013-11-24 00:01',
  unmoved: [['2026-03-02 11:00', 'custody.returned', { ...of, outing: 'x2' }]],
})

describe('当日', () => {
  it('ships off: the text was not checked', () => expect(rule.shipsOff?.zh).toContain('未逐字核对'))
  it('is not asked of other outings', () =>
    expect(given(rule, out('2026-03-02 10:00', { convict: false })).until('2026-04-01 00:00')).toEqual([]))
})
