import { describe, expect, it } from 'vitest'
import { movingAsOne as rule } from '../../../server/rules/roll-call/moving-as-one.ts'
import {
  besides,
  cycle,
  DAY,
  duty,
  elsewhere,
  post,
  radioName,
  reference,
  seenAt,
  target,
  unitAt,
} from '../../support/roll-call.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const c = cycle()
const [a, b] = [target('o2'), target('o3')]
const end = `${DAY} 23:59`
/** Officer o3 belongs to a station two kilometres away; both answer by radio. */
const bothAnswer = (unit = 's2'): readonly Moment[] => [
  ...reference.filter((m) => !(m[1] === 'duty.assigned' && (m[2] as { duty: string }).duty === 'd3')),
  unitAt('s2', elsewhere),
  duty('d3', 'o3', 'officer', { unit }),
  c.opens('20:00:00', { units: ['s1', 's2'] }),
  c.lists('20:00:00', a),
  c.lists('20:00:00', b, { unit }),
  c.calls('20:00:01', a),
  c.checked('20:00:02', a),
  c.calls('20:00:03', b),
  c.checked('20:00:04', b),
]
const radios = (
  when: string,
  first: readonly [number, number],
  second: readonly [number, number],
  more: object = {},
): Moment[] => [
  seenAt(when, radioName(2), 'officer/o2', first, more),
  seenAt(when, radioName(3), 'officer/o3', second, more),
]

describe('弄虚作假不得替代在岗 — two answers that come from one pocket', () => {
  it('opens when two radios of different posts stay together over a minute', () => {
    const scene = [...bothAnswer(), ...radios('20:00:06', post, besides), ...radios('20:01:10', post, besides)]
    expect(given(rule, ...scene).until(end)).toMatchObject([
      {
        since: at(`${DAY} 20:00:06`),
        subject: `c1/${a}+${b}`,
        facts: { oneTarget: a, otherTarget: b, answeredBy: 'radios', spanSeconds: 64 },
        concerns: { officers: ['o2', 'o3'], place: post },
      },
    ])
  })
  it('one look proves nothing', () =>
    expect(given(rule, ...bothAnswer(), ...radios('20:00:06', post, besides)).until(end)).toEqual([]))
  it('at the span exactly it opens, a second short of it it does not', () => {
    const until = (second: string) =>
      given(rule, ...bothAnswer(), ...radios('20:00:06', post, besides), ...radios(second, post, besides)).until(end)
    expect(until('20:01:05')).toEqual([])
    expect(until('20:01:06')).toHaveLength(1)
  })
  it('two who were apart in between were not carried as one', () => {
    const scene = [
      ...bothAnswer(),
      ...radios('20:00:06', post, besides),
      ...radios('20:00:40', post, elsewhere),
      ...radios('20:01:30', post, besides),
    ]
    expect(given(rule, ...scene).until(end)).toEqual([])
  })
  it('two that drive as one were far apart only because they were not asked at one instant', () => {
    const along = (seconds: number): readonly [number, number] => [116.05 + (seconds * 14) / 96_300, 30.05]
    const seen = (second: number, n: 2 | 3) =>
      seenAt(
        new Date(Date.UTC(2026, 2, 2, 20, 0, second)).toISOString().slice(11, 19),
        radioName(n),
        `officer/o${n}`,
        along(second),
      )
    const first = [seen(6, 2), seen(15, 3)]
    const scene = [...bothAnswer(), ...first, seen(45, 2), seen(45, 3), seen(110, 2), seen(110, 3)]
    expect(given(rule, ...scene).until(end)).toMatchObject([{ facts: { answeredBy: 'radios', spanSeconds: 65 } }])
    // A kilometre apart within nine seconds nobody is driven.
    const far = [seenAt('20:00:06', radioName(2), 'officer/o2', along(80)), seen(15, 3)]
    const apart = [...bothAnswer(), ...far, seen(45, 2), seen(45, 3), seen(110, 2), seen(110, 3)]
    expect(given(rule, ...apart).until(end)).toEqual([])
  })
  it('two of one station may well be in one room', () => {
    const scene = [...bothAnswer('s1'), ...radios('20:00:06', post, besides), ...radios('20:01:10', post, besides)]
    expect(given(rule, ...scene).until(end)).toEqual([])
  })
  it('who is called twice, or two of one crew, may well be in one place', () => {
    const shared = bothAnswer().map(
      (m): Moment =>
        m[1] === 'roll-call.listed' && (m[2] as { target: string }).target === b
          ? [m[0], m[1], { ...m[2], officers: ['o3', 'o2'] }]
          : m,
    )
    const scene = [...shared, ...radios('20:00:06', post, besides), ...radios('20:01:10', post, besides)]
    expect(given(rule, ...scene).until(end)).toEqual([])
  })
  it('under an order they may be together anywhere', () => {
    const order: Moment = [
      `${DAY} 19:50`,
      'dispatch.ordered',
      { order: 'x1', incident: 'i1', carriers: ['officer/o3'], place: null, urgent: true },
    ]
    const scene = [order, ...bothAnswer(), ...radios('20:00:06', post, besides), ...radios('20:01:10', post, besides)]
    expect(given(rule, ...scene).until(end)).toEqual([])
  })
  it('positions that are no better than a village are not used', () => {
    const coarse = { accuracyM: 400 }
    const scene = [
      ...bothAnswer(),
      ...radios('20:00:06', post, besides, coarse),
      ...radios('20:01:10', post, besides, coarse),
    ]
    expect(given(rule, ...scene).until(end)).toEqual([])
  })
  it('says nothing where nobody knows the posts', () => {
    const scene = bothAnswer().filter((m) => m[1] !== 'unit.registered')
    const all = [...scene, ...radios('20:00:06', post, besides), ...radios('20:01:10', post, besides)]
    expect(given(rule, ...all).until(end)).toEqual([])
  })
  it('two phones answered within seconds from one place; later, or elsewhere, nothing', () => {
    const pages = (secondAt: string, place: readonly [number, number]): readonly Moment[] => [
      ...bothAnswer().filter((m) => m[1] !== 'radio.checked'),
      c.page('20:00:20', a, post),
      c.page(secondAt, b, place),
    ]
    expect(given(rule, ...pages('20:00:24', besides)).until(end)).toMatchObject([{ facts: { answeredBy: 'pages' } }])
    expect(given(rule, ...pages('20:00:31', besides)).until(end)).toEqual([])
    expect(given(rule, ...pages('20:00:24', elsewhere)).until(end)).toEqual([])
  })
})
