import { describe, expect, it } from 'vitest'
import { interrupted as rule } from '../../../server/rules/body-camera/interrupted.ts'
import { arrives, closed, day, explains, fedAgain, records, scene, stops } from '../../support/body-cameras.ts'
import { describeStretch } from '../../support/limits-of-stretches.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const night = `${day} 12:00`
const again = (when: string, heard?: string) => records(when, { recording: 'f2' }, heard)

describeStretch('对现场执法活动进行全过程视音频同步记录', {
  rule,
  begins: (heard) => [...scene, records(`${day} 09:05`), arrives(), stops(`${day} 09:30`, {}, heard)],
  ends: again,
  since: `${day} 09:30`,
  last: `${day} 09:31`,
  past: `${day} 09:40`,
  far: night,
  paused: [explains(`${day} 09:30`, `${day} 09:30`, `${day} 12:00`)],
})

describe('全过程', () => {
  it('broken off while the platform was down: counted from when it could tell again', () =>
    expect(
      given(
        rule,
        ...[...scene, records(`${day} 09:05`), arrives(), stops(`${day} 09:30`)],
        ...[...fedAgain(`${day} 09:30`, `${day} 09:45`), closed(`${day} 09:50`)],
      ).until(night),
    ).toMatchObject([{ since: at(`${day} 09:45`) }]))
  it('from arrival to the end of the order, whoever of the crew records', () => {
    const other = records(`${day} 09:20`, { officer: 'o2', recording: 'g1' })
    expect(
      given(rule, ...scene, records(`${day} 09:05`), arrives(), other, stops(`${day} 09:30`)).until(night),
    ).toEqual([])
    expect(
      given(rule, ...scene, records(`${day} 09:05`), arrives(), stops(`${day} 09:30`), closed(`${day} 09:30`)).until(
        night,
      ),
    ).toEqual([])
  })
  it('an explanation of part of the gap covers that part', () => {
    const part = explains(`${day} 09:40`, `${day} 09:30`, `${day} 09:35`)
    expect(
      given(
        rule,
        ...scene,
        records(`${day} 09:05`),
        arrives(),
        stops(`${day} 09:30`),
        part,
        again(`${day} 09:40`),
      ).until(night),
    ).toHaveLength(2)
    const whole = explains(`${day} 09:40`, `${day} 09:30`, `${day} 09:40`)
    expect(
      given(rule, ...scene, records(`${day} 09:05`), arrives(), stops(`${day} 09:30`), again(`${day} 09:40`), whole)
        .events(night)
        .at(-1),
    ).toMatchObject({ is: 'ended' })
  })
  it('never having begun is another duty’s; so is the time before arrival', () => {
    expect(given(rule, ...scene, arrives()).until(night)).toEqual([])
    // Also when the platform could not tell for a while: what was never begun is not broken off.
    const down = fedAgain(`${day} 09:15`, `${day} 09:25`)
    expect(given(rule, ...scene, arrives(), ...down, closed(`${day} 09:50`)).until(night)).toEqual([])
    expect(
      given(rule, ...scene, records(`${day} 09:01`), stops(`${day} 09:05`), arrives(), again(`${day} 09:12`)).until(
        night,
      ),
    ).toEqual([])
  })
  it('judges from 1 July 2016', () => expect(rule.params.map((p) => p.from)).toEqual(['2016-07-01']))
})

describe('a camera that breaks is not the officer’s fault', () => {
  const broken = (reason: string, ...more: readonly Moment[]) =>
    given(
      rule,
      ...scene,
      records(`${day} 09:05`),
      arrives(),
      stops(`${day} 09:30`, { reason }),
      ...more,
      closed(`${day} 10:00`),
    ).until(night)
  it('stopped by a fault it leaves the time after it open; a flat battery does not', () => {
    expect(broken('fault')).toEqual([])
    for (const reason of ['battery', 'storage-full', 'unknown', 'ended'])
      expect(broken(reason)).toMatchObject([{ since: at(`${day} 09:30`) }])
  })
  it('another camera at hand ends that', () => {
    const another: Moment = [`${day} 09:40`, 'body-camera.issued', { device: 'cam9', officer: 'o1', unit: 'station-1' }]
    expect(broken('fault', another)).toMatchObject([{ since: at(`${day} 09:40`) }])
  })
  it('and so does recording again, which may be broken off again', () =>
    expect(
      broken('fault', again(`${day} 09:40`), stops(`${day} 09:50`, { recording: 'f2', reason: 'ended' })),
    ).toMatchObject([{ since: at(`${day} 09:50`) }]))
  it('the platform going and coming back is heard by itself', () =>
    expect(
      given(
        rule,
        ...[...scene, records(`${day} 09:05`), arrives(), stops(`${day} 09:30`)],
        ...fedAgain(`${day} 09:35`, `${day} 09:45`),
      )
        .events(night)
        .flatMap((e) => (e.is === 'ended' || e.is === 'opened' ? [e.is] : [])),
    ).toEqual(['opened', 'ended', 'opened']))
})
