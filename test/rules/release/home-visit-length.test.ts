import { describe, expect, it } from 'vitest'
import { homeVisitLength as rule } from '../../../server/rules/release/home-visit-length.ts'
import { describeLimit } from '../../support/limits.ts'
import type { Moment } from '../../support/timeline.ts'

const of = { person: 'p1', facility: 'kss-1', facilityKind: 'detention-house', outing: 'x1' }
const out = (when: string, heard?: string): Moment => [
  when,
  'custody.taken-out',
  { ...of, purpose: 'home-visit', convict: true },
  heard,
]

describeLimit('离所探亲三日至七日，不包括路途时间（第六十七条，要旨；路途一日为本地设定）', {
  rule,
  begins: (when, heard) => [out(when, heard)],
  done: (when) => [when, 'custody.returned', of],
  begin: '2026-03-02 10:00',
  last: '2026-03-10 10:00',
  past: '2026-03-10 10:01',
  tooEarly: '2013-11-10 10:00',
  lawBegins: '2013-11-23 00:00',
  lawPast: '2013-12-01 00:01',
})

describe('离所探亲', () => {
  it('ships off: the text was not checked', () => expect(rule.shipsOff?.zh).toContain('未逐字核对'))
})
