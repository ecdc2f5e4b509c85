import { describe, expect, it } from 'vitest'
import { rollCallWrongRadio as rule } from '../../../server/rules/roll-call/wrong-radio.ts'
import { cycle, DAY, radioName, radioOf, reference, target } from '../../support/roll-call.ts'
import { at, given } from '../../support/timeline.ts'

const c = cycle()
const who = target('o2')
const end = `${DAY} 23:59`
const called = [...reference, c.opens('20:00:00'), c.lists('20:00:00', who), c.calls('20:00:01', who)]

describe('执行命令（人民警察法第三十二条）— the radio that answers is the one handed out', () => {
  it('finds nothing when it is', () =>
    expect(given(rule, ...called, c.checked('20:00:03', who)).until(end)).toEqual([]))
  it('opens when another radio answers the call', () => {
    expect(given(rule, ...called, c.checked('20:00:03', who, 1, { radio: radioName(3) })).until(end)).toMatchObject([
      {
        since: at(`${DAY} 20:00:03`),
        facts: { answeringRadio: radioName(3), calledRadio: radioName(2), because: 'other-radio' },
      },
    ])
  })
  it('opens when the radio that was called has gone to somebody else meanwhile', () => {
    const moved = radioOf('officer/o3', radioName(2))
    const handed = [`${DAY} 19:00`, moved[1], moved[2] ?? {}] as const
    expect(given(rule, ...called, handed, c.checked('20:00:03', who)).until(end)).toMatchObject([
      { facts: { because: 'others-radio' } },
    ])
  })
  it('finds nothing for the fixed radio of the room, nor for a radio that nobody listed', () => {
    const fixed = radioOf(null, radioName(9), { post: 'duty-1' })
    const room = 'duty-room:hytera:10-9'
    const scene = [
      ...reference,
      fixed,
      c.opens('20:00:00'),
      c.lists('20:00:00', room, {
        post: 'duty-room',
        carrier: null,
        room: 'duty-1',
        officers: [],
        channels: [{ channel: 'radio', device: radioName(9) }],
      }),
      c.calls('20:00:01', room, 1, { device: radioName(9) }),
      c.checked('20:00:03', room, 1, { radio: radioName(9) }),
    ]
    expect(given(rule, ...scene).until(end)).toEqual([])
  })
})
