import { describe, expect, it } from 'vitest'
import { rollCallUnreachable as rule } from '../../../server/rules/roll-call/unreachable.ts'
import { cycle, DAY, reference, target } from '../../support/roll-call.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const c = cycle()
const who = target('o2')
const end = `${DAY} 23:59`
const called = [...reference, c.opens('20:00:00'), c.lists('20:00:00', who), c.calls('20:00:01', who)]

describe('组织管理和警务保障的情况（公安机关督察条例第四条第九项）— a post that cannot be called cannot be supervised', () => {
  it('is charged to who keeps the radio network, and to no officer', () => {
    const scene = [...called, c.hindered('20:01:01', who, 'out-of-coverage'), c.closes('20:20:00')]
    expect(given(rule, ...scene).until(end)).toMatchObject([
      {
        since: at(`${DAY} 20:01:01`),
        facts: { because: 'out-of-coverage', device: 'hytera:10-2' },
        concerns: { unit: 'tech', officers: [] },
      },
    ])
  })
  it('finds nothing before the roll-call is over, nor when they were reached after all', () => {
    const hindered = c.hindered('20:01:01', who, 'out-of-coverage')
    expect(given(rule, ...called, hindered).until(end)).toEqual([])
    const reached = [
      hindered,
      c.calls('20:10:00', who, 1, { request: 'r2' }),
      c.checked('20:10:02', who, 1, { request: 'r2' }),
    ]
    expect(given(rule, ...called, ...reached, c.closes('20:20:00')).until(end)).toEqual([])
  })
  it('leaves a lost channel and a page that is not open to their own rules', () => {
    for (const because of ['channel-down', 'not-connected', 'interrupted'])
      expect(given(rule, ...called, c.hindered('20:01:01', who, because), c.closes('20:20:00')).until(end)).toEqual([])
  })
  it('nobody answers for a target that has no device at all', () => {
    const bare = [
      ...reference,
      c.opens('20:00:00'),
      c.lists('20:00:00', who, { channels: [] }),
      c.hindered('20:00:00', who, 'no-device'),
      c.closes('20:20:00'),
    ]
    expect(given(rule, ...bare).until(end)).toMatchObject([{ concerns: { unit: null, officers: [] } }])
  })
})

describe('what the finding rests on, and whom it is charged to', () => {
  const n = reference.length
  const closes = c.closes('20:20:00')
  const listed = (channels: readonly object[]) => [
    ...reference,
    c.opens('20:00:00'),
    c.lists('20:00:00', who, { channels }),
  ]
  const owned: Moment = ['2026-03-01 00:00', 'device.bound', { device: 'hytera:10-9', carrier: null, owner: 'maker' }]
  const radio9 = { channel: 'radio', device: 'hytera:10-9' }
  it('the list, the calls, what stood in the way, and the closing', () => {
    const scene = [...called, c.hindered('20:01:01', who, 'out-of-coverage'), closes]
    expect(given(rule, ...scene).until(end)).toMatchObject([{ evidence: [n + 1, n + 2, n + 3, n + 4] }])
  })
  it('a radio of no known network is its owner’s', () => {
    for (const because of ['out-of-coverage', 'no-device'])
      expect(
        given(rule, owned, ...listed([radio9]), c.hindered('20:01:01', who, because), closes).until(end),
      ).toMatchObject([{ facts: { device: 'hytera:10-9' }, concerns: { unit: 'maker' } }])
  })
  it('goes by the radio, whatever else they are called by', () => {
    const row = listed([
      { channel: 'phone', device: null },
      { channel: 'radio', device: 'hytera:10-2' },
    ])
    expect(given(rule, ...row, c.hindered('20:01:01', who, 'out-of-coverage'), closes).until(end)).toMatchObject([
      { facts: { device: 'hytera:10-2' }, concerns: { unit: 'tech' } },
    ])
  })
  it('whoever answered for themselves or by another was reached', () =>
    expect(
      given(rule, ...called, c.hindered('20:01:01', who, 'out-of-coverage'), c.onBehalf('20:05:00', who), closes).until(
        end,
      ),
    ).toEqual([]))
})
