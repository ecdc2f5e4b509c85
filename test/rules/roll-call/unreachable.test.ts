import { describe, expect, it } from 'vitest'
import { rollCallUnreachable as rule } from '../../../server/rules/roll-call/unreachable.ts'
import { cycle, DAY, reference, target } from '../../support/roll-call.ts'
import { at, given } from '../../support/timeline.ts'

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
