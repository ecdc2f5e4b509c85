import { describe, expect, it } from 'vitest'
import { arrivalLate as rule } from '../../../server/rules/dispatch/arrival-late.ts'
import { told } from '../../support/cases.ts'
import { describeLimit } from '../../support/limits.ts'
import { fix, fixes, inside, order, roster } from '../../support/patrol.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const call = told('call.received', { incident: 'i1', channel: '110', area: 'urban', urgency: 'urgent', place: inside })
const near: [number, number] = [inside[0], inside[1] + 0.0005]
const far: [number, number] = [inside[0], inside[1] + 0.018]
const arrived = told('dispatch.arrived', { order: 'x1', carrier: 'vehicle/v1' })
const base = [...roster, call('2026-03-02 09:59'), order('2026-03-02 10:00')]

const found = (until: string, ...moments: Moment[]) => given(rule, ...base, ...moments).until(until)

describe('对公民的报警案件，应当及时查处（第二十一条）', () => {
  it('five minutes in town for an urgent call: lawful at the limit, wrong just past it', () => {
    expect(found('2026-03-02 10:05')).toEqual([])
    expect(found('2026-03-02 10:05:01')).toMatchObject([
      { since: at('2026-03-02 10:05'), facts: { promisedMinutes: 5, area: 'urban' } },
    ])
  })
  it('the car’s own position is arrival, whoever enters what', () => {
    expect(found('2026-03-02 12:00', fix('2026-03-02 10:04', near))).toEqual([])
    expect(
      found(
        '2026-03-02 12:00',
        ...fixes('2026-03-02 10:00', '2026-03-02 10:08', () => far),
        fix('2026-03-02 10:09', near),
      ),
    ).toHaveLength(1)
  })
  it('without positions the entry counts', () =>
    expect(found('2026-03-02 12:00', arrived('2026-03-02 10:05'))).toEqual([]))
  it('whoever tells the reason in time is not late; afterwards it is no excuse', () => {
    const delayed = told('dispatch.delayed', { order: 'x1', unit: 's1', reason: 'congestion' })
    expect(found('2026-03-02 12:00', delayed('2026-03-02 10:04'))).toEqual([])
    expect(found('2026-03-02 12:00', delayed('2026-03-02 10:06'))).toHaveLength(1)
  })
  it('a village has twenty minutes, an unknown area no verdict, a test call none', () => {
    const called = (more: object) =>
      given(rule, ...roster, call('2026-03-02 09:59', more), order('2026-03-02 10:00')).until('2026-03-02 12:00')
    expect(called({ area: 'rural' })).toMatchObject([{ since: at('2026-03-02 10:20') }])
    expect(called({ area: null })).toEqual([])
    expect(called({ test: true })).toEqual([])
  })
  it('dates it truly when the order is heard of late', () =>
    expect(
      given(rule, ...roster, call('2026-03-02 09:59'), order('2026-03-02 10:00', {}, '2026-03-02 11:00')).until(
        '2026-03-02 12:00',
      ),
    ).toMatchObject([{ since: at('2026-03-02 10:05') }]))
})

describeLimit('somebody arrives within the five minutes promised', {
  rule,
  begins: (when, heard) => [...roster, call(when, {}, heard), order(when, {}, heard)],
  done: (when) => arrived(when),
  begin: '2026-03-02 10:00',
  last: '2026-03-02 10:05',
  past: '2026-03-02 10:06',
  tooEarly: '2012-12-31 10:00',
  lawBegins: '2013-01-01 00:00',
  lawPast: '2013-01-01 00:06',
})

describe('whose word counts', () => {
  it('an entry that the car’s own positions do not support leaves it open', () => {
    const there = fixes('2026-03-02 10:00', '2026-03-02 10:08', () => far)
    expect(found('2026-03-02 12:00', ...there, arrived('2026-03-02 10:04'))).toEqual([])
  })
  it('urgency nobody told is the order’s', () => {
    const unsaid = [...roster, call('2026-03-02 09:59', { urgency: null })]
    const as = (urgent: boolean) =>
      given(rule, ...unsaid, order('2026-03-02 10:00', { urgent })).until('2026-03-02 12:00')
    expect(as(true)).toMatchObject([{ since: at('2026-03-02 10:05') }])
    expect(as(false)).toMatchObject([{ since: at('2026-03-02 10:10') }])
  })
})

describe('本局承诺的六个时间，自下达指令起', () =>
  it.each([
    ['urban', 'urgent', 5],
    ['suburban', 'urgent', 10],
    ['rural', 'urgent', 20],
    ['urban', 'ordinary', 10],
    ['suburban', 'ordinary', 20],
    ['rural', 'ordinary', 30],
  ])('%s, %s: %d minutes to the moment', (area, urgency, promised) => {
    const scene = [...roster, call('2026-03-02 09:59', { area, urgency }), order('2026-03-02 10:00')]
    const last = `2026-03-02 10:${String(promised).padStart(2, '0')}`
    expect(given(rule, ...scene, arrived(last)).until('2026-03-02 12:00')).toEqual([])
    expect(given(rule, ...scene).until(last)).toEqual([])
    expect(given(rule, ...scene).until('2026-03-02 12:00')).toMatchObject([
      { since: at(last), facts: { promisedMinutes: promised, area } },
    ])
  }))

describe('a correction of area or urgency: judged by what stood when the moment passed', () => {
  const put = told('incident.reclassified', { incident: 'i1' })
  const as = (more: object, ...rest: readonly Moment[]) =>
    given(rule, ...roster, call('2026-03-02 09:59', more), order('2026-03-02 10:00'), ...rest)
  it('made before its time is over it counts from the order, and is waited for from then on', () => {
    const upgraded = as({ urgency: 'ordinary' }, put('2026-03-02 10:03', { urgency: 'urgent' }))
    expect(upgraded.until('2026-03-02 10:06')).toMatchObject([
      { since: at('2026-03-02 10:05'), openedAt: at('2026-03-02 10:05') + 1, facts: { promisedMinutes: 5 } },
    ])
    expect(
      as({}, put('2026-03-02 10:04', { area: 'rural' }), arrived('2026-03-02 10:20')).until('2026-03-02 12:00'),
    ).toEqual([])
  })
  it('made when its own time was over it leaves the time before', () => {
    const put7 = put('2026-03-02 10:07', { urgency: 'urgent' })
    expect(as({ urgency: 'ordinary' }, put7, arrived('2026-03-02 10:10')).until('2026-03-02 12:00')).toEqual([])
    expect(as({ urgency: 'ordinary' }, put7, arrived('2026-03-02 10:12')).until('2026-03-02 12:00')).toMatchObject([
      { since: at('2026-03-02 10:10'), facts: { promisedMinutes: 10, urgency: 'ordinary' } },
    ])
  })
  it('made afterwards it neither accuses nor acquits', () => {
    const later = (more: object) => put('2026-03-02 11:00', more)
    expect(
      as({ urgency: 'ordinary' }, arrived('2026-03-02 10:09'), later({ urgency: 'urgent' })).until('2026-03-02 12:00'),
    ).toEqual([])
    for (const more of [{ urgency: 'ordinary' }, { urgency: 'not-police' }, { area: 'rural' }])
      expect(
        as({}, arrived('2026-03-02 10:08'), later(more))
          .events('2026-03-02 12:00')
          .filter((e) => e.is === 'ended'),
      ).toEqual([])
  })
  it('the first word of an area that nobody had told counts from the order', () =>
    expect(as({ area: null }, put('2026-03-02 10:30', { area: 'urban' })).until('2026-03-02 12:00')).toMatchObject([
      { since: at('2026-03-02 10:05') },
    ]))
  it('waits for the time of a call that is heard after its order', () =>
    expect(
      given(rule, ...roster, order('2026-03-02 10:00'), call('2026-03-02 09:59', {}, '2026-03-02 10:01')).until(
        '2026-03-02 10:06',
      ),
    ).toMatchObject([{ since: at('2026-03-02 10:05') }]))
})

describe('a tracker that was silent when the car arrived', () => {
  const silent = [fix('2026-03-02 10:02', far), fix('2026-03-02 10:08', near)]
  it('leaves the moment to the entry', () => {
    expect(found('2026-03-02 12:00', ...silent, arrived('2026-03-02 10:05'))).toEqual([])
    expect(found('2026-03-02 12:00', ...silent)).toHaveLength(1)
  })
  it('but an entry that it contradicts does not count', () =>
    expect(found('2026-03-02 12:00', ...silent, fix('2026-03-02 10:05:30', far), arrived('2026-03-02 10:05'))).toEqual([
      expect.objectContaining({ since: at('2026-03-02 10:05') }),
    ]))
})

describe('what the finding rests on', () => {
  const seq = base.length
  const after = '2026-03-02 12:00'
  const grown = (...moments: Moment[]) => given(rule, ...base, ...moments).grown(after)
  it('the order and the position that shows it there, or the entry where positions are silent', () => {
    expect(grown(fix('2026-03-02 10:06', near), arrived('2026-03-02 10:07'))).toMatchObject([
      { evidence: [seq - 1, seq], facts: { shownBy: 'own-position', saidArrivedAt: at('2026-03-02 10:07') } },
    ])
    expect(grown(arrived('2026-03-02 10:06'))).toMatchObject([
      { evidence: [seq - 1, seq], facts: { shownBy: 'dispatch-system' } },
    ])
    expect(
      grown(fix('2026-03-02 10:02', far), arrived('2026-03-02 10:06'), fix('2026-03-02 10:08', near)),
    ).toMatchObject([{ evidence: [seq - 1, seq + 1, seq + 2], facts: { shownBy: 'dispatch-system' } }])
  })
  it('an entry of the moment of a position is shown by the position, and one while it was seen elsewhere is not shown', () => {
    expect(grown(fix('2026-03-02 10:06', near), arrived('2026-03-02 10:06'))).toMatchObject([
      { evidence: [seq - 1, seq], facts: { shownBy: 'own-position' } },
    ])
    const elsewhere = [fix('2026-03-02 10:05', far), arrived('2026-03-02 10:05'), fix('2026-03-02 10:08', near)]
    expect(grown(...elsewhere)).toMatchObject([{ facts: { shownBy: 'own-position' } }])
  })
  it('a first position after the entry leaves the moment to the entry', () =>
    expect(grown(arrived('2026-03-02 10:03'), fix('2026-03-02 10:08', near))).toEqual([]))
  it('an entry against which all positions speak shows nothing, whenever it was made', () => {
    const away = fixes('2026-03-02 10:00', '2026-03-02 10:20', () => far)
    expect(given(rule, ...base, ...away, arrived('2026-03-02 10:06')).verdict(after, 'x1')).toMatchObject({
      is: 'unknown',
      missing: 'a position at the scene',
    })
  })
  it('where nobody knows the place the entry counts', () => {
    const nowhere = [...roster, call('2026-03-02 09:59', { place: null }), order('2026-03-02 10:00')]
    expect(
      given(rule, ...nowhere, fix('2026-03-02 10:01', far), arrived('2026-03-02 10:06')).grown(after),
    ).toMatchObject([{ facts: { shownBy: 'dispatch-system', nearestM: null } }])
  })
})
