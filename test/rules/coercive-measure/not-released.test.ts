import { describe, expect, it } from 'vitest'
import { coerciveNotReleased as rule } from '../../../server/rules/coercive-measure/not-released.ts'
import { measure } from '../../support/custody.ts'
import { describeLimit } from '../../support/limits.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const own = measure('criminal-detention')
const begun = own.starts('2026-03-01 10:00')
const released = (when: string): Moment => [
  when,
  'custody.released',
  { person: 'p1', facility: 'kss-1', facilityKind: 'detention-house' },
]

describe('人民检察院不批准逮捕的，公安机关应当在接到通知后立即释放（刑诉法第九十一条）', () => {
  it('opens two hours (local) after the refusal was received', () => {
    expect(given(rule, begun, own.mustEnd('2026-03-10 10:00', 'arrest-refused')).until('2026-03-10 12:00')).toEqual([])
    expect(
      given(rule, begun, own.mustEnd('2026-03-10 10:00', 'arrest-refused')).until('2026-03-10 12:01'),
    ).toMatchObject([{ since: at('2026-03-10 12:00') }])
  })
  it('finds nothing when released in time, or when custody goes on for a reason', () => {
    expect(
      given(rule, begun, own.mustEnd('2026-03-10 10:00', 'wrongly-detained'), released('2026-03-10 11:00')).until(
        '2026-03-20 00:00',
      ),
    ).toEqual([])
    expect(
      given(
        rule,
        begun,
        own.mustEnd('2026-03-10 10:00', 'arrest-refused'),
        own.ends('2026-03-10 11:59', 'changed', { next: 'bail' }),
      ).until('2026-03-20 00:00'),
    ).toEqual([])
    expect(given(rule, begun, own.mustEnd('2026-03-10 10:00', 'proven')).until('2026-03-20 00:00')).toEqual([])
  })
})

describe('who is no longer held when the word comes needs no release', () => {
  const refusal = own.mustEnd('2026-03-10 10:00', 'arrest-refused')
  it('was let go before it, or went over to another measure', () => {
    expect(given(rule, begun, released('2026-03-10 09:50'), refusal).until('2026-03-20 00:00')).toEqual([])
    expect(
      given(rule, begun, own.ends('2026-03-08 10:00', 'changed', { next: 'bail' }), refusal).until('2026-03-20 00:00'),
    ).toEqual([])
    expect(given(rule, begun, own.ends('2026-03-10 09:50'), refusal).until('2026-03-20 00:00')).toEqual([])
  })
  it('is not so by a paper while the detention house holds on, nor by a release from where they were before', () => {
    const inside: Moment = [
      '2026-03-01 15:00',
      'custody.admitted',
      { person: 'p1', facility: 'kss-1', facilityKind: 'detention-house' },
    ]
    expect(given(rule, begun, inside, own.ends('2026-03-10 09:50'), refusal).until('2026-03-10 13:00')).toHaveLength(1)
    expect(given(rule, released('2026-03-01 09:00'), begun, refusal).until('2026-03-10 13:00')).toHaveLength(1)
  })
})

describe('the refusal is on record as the answer to the request for arrest', () => {
  const asked = (kind: string): Moment => [
    '2026-03-04 10:00',
    'application.made',
    { application: 'x1', kind, person: 'p1', unit: 'station-1' },
  ]
  const refused: Moment = [
    '2026-03-10 10:00',
    'application.answered',
    { application: 'x1', person: 'p1', unit: 'station-1', result: 'refused', rank: 'procuratorate' },
  ]
  it('opens two hours (local) after it', () =>
    expect(given(rule, begun, asked('arrest-approval'), refused).until('2026-03-10 12:01')).toMatchObject([
      { since: at('2026-03-10 12:00'), facts: { reason: 'arrest-refused' } },
    ]))
  it('finds nothing when released in time, or when something else was refused', () => {
    expect(
      given(rule, begun, asked('arrest-approval'), refused, released('2026-03-10 11:00')).until('2026-03-20 00:00'),
    ).toEqual([])
    expect(given(rule, begun, asked('change-of-measure'), refused).until('2026-03-20 00:00')).toEqual([])
  })
})

describeLimit('立即释放（两小时为本地设定），六种情形', {
  rule,
  begins: (when, heard) => [
    own.starts(when, {}, heard),
    [when, 'measure.must-end', { ...own.of, reason: 'arrest-refused' }, heard],
  ],
  done: (when) => released(when),
  begin: '2026-03-02 10:00',
  last: '2026-03-02 12:00',
  past: '2026-03-02 12:01',
  tooEarly: '2012-12-31 10:00',
  lawBegins: '2013-01-01 00:00',
  lawPast: '2013-01-01 02:01',
  unmoved: [own.extended('2026-03-02 11:00', 7, 'day', 'bureau-chief')],
})
