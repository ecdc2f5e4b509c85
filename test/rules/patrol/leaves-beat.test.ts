import { describe, expect, it } from 'vitest'
import type { LngLat } from '../../../server/domain/geo.ts'
import { leavesBeat as rule } from '../../../server/rules/patrol/leaves-beat.ts'
import { beyond, closed, fix, fixes, inside, order, roster, shift, square, task, zone } from '../../support/patrol.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const day = '2026-03-02'
const out = (from: string, to: string, metres = 1000, more: object = {}): Moment[] =>
  fixes(`${day} ${from}`, `${day} ${to}`, () => beyond(metres), more)
const home = (when: string): Moment => fix(`${day} ${when}`, inside)

describe('人民警察必须执行上级的决定和命令。（人民警察法第三十二条）— the beat', () => {
  it('finds nothing while the car stays in its beat', () => {
    expect(
      given(rule, ...roster, ...fixes(`${day} 09:00`, `${day} 10:00`, () => inside)).until(`${day} 12:00`),
    ).toEqual([])
  })
  it('finds nothing at the dwell limit exactly', () => {
    expect(given(rule, ...roster, home('08:59'), ...out('10:00', '10:03')).until(`${day} 10:03`)).toEqual([])
  })
  it('opens just past it, though nobody reports anything more', () => {
    const [finding] = given(rule, ...roster, home('09:59'), ...out('10:00', '10:03')).until(`${day} 10:04`)
    expect(finding).toMatchObject({
      id: `patrol.leaves-beat/vehicle/v1/${at(`${day} 10:00`)}`,
      since: at(`${day} 10:00`),
      openedAt: at(`${day} 10:03`) + 1,
      evidence: [5, 6, 7],
      facts: { beat: 'b1', shift: 'day', farthestM: 1000, bufferMetres: 200 },
      concerns: { unit: 's1', carrier: 'vehicle/v1', officers: ['o1', 'o2'], place: beyond(1000) },
    })
  })
  it('presumes nothing from one stray position followed by silence', () => {
    expect(given(rule, ...roster, home('09:59'), fix(`${day} 10:00`, beyond(1000))).until(`${day} 12:00`)).toEqual([])
  })
  it('ends when the car is back', () => {
    const events = given(rule, ...roster, ...out('10:00', '10:05'), home('10:06')).events(`${day} 11:00`)
    expect(events.at(-1)).toMatchObject({ is: 'ended', because: 'clear', at: at(`${day} 10:06`) })
  })
  it('judges an arrangement by the rule of its day: none before the regulation came into force', () => {
    expect(rule.params[0]?.from).toBe('2011-10-01')
  })
})

describe('the whole error circle must lie beyond the buffer', () => {
  it('finds nothing within the buffer', () => {
    expect(given(rule, ...roster, ...out('10:00', '10:30', 190)).until(`${day} 11:00`)).toEqual([])
  })
  it('finds nothing when a poor position merely may be outside', () => {
    expect(given(rule, ...roster, ...out('10:00', '10:30', 600, { accuracyM: 500 })).until(`${day} 11:00`)).toEqual([])
  })
  it('assumes an accuracy where the device gives none', () => {
    expect(given(rule, ...roster, ...out('10:00', '10:30', 225, { accuracyM: null })).until(`${day} 11:00`)).toEqual([])
    expect(
      given(rule, ...roster, ...out('10:00', '10:30', 235, { accuracyM: null })).until(`${day} 11:00`),
    ).toHaveLength(1)
  })
  it('does not flap on the line: between buffer and dead-band an absence neither begins nor ends', () => {
    const wavering = fixes(`${day} 10:00`, `${day} 10:30`, (share) => beyond(Math.round(share * 60) % 2 ? 180 : 260))
    const events = given(rule, ...roster, ...wavering).events(`${day} 10:30`)
    expect(events.filter((e) => e.is === 'opened' || e.is === 'ended')).toHaveLength(1)
  })
})

describe('what lies between sparse fixes is not held against anyone', () => {
  const west: LngLat = [115.98, 30.05]
  const east: LngLat = [116.12, 30.05]
  it('does not join two places on either side of the beat into one absence', () => {
    const sparse = [fix(`${day} 10:00`, west), fix(`${day} 10:04`, east), fix(`${day} 10:06`, east)]
    expect(given(rule, ...roster, ...sparse).until(`${day} 10:07`)).toEqual([])
  })
  it('does join two places on the same side', () => {
    const sparse = [fix(`${day} 10:00`, west), fix(`${day} 10:04`, [115.97, 30.06])]
    expect(given(rule, ...roster, ...sparse).until(`${day} 10:05`)).toMatchObject([{ since: at(`${day} 10:00`) }])
  })
  it('presumes nothing across a long silence', () => {
    const sparse = [fix(`${day} 10:00`, west), fix(`${day} 10:20`, west)]
    expect(given(rule, ...roster, ...sparse).until(`${day} 10:21`)).toEqual([])
  })
  it('takes a report that arrives out of order as proof of having been back', () => {
    const shuffled = [
      ...out('10:00', '10:02:30'),
      fix(`${day} 10:02`, inside, {}, `${day} 10:02:40`),
      fix(`${day} 10:03:30`, beyond(1000)),
    ]
    expect(given(rule, ...roster, ...shuffled).until(`${day} 10:04`)).toEqual([])
  })
})

describe('exempt while under orders or at an approved task', () => {
  it('is under a dispatch order', () => {
    expect(given(rule, ...roster, order(`${day} 09:58`), ...out('10:00', '10:30')).until(`${day} 11:00`)).toEqual([])
  })
  it('is so when the order went to one of the crew', () => {
    const toOfficer = order(`${day} 09:58`, { carriers: ['officer/o2'] })
    expect(given(rule, ...roster, toOfficer, ...out('10:00', '10:30')).until(`${day} 11:00`)).toEqual([])
    const toAnother = order(`${day} 09:58`, { carriers: ['officer/o9'] })
    expect(given(rule, ...roster, toAnother, ...out('10:00', '10:30')).until(`${day} 11:00`)).toHaveLength(1)
  })
  it('has time to return after the order is closed, and no more', () => {
    const timeline = given(
      rule,
      ...roster,
      order(`${day} 09:58`),
      ...out('10:00', '10:20'),
      closed(`${day} 10:20`),
      ...out('10:20:30', '10:40'),
    )
    expect(timeline.until(`${day} 10:40`)).toMatchObject([
      { since: at(`${day} 10:30`), openedAt: at(`${day} 10:33`) + 1 },
    ])
  })
  const call = (
    kind: 'dispatch.acknowledged' | 'dispatch.departed' | 'dispatch.arrived' | 'dispatch.refused' | 'dispatch.fed-back',
    when: string,
    more: object,
  ): Moment => [`${day} ${when}`, kind, { order: 'x1', ...more }]
  const whole = (closedAt: string): Moment[] => [
    order(`${day} 09:58`),
    call('dispatch.acknowledged', '09:58:30', { unit: 's1', carrier: 'vehicle/v1', by: 'o1' }),
    call('dispatch.departed', '09:59', { carrier: 'vehicle/v1' }),
    call('dispatch.arrived', '10:06', { carrier: 'vehicle/v1' }),
    closed(`${day} ${closedAt}`),
  ]
  const far = out('10:00', '10:40')
  it('is so from the order until it is closed, by what the dispatch system said: the lawful twin', () => {
    expect(given(rule, ...roster, ...far, ...whole('10:31')).until(`${day} 10:40`)).toEqual([])
  })
  it('is not any longer once the order ended, though the car stays where it was sent', () => {
    expect(given(rule, ...roster, ...far, ...whole('10:20')).until(`${day} 10:40`)).toMatchObject([
      { since: at(`${day} 10:30`) },
    ])
  })
  const fedBack = (when: string, unit = 's1'): Moment =>
    call('dispatch.fed-back', when, { incident: 'i1', unit, outcome: 'handled' })
  it('is not any longer once the result is in, though nobody ever closes the order', () => {
    const open = [...whole('10:39').slice(0, -1), fedBack('10:20')]
    expect(given(rule, ...roster, ...far, ...open).until(`${day} 10:40`)).toMatchObject([{ since: at(`${day} 10:30`) }])
    const late = [...whole('10:39'), fedBack('10:20')]
    const events = given(rule, ...roster, ...far, ...late).events(`${day} 10:40`)
    const opened = events.find((e) => e.is === 'opened')
    expect(opened).toMatchObject({ finding: { since: at(`${day} 10:30`) } })
    // Closing it afterwards takes nothing back.
    expect(events.map((e) => e.is)).not.toContain('ended')
  })
  it('ends by the close where the result is entered only later, and by the first result where there are two', () => {
    const later = [...whole('10:20'), fedBack('10:35')]
    expect(given(rule, ...roster, ...far, ...later).until(`${day} 10:40`)).toMatchObject([
      { since: at(`${day} 10:30`) },
    ])
    const twice = [...whole('10:39').slice(0, -1), fedBack('10:20'), fedBack('10:38')]
    expect(given(rule, ...roster, ...far, ...twice).until(`${day} 10:40`)).toMatchObject([
      { since: at(`${day} 10:30`) },
    ])
  })
  it('speaks for the carriers of the unit that fed back, and for all where it has none under the order', () => {
    const joint = order(`${day} 09:58`, { carriers: ['vehicle/v1', 'vehicle/v2'] })
    const second = { vehicle: 'v2', plate: '鄂A0002警', unit: 's2', name: { zh: '二号车', en: 'Car 2' } }
    const other: Moment = ['2026-03-01 00:00', 'vehicle.registered', second]
    expect(given(rule, ...roster, other, ...far, joint, fedBack('10:20', 's2')).until(`${day} 10:40`)).toEqual([])
    expect(given(rule, ...roster, other, ...far, joint, fedBack('10:20', 's1')).until(`${day} 10:40`)).toHaveLength(1)
    expect(given(rule, ...roster, other, ...far, joint, fedBack('10:20', 's9')).until(`${day} 10:40`)).toHaveLength(1)
  })
  it('is not before the order was given, and not by being acknowledged, under way or there without one', () => {
    const noOrder = whole('10:39').slice(1, -1)
    expect(given(rule, ...roster, ...far, ...noOrder).until(`${day} 10:40`)).toMatchObject([
      { since: at(`${day} 10:00`) },
    ])
  })
  it('is not for a carrier that declined the order', () => {
    const declined = call('dispatch.refused', '10:02', {
      unit: 's1',
      carrier: 'vehicle/v1',
      by: 'o1',
      reason: '另有任务',
    })
    expect(given(rule, ...roster, ...far, order(`${day} 09:58`), declined).until(`${day} 10:40`)).toMatchObject([
      { since: at(`${day} 10:12`) },
    ])
    const another = call('dispatch.refused', '10:02', {
      unit: 's1',
      carrier: 'vehicle/v2',
      by: 'o7',
      reason: '另有任务',
    })
    expect(given(rule, ...roster, ...far, order(`${day} 09:58`), another).until(`${day} 10:40`)).toEqual([])
  })
  it('counts an order by when it was given, even if we learn of it late', () => {
    const late = order(`${day} 09:59`, {}, `${day} 10:10`)
    const events = given(rule, ...roster, ...out('10:00', '10:09:30'), late).events(`${day} 10:12`)
    expect(events.map((e) => e.is)).toContain('opened')
    expect(events.at(-1)).toMatchObject({ is: 'ended', because: 'clear' })
  })
  it('is at an approved task', () => {
    expect(
      given(rule, ...roster, task(`${day} 10:00`, `${day} 11:00`, 'escort'), ...out('10:00', '11:05')).until(
        `${day} 11:06`,
      ),
    ).toEqual([])
  })
  it('is at the garage or the filling station', () => {
    const garage = zone('g1', 'garage', square(116.04, 30.105, 116.06, 30.115))
    expect(given(rule, ...roster, garage, ...out('10:00', '10:30')).until(`${day} 11:00`)).toEqual([])
  })
})

describe('only the shift counts', () => {
  it('excludes what happens outside it', () => {
    expect(given(rule, ...roster, ...out('06:00', '07:30'), ...out('16:00:30', '18:00')).until(`${day} 20:00`)).toEqual(
      [],
    )
  })
  it('leaves time for the handover at both ends', () => {
    expect(given(rule, ...roster, ...out('08:00', '08:12')).until(`${day} 08:13`)).toEqual([])
    expect(given(rule, ...roster, ...out('08:00', '08:15')).until(`${day} 08:15`)).toMatchObject([
      { since: at(`${day} 08:10`) },
    ])
  })
  it('ends with the shift', () => {
    const events = given(rule, ...roster, ...out('15:00', '16:30')).events(`${day} 17:00`)
    expect(events.filter((e) => e.is === 'ended')).toMatchObject([{ because: 'clear', at: at(`${day} 15:50`) + 1 }])
  })
  it('follows an extension of the shift', () => {
    const longer = shift(`${day} 08:00`, `${day} 20:00`)
    expect(given(rule, ...roster, longer, ...out('17:00', '17:10')).until(`${day} 17:11`)).toHaveLength(1)
  })
})

describe('history is never now (invariant I5)', () => {
  const backfill = (from: string, to: string, heard: string): Moment[] =>
    out(from, to, 1000, { delivery: 'backfill' }).map(([when, kind, data]) => [
      when,
      kind,
      data ?? {},
      `${day} ${heard}`,
    ])
  it('judges buffered reports late, with the true beginning, and says so', () => {
    const events = given(rule, ...roster, home('09:59'), home('11:00'), ...backfill('10:05', '10:25', '11:01')).events(
      `${day} 12:00`,
    )
    expect(events.filter((e) => e.is === 'opened')).toMatchObject([
      {
        finding: {
          subject: 'vehicle/v1/late',
          since: at(`${day} 10:05`),
          openedAt: at(`${day} 11:01`),
          facts: { late: true },
          concerns: { carrier: 'vehicle/v1' },
        },
      },
    ])
    expect(events.at(-1)).toMatchObject({ is: 'ended', at: at(`${day} 11:02`) })
  })
  it('does not let history disturb what is known of now', () => {
    const live = [home('11:00'), ...backfill('10:05', '10:25', '11:01'), home('11:02')]
    const subjects = given(rule, ...roster, ...live)
      .until(`${day} 12:00`)
      .map((f) => f.subject)
    expect(subjects).toEqual(['vehicle/v1/late'])
  })
  it('treats live reports that took long to reach us as history as well', () => {
    const slow = out('10:00', '10:10').map(([when, kind, data]): Moment => [when, kind, data ?? {}, `${day} 10:40`])
    expect(given(rule, ...roster, ...slow).until(`${day} 11:00`)).toMatchObject([
      { subject: 'vehicle/v1/late', facts: { late: true } },
    ])
  })
})

describe('a made-up position proves nothing', () => {
  it('neither marks', () => {
    expect(given(rule, ...roster, ...out('10:00', '10:30', 1000, { mocked: true })).until(`${day} 11:00`)).toEqual([])
  })
  it('nor clears', () => {
    const events = given(
      rule,
      ...roster,
      ...out('10:00', '10:05'),
      fix(`${day} 10:06`, inside, { mocked: true }),
    ).events(`${day} 10:30`)
    expect(events.map((e) => e.is)).not.toContain('ended')
  })
  it('and a clock far ahead of ours says nothing about when', () => {
    const ahead = out('13:00', '13:30').map(([when, kind, data]): Moment => [when, kind, data ?? {}, `${day} 10:00`])
    expect(given(rule, ...roster, ...ahead).until(`${day} 14:00`)).toEqual([])
  })
  it('a report without a position is a sign of life only', () => {
    expect(
      given(rule, ...roster, ...fixes(`${day} 10:00`, `${day} 10:30`, () => inside, { position: null })).until(
        `${day} 11:00`,
      ),
    ).toEqual([])
  })
})
