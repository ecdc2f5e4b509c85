import { describe, expect, it } from 'vitest'
import { confinementLength as rule } from '../../../server/rules/detention/confinement-length.ts'
import { describeLimit } from '../../support/limits.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const of = { confinement: 'k1', person: 'p1', facility: 'kss-1', facilityKind: 'detention-house' }
const begun = (when: string, convict = false, heard?: string): Moment => [
  when,
  'custody.confined',
  { ...of, convict, rank: 'facility-director' },
  heard,
]

describeLimit('禁闭最长不超过十五日（看守所条例实施办法第四十八条，要旨）', {
  rule,
  begins: (when, heard) => [begun(when, false, heard)],
  done: (when) => [when, 'custody.confinement-ended', of],
  begin: '2026-03-02 10:00',
  last: '2026-03-18 00:00',
  past: '2026-03-18 00:01',
  tooEarly: '1991-09-01 10:00',
  lawBegins: '1991-10-05 00:00',
  lawPast: '1991-10-21 00:01',
  unmoved: [['2026-03-05 10:00', 'custody.confinement-ended', { ...of, confinement: 'k2' }]],
})

describe('罪犯的禁闭（留所执行刑罚罪犯管理办法第七十条，要旨）', () => {
  it('ends after ten days since 2013-11-23, after fifteen before', () => {
    expect(given(rule, begun('2026-03-02 10:00', true)).until('2026-03-13 00:00')).toEqual([])
    expect(given(rule, begun('2026-03-02 10:00', true)).until('2026-03-13 00:01')).toMatchObject([
      { since: at('2026-03-13 00:00') },
    ])
    expect(given(rule, begun('2013-11-22 10:00', true)).until('2013-12-08 00:00')).toEqual([])
  })
  it('ships off: the text was not checked', () => expect(rule.shipsOff?.zh).toContain('未逐字核对'))
})
