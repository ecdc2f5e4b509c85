import { describe, expect, it } from 'vitest'
import { rollCallMissed as rule } from '../../../server/rules/roll-call/missed.ts'
import { cycle, DAY, reference, target, trunkLost } from '../../support/roll-call.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const c = cycle()
const who = target('o2')
const opened = [...reference, c.opens('20:00:00'), c.lists('20:00:00', who)]
const end = `${DAY} 23:59`
/** Called twice, as the roll-call says; the first window lasts a minute, the second two. */
const calledTwice: readonly Moment[] = [
  c.calls('20:00:01', who, 1),
  c.ends('20:01:01', who, 1),
  c.calls('20:01:02', who, 2),
]

describe('人民警察必须执行上级的决定和命令（人民警察法第三十二条）— a roll-call is answered', () => {
  it('opens when the window of the last call ran out, since that window ended', () => {
    expect(given(rule, ...opened, ...calledTwice, c.ends('20:03:03', who, 2)).until(end)).toMatchObject([
      {
        since: at(`${DAY} 20:03:02`),
        facts: { cycle: 'c1', post: 'officer', tries: 2, channels: 'radio', declaredOffline: false },
        concerns: { unit: 's1', carrier: 'officer/o2', officers: ['o2'] },
      },
    ])
  })
  it('finds nothing while calls are left to make', () => {
    expect(given(rule, ...opened, ...calledTwice).until(end)).toEqual([])
  })
  it('finds nothing when the radio answered, at the last moment of the last window too', () => {
    const late = c.checked('20:03:02', who, 2)
    expect(given(rule, ...opened, ...calledTwice, late, c.closes('20:03:20', 'complete')).until(end)).toEqual([])
  })
  it('a radio that says it is off the network has not answered', () => {
    const off = c.checked('20:00:02', who, 1, { online: false })
    expect(given(rule, ...opened, ...calledTwice, off, c.ends('20:03:03', who, 2)).until(end)).toMatchObject([
      { facts: { declaredOffline: true } },
    ])
  })
  it('an answer that another answered for is none of theirs, but the row is not missed', () => {
    const told = c.onBehalf('20:05:00', who)
    const events = given(rule, ...opened, ...calledTwice, c.ends('20:03:03', who, 2), told).events(end)
    expect(events.map((e) => e.is)).toEqual(['opened', 'ended'])
  })
  it('unanswered is not missed while the channel was down', () => {
    const lost = [trunkLost('20:00:30'), c.hindered('20:00:30', who, 'channel-down'), c.closes('20:20:00')]
    expect(given(rule, ...opened, c.calls('20:00:01', who, 1), ...lost).until(end)).toEqual([])
  })
  it('also when the roll-call itself was not told of the channel, or tells that its windows ended', () => {
    const back: Moment = [`${DAY} 20:04:00`, 'trunk.restored', { gateway: 'g1', site: null }]
    const lost = [trunkLost('20:02:00'), c.ends('20:03:03', who, 2), back, c.closes('20:20:00')]
    expect(given(rule, ...opened, ...calledTwice, ...lost).until(end)).toEqual([])
    expect(given(rule, ...opened, ...calledTwice, ...lost).verdict(end, `c1/${who}`)).toMatchObject({ is: 'unknown' })
    const silent = [trunkLost('20:02:00'), back, c.closes('20:20:00')]
    expect(given(rule, ...opened, ...calledTwice, ...silent).until(end)).toEqual([])
  })
  it('silence on another channel that worked counts, whatever became of the radio', () => {
    const by = (n: number, channel: string, device: string | null, when: string) =>
      c.calls(when, who, n, { channel, device, request: null })
    const rest = [c.ends('20:03:03', who, 2), c.closes('20:20:00')]
    const phone = [by(1, 'phone', null, '20:00:01'), c.ends('20:01:01', who, 1), by(2, 'phone', null, '20:01:02')]
    expect(given(rule, ...opened, trunkLost('20:00:00'), ...phone, ...rest).until(end)).toHaveLength(1)
    const terminal = [by(1, 'vehicle', 'jt808:1', '20:00:02'), by(2, 'vehicle', 'jt808:1', '20:01:03')]
    const both = [...calledTwice.slice(0, 1), terminal[0]!, ...calledTwice.slice(1), terminal[1]!]
    expect(given(rule, ...opened, trunkLost('20:00:00'), ...both, ...rest).until(end)).toHaveLength(1)
  })
  it('a call that was hindered while the channel worked says nothing of the same try made again while it was down', () => {
    const again = [
      c.hindered('20:00:30', who, 'interrupted'),
      c.calls('20:04:00', who, 1, { request: 'again', until: at(`${DAY} 20:05:00`) }),
      c.ends('20:05:00', who, 1),
      c.calls('20:06:00', who, 2, { until: at(`${DAY} 20:08:00`) }),
      c.ends('20:08:00', who, 2),
    ]
    const down = [trunkLost('20:04:00'), [`${DAY} 20:05:30`, 'trunk.restored', { gateway: 'g1' }] as Moment]
    const scene = [...opened, c.calls('20:00:01', who, 1), ...again]
    expect(given(rule, ...scene).until(end)).toHaveLength(1)
    expect(given(rule, ...scene, ...down).until(end)).toEqual([])
  })
  it('heard of late it ends the finding; lost only after the last window it changes nothing', () => {
    const missed = [...calledTwice, c.ends('20:03:03', who, 2)]
    const late: Moment = [`${DAY} 20:02:00`, 'trunk.lost', { gateway: 'g1', why: 'no heartbeat' }, `${DAY} 20:10:00`]
    expect(
      given(rule, ...opened, ...missed, late)
        .events(end)
        .map((e) => e.is),
    ).toEqual(['opened', 'ended'])
    expect(
      given(rule, ...opened, ...missed, trunkLost('20:03:03'))
        .events(end)
        .map((e) => e.is),
    ).toEqual(['opened'])
  })
  it('a call that lost its channel does not count as one of the tries', () => {
    const again = [
      c.hindered('20:00:30', who, 'channel-down'),
      c.calls('20:04:00', who, 1, { request: 'again', until: at(`${DAY} 20:05:00`) }),
      c.ends('20:05:00', who, 1),
    ]
    expect(given(rule, ...opened, c.calls('20:00:01', who, 1), ...again).until(end)).toEqual([])
  })
  it('called again by hand it is open once more, and answered it ends', () => {
    const again = [c.retries('20:06:00', who), c.calls('20:06:01', who, 3), c.checked('20:06:03', who, 3)]
    const events = given(rule, ...opened, ...calledTwice, c.ends('20:03:03', who, 2), ...again).events(end)
    expect(events.map((e) => e.is)).toEqual(['opened', 'ended'])
  })
  it('a journal that tells the calls and the closing only says the same', () => {
    expect(given(rule, ...opened, ...calledTwice, c.closes('20:03:03')).until(end)).toMatchObject([
      { since: at(`${DAY} 20:03:02`) },
    ])
    expect(given(rule, ...opened, ...calledTwice, c.closes('20:03:01')).until(end)).toEqual([])
  })
  it('an answer heard late is dated by the radio and ends what was opened meanwhile', () => {
    const heardLate = c.checked('20:02:00', who, 2, {}, `${DAY} 20:10`)
    const events = given(rule, ...opened, ...calledTwice, c.ends('20:03:03', who, 2), heardLate).events(end)
    expect(events.map((e) => e.is)).toEqual(['opened', 'ended'])
  })
  it('stays found after the register has forgotten the roll-call', () => {
    const all = [...opened, ...calledTwice, c.ends('20:03:03', who, 2), c.closes('20:20:00')]
    const other = cycle('c2')
    const events = given(rule, ...all, other.opens('23:30:00'), other.lists('23:30:00', who)).events(end)
    expect(events.map((e) => e.is)).toEqual(['opened'])
  })
  it('an excused standby and one who was never called find nothing', () => {
    const excused = c.excused('20:00:00', who, 'standby', { by: 'system' })
    expect(given(rule, ...opened, excused, c.closes('20:20:00')).until(end)).toEqual([])
    expect(given(rule, ...opened, c.closes('20:20:00', 'by-hand')).until(end)).toEqual([])
  })
})

describe('what the finding rests on', () => {
  const n = reference.length
  it('the list, every call and the end of the last window; also the word that it was off the network', () => {
    expect(given(rule, ...opened, ...calledTwice, c.ends('20:03:03', who, 2)).until(end)).toMatchObject([
      { evidence: [n + 1, n + 2, n + 4, n + 5], facts: { firstCalledAt: at(`${DAY} 20:00:01`) } },
    ])
    const off = c.checked('20:00:02', who, 1, { online: false })
    const scene = [...opened, calledTwice[0]!, off, ...calledTwice.slice(1), c.ends('20:03:03', who, 2)]
    expect(given(rule, ...scene).until(end)).toMatchObject([{ evidence: [n + 1, n + 2, n + 3, n + 5, n + 6] }])
  })
})
