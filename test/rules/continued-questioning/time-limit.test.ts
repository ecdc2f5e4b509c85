import { describe, expect, it } from 'vitest'
import { continuedQuestioningTimeLimit as rule } from '../../../server/rules/continued-questioning/time-limit.ts'
import { arrives, departs, measure } from '../../support/custody.ts'
import { at, given } from '../../support/timeline.ts'

const cq = measure('continued-questioning')
const begun = [
  arrives('2026-03-02 09:00'),
  cq.starts('2026-03-02 09:20'),
  cq.approved('2026-03-02 09:30', 'station-chief'),
]

describe('继续盘问的时限一般为十二小时（继续盘问规定第十一条）', () => {
  it('finds nothing when the person leaves at twelve hours sharp', () =>
    expect(given(rule, ...begun, departs('2026-03-02 21:00')).until('2026-03-04 00:00')).toEqual([]))
  it('opens a finding the moment the limit passes, counted from arrival and not from approval, with nobody reporting', () => {
    const [finding] = given(rule, ...begun).until('2026-03-02 21:01')
    expect(finding).toMatchObject({
      since: at('2026-03-02 21:00'),
      openedAt: at('2026-03-02 21:00') + 1,
      evidence: [0, 1],
    })
  })
  it('counts from the earlier of gate and paper', () => {
    const paper = arrives('2026-03-02 08:30', { source: 'paper' }, '2026-03-02 10:00')
    expect(given(rule, ...begun, paper).until('2026-03-02 20:31')[0]?.since).toBe(at('2026-03-02 20:30'))
  })
  it('never pauses: 呈报和审批 time and even a doctor’s visit are inside', () =>
    expect(
      given(rule, ...begun, departs('2026-03-02 12:00', { how: 'taken-out' })).until('2026-03-02 21:01'),
    ).toHaveLength(1))
  it('ends with the hand-over to custody', () =>
    expect(given(rule, ...begun, cq.ends('2026-03-02 20:00', 'delivered')).until('2026-03-03 12:00')).toEqual([]))
  it('runs until the hand-over for whoever is decided to be detained, and not for whoever is summoned', () => {
    const left = departs('2026-03-02 22:00', { how: 'handed-to-custody' })
    const to = (next: string) =>
      given(rule, ...begun, cq.ends('2026-03-02 20:00', 'changed', { next }), left).until('2026-03-03 12:00')
    expect(to('criminal-detention')).toMatchObject([{ since: at('2026-03-02 21:00') }])
    expect(to('criminal-summons')).toEqual([])
  })
  it('knows nothing without an arrival, and nothing before the rule came into force', () => {
    expect(given(rule, cq.starts('2026-03-02 09:20')).until('2026-03-05 00:00')).toEqual([])
    expect(given(rule, arrives('2004-09-30 09:00'), cq.starts('2004-09-30 09:00')).until('2004-10-03 00:00')).toEqual(
      [],
    )
    expect(
      given(rule, arrives('2004-10-01 00:00'), cq.starts('2004-10-01 00:00')).until('2004-10-03 00:00'),
    ).toHaveLength(1)
  })
  it('dates the breach correctly when the door controller was offline', () => {
    const late = [
      arrives('2026-03-02 09:00', {}, '2026-03-03 08:00'),
      cq.starts('2026-03-02 09:20', {}, '2026-03-03 08:00'),
    ]
    expect(
      given(rule, ...late, departs('2026-03-02 22:00', {}, '2026-03-03 08:00')).until('2026-03-03 08:01'),
    ).toMatchObject([{ since: at('2026-03-02 21:00'), openedAt: at('2026-03-03 08:00') }])
  })
})

describe('可以延长至二十四小时 … 四十八小时（第十一条、第十七条）', () => {
  const to24 = cq.extended('2026-03-02 21:00', 24, 'hour', 'duty-chief')
  const to48 = cq.extended('2026-03-03 08:00', 48, 'hour', 'deputy-bureau-chief')
  it('lets a duty chief extend to 24 hours at the last lawful moment', () => {
    expect(given(rule, ...begun, to24).until('2026-03-03 09:00')).toEqual([])
    expect(given(rule, ...begun, to24).until('2026-03-03 09:01')).toHaveLength(1)
  })
  it('holds an approval to fewer hours for those, and one to more than forty-eight for forty-eight', () => {
    const to = (when: string, hours: number) => cq.extended(when, hours, 'hour', 'deputy-bureau-chief')
    const since = (...extended: ReturnType<typeof to>[]) =>
      given(rule, ...begun, ...extended).until('2026-03-05 00:00')[0]?.since
    expect(since(to('2026-03-02 20:00', 18))).toBe(at('2026-03-03 03:00'))
    expect(since(to('2026-03-02 20:00', 18), to('2026-03-03 02:00', 24))).toBe(at('2026-03-03 09:00'))
    expect(since(to24, to('2026-03-03 08:00', 36))).toBe(at('2026-03-03 21:00'))
    expect(since(to24, to('2026-03-03 08:00', 72))).toBe(at('2026-03-04 09:00'))
    expect(since(to('2026-03-02 20:00', 36))).toBe(at('2026-03-02 21:00'))
  })
  it('lets the deputy chief extend from 24 to 48 hours', () => {
    expect(given(rule, ...begun, to24, to48).until('2026-03-04 09:00')).toEqual([])
    expect(given(rule, ...begun, to24, to48).until('2026-03-04 09:01')[0]?.since).toBe(at('2026-03-04 09:00'))
  })
  it('does not count an approval given after the limit had passed', () =>
    expect(
      given(rule, ...begun, cq.extended('2026-03-02 21:05', 24, 'hour', 'duty-chief')).until('2026-03-02 22:00'),
    ).toHaveLength(1))
  it('does not let a late approval end the finding', () => {
    const late = cq.extended('2026-03-02 21:05', 24, 'hour', 'duty-chief')
    const said = given(rule, ...begun, late).events('2026-03-02 22:00')
    expect(said.map((e) => e.is)).not.toContain('ended')
  })
  it('does not count the jump from 12 to 48, nor a station chief’s signature, nor a duty chief’s for 48', () => {
    expect(
      given(rule, ...begun, cq.extended('2026-03-02 20:00', 48, 'hour', 'deputy-bureau-chief')).until(
        '2026-03-02 21:01',
      ),
    ).toHaveLength(1)
    expect(
      given(rule, ...begun, cq.extended('2026-03-02 20:00', 24, 'hour', 'station-chief')).until('2026-03-02 21:01'),
    ).toHaveLength(1)
    const wrong48 = cq.extended('2026-03-03 08:00', 48, 'hour', 'duty-chief')
    expect(given(rule, ...begun, to24, wrong48).until('2026-03-03 09:01')).toHaveLength(1)
  })
})
