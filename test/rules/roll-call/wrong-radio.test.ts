import { describe, expect, it } from 'vitest'
import { rollCallWrongRadio as rule } from '../../../server/rules/roll-call/wrong-radio.ts'
import { cycle, DAY, radioName, radioOf, reference, target } from '../../support/roll-call.ts'
import { at, given } from '../../support/timeline.ts'

const c = cycle()
const who = target('o2')
const end = `${DAY} 23:59`
const called = [...reference, c.opens('20:00:00'), c.lists('20:00:00', who), c.calls('20:00:01', who)]
/** What the rule says when the radio with this number is heard for o2. */
const answeredBy = (n: number, ...before: readonly Parameters<typeof given>[1][]) =>
  given(rule, ...before, ...called, c.checked('20:00:03', who, 1, { radio: radioName(n) })).until(end)

describe('执行命令（人民警察法第三十二条）— the radio that answers is the one handed out', () => {
  it('finds nothing when it is', () =>
    expect(given(rule, ...called, c.checked('20:00:03', who)).until(end)).toEqual([]))
  it('opens when another radio answers the call, and says whose it is', () => {
    expect(answeredBy(3)).toMatchObject([
      {
        since: at(`${DAY} 20:00:03`),
        concerns: { officers: ['o2'] },
        facts: {
          answeringRadio: radioName(3),
          calledRadio: radioName(2),
          because: 'other-radio',
        },
      },
    ])
  })
  it('opens when a radio answers that is on no list: it was handed to nobody', () =>
    expect(answeredBy(77)).toMatchObject([{ facts: { answeringRadio: radioName(77), because: 'other-radio' } }]))
  it('finds nothing when they answer over a second radio of their own: it was handed to them too', () =>
    expect(answeredBy(22, radioOf('officer/o2', radioName(22)))).toEqual([]))
  it('finds nothing when one of a car’s crew answers over the handset handed to them, though the car’s radio was called', () => {
    const car = 'patrol:vehicle/c1'
    const row = {
      ...{ carrier: 'vehicle/c1', officers: ['o2', 'o3'] },
      channels: [{ channel: 'radio', device: radioName(50) }],
    }
    const scene = [
      ...[...reference, radioOf('vehicle/c1', radioName(50)), c.opens('20:00:00'), c.lists('20:00:00', car, row)],
      c.calls('20:00:01', car, 1, { device: radioName(50) }),
    ]
    const heard = (n: number) =>
      given(rule, ...scene, c.checked('20:00:03', car, 1, { radio: radioName(n) })).until(end)
    expect(heard(50)).toEqual([])
    expect(heard(3)).toEqual([])
    expect(heard(1)).toMatchObject([{ facts: { because: 'other-radio' }, concerns: { carrier: 'vehicle/c1' } }])
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
    const elsewhere = radioOf(null, radioName(8), { post: 'duty-2' })
    expect(
      given(rule, elsewhere, ...scene.slice(0, -1), c.checked('20:00:03', room, 1, { radio: radioName(8) })).until(end),
    ).toMatchObject([{ facts: { because: 'other-radio' } }])
  })
})

describe('somebody answers for them by voice, over a radio whose number the dispatcher shows', () => {
  const voice = (radio: string | null, more: object = {}) =>
    given(
      rule,
      ...called,
      c.ends('20:01:02', who, 1),
      c.onBehalf('20:02:00', who, { channel: 'radio-voice', radio, ...more }),
    ).until(end)
  it('opens when that radio was handed to somebody else, from the moment of the voice', () =>
    expect(voice(radioName(3))).toMatchObject([
      {
        since: at(`${DAY} 20:02:00`),
        facts: { answeringRadio: radioName(3), calledRadio: radioName(2), because: 'other-radio' },
      },
    ]))
  it('finds nothing when it is their own, or nobody saw the number', () => {
    expect(voice(radioName(2))).toEqual([])
    expect(voice(null)).toEqual([])
  })
  it('an answer of their own radio outweighs what somebody said for them over another', () => {
    const scene = [
      ...called,
      c.onBehalf('20:00:30', who, { channel: 'radio-voice', radio: radioName(3) }),
      c.checked('20:00:40', who),
    ]
    expect(
      given(rule, ...scene)
        .events(end)
        .map((e) => e.is),
    ).toEqual(['opened', 'ended'])
  })
})

it('rests on the list, the calls by radio and the answer', () => {
  const n = reference.length
  expect(answeredBy(3)).toMatchObject([{ evidence: [n + 1, n + 2, n + 3] }])
})
