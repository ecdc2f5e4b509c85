import { describe, expect, it } from 'vitest'
import type { Entry } from '../../server/domain/entry.ts'
import { minutes } from '../../server/domain/time.ts'
import { clear } from '../../server/domain/verdict.ts'
import type { EvolveContext, Moment } from '../../server/rules/define-rule.ts'
import { BACKLOG_QUIET_MS } from '../../server/rules/fix.ts'
import { type Watched, watching } from '../../server/rules/watched.ts'

const NOON = Date.parse('2026-03-02T12:00:00+08:00')
interface Values {
  readonly assumedAccuracyMetres: number
}
/** Goes on while the car stands, and says how often it was looked at. */
const rule = watching<number, Values>({
  after: ({ ongoing }, fix, isBehind) => (isBehind ? ongoing : fix.speedKmh === 0 ? (ongoing ?? 0) + 1 : null),
  judge: (times, _moment, heardAt) => ({
    is: 'breach',
    since: heardAt,
    evidence: [],
    facts: { times },
    concerns: { unit: null, carrier: null, officers: [], place: null },
  }),
})
/** In force from noon, with coarser positions from one o’clock. */
const paramsAt = (at: number): Values | undefined =>
  at < NOON ? undefined : { assumedAccuracyMetres: at < NOON + minutes(60) ? 30 : 90 }
const context = { paramsAt } as EvolveContext<Values>

let seq = 0
const report = (at: number, more: { heardAt?: number; speedKmh?: number; mocked?: boolean; position?: null } = {}) => {
  const { heardAt = at, speedKmh = 40, mocked = false, position = [116, 30] } = more
  const data = { device: 'd', carrier: 'vehicle/v1', position, accuracyM: null, speedKmh, mocked, delivery: 'live' }
  return {
    seq: ++seq,
    recordedAt: heardAt,
    observation: { kind: 'position.reported', observedAt: at, data },
  } as unknown as Entry<never>
}
const stateAfter = (...entries: readonly Entry<never>[]): Watched<number> =>
  entries.reduce((state, entry) => rule.evolve(state, entry, context), rule.initial)
const verdict = (state: Watched<number>, now: number, subject = 'vehicle/v1') =>
  rule.evaluate(state, { now, subject, paramsAt } as Moment<Values>)
const at = (minute: number): number => NOON + minutes(minute)

describe('what a rule on positions holds of a carrier', () => {
  it('a report older than the newest is heard and moves nothing; one of the same instant is the newer', () => {
    const moved = report(at(5))
    const behind = stateAfter(moved, report(at(3), { heardAt: at(6), speedKmh: 0 }))
    expect(behind).toMatchObject({ heardAt: at(6), newest: { at: at(5), seq: moved.seq }, ongoing: null })
    expect(stateAfter(moved, report(at(5), { speedKmh: 0 })).ongoing).toBe(1)
  })
  it('two cars that nothing goes on with are not taken for each other, nor the same position heard later', () => {
    const [one, other] = [stateAfter(report(at(1))), stateAfter(report(at(2), { heardAt: at(3) }))]
    expect([one.newest?.at, one.heardAt]).toEqual([at(1), at(1)])
    expect([other.newest?.at, other.heardAt]).toEqual([at(2), at(3)])
    expect(stateAfter(report(at(1), { heardAt: at(3) })).newest?.at).toBe(at(1))
    const again = rule.evolve(other, report(at(1), { heardAt: at(4) }), context)
    expect([again.newest?.at, again.heardAt]).toEqual([at(2), at(4)])
  })
  it('a position that an app made up ends nothing and proves nothing, until a real one comes', () => {
    const standing = stateAfter(report(at(1), { speedKmh: 0 }))
    const mocked = rule.evolve(standing, report(at(2), { mocked: true }), context)
    expect(mocked).toMatchObject({ heardAt: at(2), mocked: true, ongoing: 1, newest: { at: at(1) } })
    expect(rule.quiet(mocked)).toBe(false)
    expect(verdict(mocked, at(2)).is).toBe('breach')
    const lone = stateAfter(report(at(1), { mocked: true }))
    expect([rule.quiet(lone), verdict(lone, at(1)).is]).toEqual([false, 'unknown'])
    const alive = rule.evolve(lone, report(at(2), { position: null }), context)
    expect(alive).toMatchObject({ heardAt: at(2), mocked: true, newest: null })
    const real = rule.evolve(alive, report(at(3)), context)
    expect([rule.quiet(real), verdict(real, at(3))]).toEqual([true, clear])
  })
  it('nothing is held of a time before the rule is in force; later, by the values of the position’s own moment', () => {
    expect(stateAfter(report(NOON - 1, { heardAt: at(1) }))).toBe(rule.initial)
    expect(stateAfter(report(at(59), { heardAt: at(61) })).newest?.accuracyM).toBe(30)
    expect(stateAfter(report(at(60))).newest?.accuracyM).toBe(90)
  })
  it('history is judged as history: it is over when its backlog has been quiet for a while', () => {
    const late = stateAfter(report(at(1), { heardAt: at(30), speedKmh: 0 }))
    expect(verdict(late, at(30), 'vehicle/v1/late')).toMatchObject({ is: 'breach', facts: { times: 1, late: true } })
    expect(verdict(late, at(30) + BACKLOG_QUIET_MS, 'vehicle/v1/late').is).toBe('clear')
  })
})
