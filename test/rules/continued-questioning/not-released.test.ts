import { describe, expect, it } from 'vitest'
import { continuedQuestioningNotReleased as rule } from '../../../server/rules/continued-questioning/not-released.ts'
import { arrives, departs, measure } from '../../support/custody.ts'
import { describeLimit } from '../../support/limits.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const cq = measure('continued-questioning')
const must = cq.mustEnd('2026-03-02 12:00', 'cleared')

describe('应当立即终止继续盘问，并立即释放被盘问人（规定第十九条、第二十一条）', () => {
  it('opens half an hour (local) after suspicion was removed', () => {
    expect(given(rule, must).until('2026-03-02 12:30')).toEqual([])
    expect(given(rule, must).until('2026-03-02 12:31')).toMatchObject([
      { since: at('2026-03-02 12:30'), facts: { reason: 'cleared' } },
    ])
  })
  it('finds nothing when the person leaves or is handed over in time', () => {
    expect(given(rule, must, departs('2026-03-02 12:20')).until('2026-03-03 00:00')).toEqual([])
    expect(given(rule, must, cq.ends('2026-03-02 12:20', 'delivered')).until('2026-03-03 00:00')).toEqual([])
  })
})

describe('未批准继续盘问的，应当立即释放（规定第十四条）', () => {
  const refused: Moment = [
    '2026-03-02 12:00',
    'measure.decided',
    { ...cq.of, decision: 'refused', rank: 'station-chief' },
  ]
  it('opens half an hour after the refusal, also with nothing else on record', () =>
    expect(given(rule, refused).until('2026-03-02 12:31')).toMatchObject([
      { since: at('2026-03-02 12:30'), facts: { reason: 'not-approved' } },
    ]))
  it('finds nothing when the person leaves at once, or it is approved after all', () => {
    expect(given(rule, refused, departs('2026-03-02 12:10')).until('2026-03-03 00:00')).toEqual([])
    expect(given(rule, refused, cq.approved('2026-03-02 12:10', 'station-chief')).until('2026-03-03 00:00')).toEqual([])
  })
})

describe('released on paper, and still there', () => {
  const day = [arrives('2026-03-02 09:00'), cq.starts('2026-03-02 09:10'), cq.ends('2026-03-02 15:00')]
  it('opens half an hour after the release on paper when the person leaves three hours later', () =>
    expect(given(rule, ...day, departs('2026-03-02 18:00')).until('2026-03-02 18:00')).toMatchObject([
      { since: at('2026-03-02 15:30') },
    ]))
  it('finds nothing when they leave in time, when another measure keeps them, or when no leaving is told', () => {
    expect(given(rule, ...day, departs('2026-03-02 15:30')).until('2026-03-03 00:00')).toEqual([])
    const summons = measure('criminal-summons', { measure: 'm2' })
    expect(
      given(rule, ...day, summons.starts('2026-03-02 15:00'), departs('2026-03-02 18:00')).until('2026-03-03 00:00'),
    ).toEqual([])
    expect(given(rule, ...day).until('2026-03-03 00:00')).toEqual([])
  })
})

describeLimit('立即释放（三十分钟为本地设定），六种情形', {
  rule,
  begins: (when, heard) => [[when, 'measure.must-end', { ...cq.of, reason: 'cleared' }, heard]],
  done: (when) => cq.ends(when),
  begin: '2026-03-02 10:00',
  last: '2026-03-02 10:30',
  past: '2026-03-02 10:31',
  tooEarly: '2004-09-30 10:00',
  lawBegins: '2004-10-01 00:00',
  lawPast: '2004-10-01 00:31',
  unmoved: [cq.extended('2026-03-02 10:10', 24, 'hour', 'duty-chief')],
})
