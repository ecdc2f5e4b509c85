import { describe, expect, it } from 'vitest'
import { directEntry as rule } from '../../../server/rules/case-area/direct-entry.ts'
import { arrives, departs, enters, room } from '../../support/custody.ts'
import { describeLimit } from '../../support/limits.ts'
import { given } from '../../support/timeline.ts'

const inside = room('2010-01-01 00:00', { area: 'z1' })

describeLimit('被带至公安机关后，应当直接带入办案区（执法质量考核评议规定第九条，要旨；五分钟为本地设定）', {
  rule,
  begins: (when, heard) => [inside, arrives(when, { how: 'brought' }, heard)],
  done: (when) => enters(when, 'p1', 'held'),
  begin: '2026-03-02 10:00',
  last: '2026-03-02 10:05',
  past: '2026-03-02 10:06',
  tooEarly: '2016-02-29 10:00',
  lawBegins: '2016-03-01 00:00',
  lawPast: '2016-03-01 00:06',
})

describe('直接带入办案区', () => {
  it('ships off: the text was not checked', () => expect(rule.shipsOff?.zh).toContain('未逐字核对'))
  it('is not asked of those who come by themselves, nor of a time on paper', () => {
    expect(given(rule, inside, arrives('2026-03-02 10:00', { how: 'surrendered' })).until('2026-03-02 12:00')).toEqual(
      [],
    )
    expect(
      given(rule, inside, arrives('2026-03-02 10:00', { how: 'brought', source: 'paper' })).until('2026-03-02 12:00'),
    ).toEqual([])
  })
  it('is not fulfilled by a room outside the area; is over when the person leaves', () => {
    const office = room('2010-01-01 00:00', { room: 'r9', area: null, kind: 'office' })
    expect(
      given(
        rule,
        inside,
        office,
        arrives('2026-03-02 10:00', { how: 'brought' }),
        enters('2026-03-02 10:01', 'p1', 'held', { room: 'r9' }),
      ).until('2026-03-02 10:06'),
    ).toHaveLength(1)
    expect(
      given(rule, inside, arrives('2026-03-02 10:00', { how: 'brought' }), departs('2026-03-02 10:03')).until(
        '2026-03-02 12:00',
      ),
    ).toEqual([])
  })
})
