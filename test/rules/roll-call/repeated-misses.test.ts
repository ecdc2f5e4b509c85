import { describe, expect, it } from 'vitest'
import { repeatedMisses as rule } from '../../../server/rules/roll-call/repeated-misses.ts'
import { cycle, DAY, reference, target } from '../../support/roll-call.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const who = target('o2')
const end = `${DAY} 23:59`
/** One roll-call in which two calls go unanswered, three minutes after it began. */
const missed = (id: string, minute: number): readonly Moment[] => {
  const c = cycle(id)
  const t = (s: number): string =>
    `20:${String(minute + Math.floor(s / 60)).padStart(2, '0')}:${String(s % 60).padStart(2, '0')}`
  return [
    c.opens(t(0)),
    c.lists(t(0), who),
    c.calls(t(1), who, 1, { until: at(`${DAY} ${t(61)}`) }),
    c.ends(t(62), who, 1),
    c.calls(t(63), who, 2, { until: at(`${DAY} ${t(183)}`) }),
    c.ends(t(184), who, 2),
    c.closes(t(185)),
  ]
}
const other = (
  id: string,
  minute: number,
  ...what: readonly ((c: ReturnType<typeof cycle>, t: string) => Moment)[]
) => {
  const c = cycle(id)
  const t = `20:${String(minute).padStart(2, '0')}:00`
  return [c.opens(t), c.lists(t, who), ...what.map((w) => w(c, t)), c.closes(t)]
}

describe('多次无人应答 — told a tier higher, and to the unit’s leader', () => {
  const leader: Moment = [
    '2026-03-01 00:00',
    'leader.appointed',
    { appointment: 'a1', officer: 'o1', unit: 's1', office: 'chief', startsAt: at('2026-01-01 00:00') },
  ]
  it('opens with the third in a row, as the roll-call itself says, and names who leads the unit', () => {
    const scene = [...reference, leader, ...missed('c1', 0), ...missed('c2', 10), ...missed('c3', 20)]
    expect(given(rule, ...scene).until(end)).toMatchObject([
      {
        grade: 'A',
        subject: who,
        since: at(`${DAY} 20:23:03`),
        facts: { missedInARow: 3, escalateAfter: 3, leaders: 'o1', firstMissedAt: at(`${DAY} 20:03:03`) },
        concerns: { unit: 's1', officers: ['o2'] },
      },
    ])
  })
  it('finds nothing after two', () =>
    expect(given(rule, ...reference, ...missed('c1', 0), ...missed('c2', 10)).until(end)).toEqual([]))
  it('one answer begins it anew', () => {
    const answered = other(
      'c9',
      20,
      (c, t) => c.calls(t, who),
      (c, t) => c.checked(t, who),
    )
    const scene = [...reference, ...missed('c1', 0), ...missed('c2', 10), ...answered, ...missed('c3', 30)]
    expect(given(rule, ...scene).until(end)).toEqual([])
  })
  it('what they were excused from, or could not be called in, neither counts nor breaks the row', () => {
    const excused = other('c8', 20, (c, t) => c.excused(t, who, 'leave'))
    const unheard = other('c9', 25, (c, t) => c.hindered(t, who, 'channel-down'))
    const scene = [...reference, ...missed('c1', 0), ...missed('c2', 10), ...excused, ...unheard, ...missed('c3', 30)]
    expect(given(rule, ...scene).until(end)).toMatchObject([{ facts: { missedInARow: 3 } }])
    expect(
      given(rule, ...reference, ...missed('c1', 0), ...excused, ...unheard, ...missed('c3', 30)).until(end),
    ).toEqual([])
  })
  it('ends when they answer again, and goes on being the same while they do not', () => {
    const answered = other(
      'c9',
      40,
      (c, t) => c.calls(t, who),
      (c, t) => c.checked(t, who),
    )
    const scene = [...missed('c1', 0), ...missed('c2', 10), ...missed('c3', 20), ...missed('c4', 30)]
    const events = given(rule, ...reference, ...scene, ...answered).events(end)
    expect(events.filter((e) => e.is !== 'continued').map((e) => e.is)).toEqual(['opened', 'ended'])
  })
})

describe('what the finding rests on', () => {
  const n = reference.length
  it('each list and each last window of the row, and whose post it is', () => {
    const scene = [...reference, ...missed('c1', 0), ...missed('c2', 10), ...missed('c3', 20)]
    expect(given(rule, ...scene).until(end)).toMatchObject([
      {
        evidence: [n + 1, n + 5, n + 8, n + 12, n + 15, n + 19],
        concerns: { carrier: 'officer/o2' },
        facts: { leaders: '', post: 'officer' },
      },
    ])
  })
  it('an answer by another breaks the row as their own does', () => {
    const spoken = other('c9', 20, (c, t) => c.onBehalf(t, who))
    expect(
      given(rule, ...reference, ...missed('c1', 0), ...missed('c2', 10), ...spoken, ...missed('c3', 30)).until(end),
    ).toEqual([])
  })
  it('a roll-call during which the network was down counts for nobody, also when that is told afterwards', () => {
    const lost: Moment = [`${DAY} 20:10:30`, 'trunk.lost', { gateway: 'g1', why: 'no heartbeat' }, `${DAY} 20:40:00`]
    const back: Moment = [`${DAY} 20:14:00`, 'trunk.restored', { gateway: 'g1' }, `${DAY} 20:40:00`]
    const scene = [...reference, ...missed('c1', 0), ...missed('c2', 10), ...missed('c3', 20), lost, back]
    expect(
      given(rule, ...scene)
        .events(end)
        .filter((e) => e.is !== 'continued')
        .map((e) => e.is),
    ).toEqual(['opened', 'ended'])
  })
})
