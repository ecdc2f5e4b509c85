import { describe, expect, it } from 'vitest'
import { leaderAbsent as rule } from '../../../server/rules/duty/leader-absent.ts'
import { absence, day, fed, feedReturns, feedStops, leave, signsIn, signsOut, watch } from '../../support/duty.ts'
import { at, given } from '../../support/timeline.ts'

const leads = (more: object = {}, told?: string, heard?: string) =>
  watch({ role: 'leader', post: null, ...more }, told, heard)
const night = `${day} 23:00`

describe('人民警察必须执行上级的决定和命令：值班表安排的带班领导应当在岗', () => {
  it('finds nothing when the leader signs in at the last instant of the grace', () =>
    expect(given(rule, fed('duty'), leads(), signsIn(`${day} 08:15`)).until(night)).toEqual([]))
  it('opens just past it, with nobody reporting, and dates it from the beginning of the watch', () => {
    expect(given(rule, fed('duty'), leads()).until(`${day} 08:15`)).toEqual([])
    expect(given(rule, fed('duty'), leads()).until(`${day} 08:16`)).toMatchObject([
      {
        grade: 'B',
        since: at(`${day} 08:00`),
        openedAt: at(`${day} 08:15`) + 1,
        facts: { duty: 'd1', officer: 'o1', onLeave: false },
        concerns: { unit: 'station-1', officers: ['o1'] },
      },
    ])
  })
  it('ends when the leader comes, and when the watch is over', () => {
    const ended = (...more: Parameters<typeof given> extends [unknown, ...infer M] ? M : never) =>
      given(rule, fed('duty'), leads(), ...more)
        .events(night)
        .flatMap((e) => (e.is === 'ended' ? [e.at] : []))
    expect(ended(signsIn(`${day} 09:00`))).toEqual([at(`${day} 09:01`)])
    expect(ended()).toEqual([at(`${day} 20:01`)])
  })
  it('finds a leader who signs out and stays away, not one who is away for less', () => {
    const came = signsIn(`${day} 08:00`)
    expect(
      given(rule, fed('duty'), leads(), came, signsOut(`${day} 12:00`), signsIn(`${day} 12:15`)).until(night),
    ).toEqual([])
    expect(given(rule, fed('duty'), leads(), came, signsOut(`${day} 12:00`)).until(night)).toMatchObject([
      { since: at(`${day} 12:00`), openedAt: at(`${day} 12:15`) + 1 },
    ])
  })
})

describe('who may stand for the leader', () => {
  it('a backup, a reported substitute, another leader of the unit', () => {
    const by = signsIn(`${day} 08:05`, 'o2')
    expect(given(rule, fed('duty'), leads({ backup: 'o2' }), by).until(night)).toEqual([])
    expect(given(rule, fed('duty'), leads(), absence(`${day} 07:00`, { post: null }), by).until(night)).toEqual([])
    expect(
      given(
        rule,
        fed('duty'),
        leads(),
        [
          '2026-01-01 00:00',
          'leader.appointed',
          { appointment: 'a', officer: 'o2', unit: 'station-1', office: 'deputy', startsAt: at('2026-01-01 00:00') },
        ],
        by,
      ).until(night),
    ).toEqual([])
  })
  it('not anybody else, and not somebody at another unit', () => {
    expect(given(rule, fed('duty'), leads(), signsIn(`${day} 08:05`, 'o2')).until(night)).toHaveLength(1)
    const elsewhere = signsIn(`${day} 08:05`, 'o1', { unit: 'station-2' })
    expect(given(rule, fed('duty'), leads(), elsewhere).until(night)).toHaveLength(1)
  })
  it('the one the duty was swapped to; leave in force is told, and excuses the unit of nothing', () => {
    const swap = [
      `${day} 07:00`,
      'duty.swapped',
      { duty: 'd1', unit: 'station-1', from: 'o1', to: 'o3', sinceAt: null },
    ] as const
    expect(given(rule, fed('duty'), leads(), swap, signsIn(`${day} 08:00`, 'o3')).until(night)).toEqual([])
    expect(given(rule, fed('duty'), leads(), leave(`${day} 00:00`, `${day} 23:00`)).until(night)).toMatchObject([
      { facts: { onLeave: true } },
    ])
  })
  it('nobody is asked about a watch that was cancelled, or moved', () => {
    const off = [`${day} 07:00`, 'duty.cancelled', { duty: 'd1', unit: 'station-1', reason: '调整' }] as const
    expect(given(rule, fed('duty'), leads(), off).until(night)).toEqual([])
    const moved = leads({ startsAt: at(`${day} 09:00`) }, `${day} 07:00`)
    expect(given(rule, fed('duty'), leads(), moved, signsIn(`${day} 09:10`)).until(night)).toEqual([])
  })
})

describe('not knowing is a verdict', () => {
  it('says nothing without a sign-in system, nor while it is down', () => {
    expect(given(rule, leads()).until(night)).toEqual([])
    expect(
      given(rule, fed('duty'), leads(), feedStops(`${day} 07:30`), feedReturns(`${day} 19:50`)).until(night),
    ).toEqual([])
  })
  it('counts from when the system was back', () =>
    expect(
      given(rule, fed('duty'), leads(), feedStops(`${day} 07:30`), feedReturns(`${day} 12:00`)).until(night),
    ).toMatchObject([{ since: at(`${day} 12:00`) }]))
})

describe('a report that comes late, and the days of the law', () => {
  it('ends a finding when the sign-in in time is told at last', () => {
    const events = given(rule, fed('duty'), leads(), signsIn(`${day} 08:00`, 'o1', {}, `${day} 10:00`)).events(night)
    expect(events.map((e) => e.is)).toEqual(['opened', 'ended'])
  })
  it('dates an absence truly that is told when it is over, and ends it at once', () => {
    const late = [signsIn(`${day} 08:00`), signsOut(`${day} 12:00`, 'o1', {}, `${day} 14:00`)]
    const again = signsIn(`${day} 13:00`, 'o1', {}, `${day} 14:00`)
    expect(given(rule, fed('duty'), leads(), ...late, again).until(night)).toMatchObject([
      { since: at(`${day} 12:00`), openedAt: at(`${day} 14:00`) },
    ])
    const events = given(rule, fed('duty'), leads(), ...late, again).events(night)
    expect(events.at(-1)).toMatchObject({ is: 'ended', at: at(`${day} 14:01`) })
  })
  it('judges from 2013 on', () => {
    const then = (d: string) =>
      given(
        rule,
        [`${d} 00:00`, 'sensor.installed', { sensor: 's', watches: ['duty'], owner: 'tech' }],
        watch({ role: 'leader', startsAt: at(`${d} 08:00`), endsAt: at(`${d} 20:00`) }, `${d} 06:00`),
      ).until(`${d} 22:00`)
    expect(then('2012-12-31')).toEqual([])
    expect(then('2013-01-01')).toHaveLength(1)
  })
})

describe('what the finding rests on, and who else is heard', () => {
  const swap = [
    `${day} 14:00`,
    'duty.swapped',
    { duty: 'd1', unit: 'station-1', from: 'o1', to: 'o3', sinceAt: at(`${day} 14:00`) },
  ] as const
  it('the roster and the signs until then', () => {
    expect(given(rule, fed('duty'), leads()).until(night)).toMatchObject([{ evidence: [1] }])
    const gone = [signsIn(`${day} 08:00`), signsOut(`${day} 12:00`)]
    expect(given(rule, fed('duty'), leads(), ...gone).until(night)).toMatchObject([{ evidence: [1, 2, 3] }])
  })
  it('another leader on watch at the same time, not one whose watch was before or comes after', () => {
    const other = (startsAt: string, endsAt: string, role = 'leader') =>
      watch({ duty: 'd2', officer: 'o2', role, post: null, startsAt: at(startsAt), endsAt: at(endsAt) })
    const by = signsIn(`${day} 08:05`, 'o2')
    const mine = (...more: Parameters<typeof given> extends [unknown, ...infer M] ? M : never) =>
      given(rule, fed('duty'), leads(), ...more, by)
        .until(`${day} 19:00`)
        .filter((f) => f.subject === 'd1')
    expect(mine(other(`${day} 19:00`, '2026-03-03 08:00'))).toEqual([])
    expect(mine(other(`${day} 20:00`, '2026-03-03 08:00'))).toHaveLength(1)
    expect(mine(other('2026-03-01 20:00', `${day} 08:00`))).toHaveLength(1)
    expect(mine(other(`${day} 08:00`, `${day} 20:00`, 'officer'))).toHaveLength(1)
  })
  it('one who is appointed only during the watch counts as well, and a substitute told in the midst of it is heard', () => {
    const by = signsIn(`${day} 08:05`, 'o2')
    const appointed = [
      `${day} 07:00`,
      'leader.appointed',
      { appointment: 'a', officer: 'o2', unit: 'station-1', office: 'deputy', startsAt: at(`${day} 12:00`) },
    ] as const
    expect(given(rule, fed('duty'), leads(), appointed, by).until(night)).toEqual([])
    const told = given(rule, fed('duty'), leads(), by, absence(`${day} 10:00`, { post: null })).events(night)
    expect(told.flatMap((e) => (e.is === 'ended' ? [e.at] : []))).toEqual([at(`${day} 10:00`)])
  })
  it('each of two who share the watch answers for his part', () => {
    const parts = given(rule, fed('duty'), leads(), swap, signsIn(`${day} 08:00`), signsOut(`${day} 14:00`)).until(
      night,
    )
    expect(parts).toMatchObject([{ since: at(`${day} 14:00`), concerns: { officers: ['o3'] } }])
  })
})
