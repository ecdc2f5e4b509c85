import { describe, expect, it } from 'vitest'
import { notRecording as rule } from '../../../server/rules/body-camera/not-recording.ts'
import {
  arrives,
  car,
  closed,
  crew,
  day,
  exempted,
  explains,
  fedAgain,
  ordered,
  records,
  scene,
  stops,
} from '../../support/body-cameras.ts'
import { officer } from '../../support/custody.ts'
import { describeStretch } from '../../support/limits-of-stretches.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const night = `${day} 12:00`

describeStretch('接受群众报警或者110指令后处警，应当进行现场执法视音频记录', {
  rule,
  begins: (heard) => [...scene, arrives(`${day} 09:10`, heard)],
  ends: (when, heard) => records(when, {}, heard),
  since: `${day} 09:10`,
  last: `${day} 09:13`,
  past: `${day} 09:20`,
  far: night,
  paused: [exempted(`${day} 09:00`, `${day} 12:00`)],
})

describe('one camera of the crew is enough', () => {
  it('already running on arrival, or the other officer’s', () => {
    expect(given(rule, ...scene, records(`${day} 09:05`), arrives()).until(night)).toEqual([])
    expect(given(rule, ...scene, arrives(), records(`${day} 09:11`, { officer: 'o2' })).until(night)).toEqual([])
    expect(given(rule, ...scene, arrives(), records(`${day} 09:11`, { officer: 'o7' })).until(night)).toHaveLength(1)
  })
  it('a camera whose carrier is known by issue only', () =>
    expect(
      given(
        rule,
        ...scene,
        [`${day} 08:00`, 'body-camera.issued', { device: 'cam1', officer: 'o1', unit: 'station-1' }],
        arrives(),
        records(`${day} 09:11`, { officer: null }),
      ).until(night),
    ).toEqual([]))
  it('a recording that ended before arrival is none; nothing is asked after the order is closed', () => {
    expect(given(rule, ...scene, records(`${day} 09:00`), stops(`${day} 09:05`), arrives()).until(night)).toMatchObject(
      [
        {
          since: at(`${day} 09:10`),
          facts: { order: 'x1', crew: 'o1,o2' },
          concerns: { unit: 'station-1', carrier: 'vehicle/v1', officers: ['o1', 'o2'] },
        },
      ],
    )
    expect(given(rule, ...scene, arrives(), closed(`${day} 09:12`)).until(night)).toEqual([])
    expect(
      given(rule, ...scene, arrives(), closed(`${day} 09:30`))
        .events(night)
        .at(-1),
    ).toMatchObject({ is: 'ended', at: at(`${day} 09:31`) })
  })
  it('explained, or exempted for this order; not for another', () => {
    expect(
      given(
        rule,
        ...scene,
        arrives(),
        explains(`${day} 09:12`, `${day} 09:10`, `${day} 11:00`),
        closed(`${day} 11:00`),
      ).until(night),
    ).toEqual([])
    expect(
      given(rule, ...scene, exempted(`${day} 08:00`, `${day} 20:00`, { order: 'x1' }), arrives()).until(night),
    ).toEqual([])
    expect(
      given(rule, ...scene, exempted(`${day} 08:00`, `${day} 20:00`, { order: 'x2' }), arrives()).until(night),
    ).toHaveLength(1)
  })
  it('says nothing without the platform, without a crew, or of auxiliaries', () => {
    expect(given(rule, car, crew, ordered(), arrives()).until(night)).toEqual([])
    const [platform, vehicle, , order] = scene
    expect(given(rule, platform, vehicle, order, arrives()).until(night)).toEqual([])
    const aux = [officer('2026-03-01 00:00', 'o1', 'auxiliary'), officer('2026-03-01 00:00', 'o2', 'auxiliary')]
    expect(given(rule, ...scene, ...aux, arrives()).until(night)).toEqual([])
  })
  it('after the platform was down it is the same duty still: nobody has begun', () => {
    const down = fedAgain(`${day} 09:11`, `${day} 09:25`)
    expect(given(rule, ...scene, arrives(), ...down, closed(`${day} 09:50`)).until(night)).toMatchObject([
      { since: at(`${day} 09:25`) },
    ])
    expect(given(rule, ...scene, arrives(), ...down, records(`${day} 09:28`)).until(night)).toEqual([])
  })
  it('judges from 1 July 2016', () => expect(rule.params.map((p) => p.from)).toEqual(['2016-07-01']))
})

describe('a camera or its platform that is down is not the officer’s fault', () => {
  const [down, up] = fedAgain(`${day} 09:20`, `${day} 09:40`)
  it('a finding ends when the platform goes, and begins anew when it is back, with nobody else saying anything', () => {
    const said = given(rule, ...scene, arrives(), down!, up!)
    expect(said.until(night).map((f) => f.since)).toEqual([at(`${day} 09:10`), at(`${day} 09:40`)])
    expect(said.events(night).flatMap((e) => (e.is === 'ended' ? [e.at] : []))).toEqual([at(`${day} 09:21`)])
  })
  const issued = (device: string, officer: string): Moment => [
    `${day} 08:00`,
    'body-camera.issued',
    { device, officer, unit: 'station-1' },
  ]
  const declared: Moment = [
    '2026-03-01 00:00',
    'sensor.installed',
    { sensor: 'cam1', watches: ['body-cameras'], room: null, owner: 'tech' },
  ]
  const broken: Moment = [`${day} 09:05`, 'sensor.failed', { sensor: 'cam1', fault: 'offline' }]
  it('nor is the crew’s only camera, while it is declared and down', () => {
    const seen = given(rule, ...scene, declared, issued('cam1', 'o1'), broken, arrives())
    expect(seen.until(night)).toEqual([])
    expect(seen.verdict(night, 'x1#vehicle/v1')).toMatchObject({ is: 'unknown' })
  })
  it('with another in the crew’s hands they could have recorded', () =>
    expect(
      given(rule, ...scene, declared, issued('cam1', 'o1'), issued('cam2', 'o2'), broken, arrives()).until(night),
    ).toMatchObject([{ since: at(`${day} 09:10`) }]))
})
