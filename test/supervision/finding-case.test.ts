import { describe, expect, it } from 'vitest'
import { minutes } from '../../server/domain/time.ts'
import { isFinal } from '../../server/supervision/finding-case.ts'
import { viewThen } from '../../server/supervision/finding-then.ts'
import { given, T0 } from './case-support.ts'

const acknowledged = [1, 'finding.acknowledged', 'ann'] as const
const because = { outcome: 'cleared-by-evidence', reason: 'seen on video' }

describe('two axes, active × acknowledged: acknowledge is not verify, verify is not close', () => {
  it('a new finding is active and not acknowledged', () =>
    expect(given('B').view).toMatchObject({ active: true, acknowledged: null, status: 'new' }))
  it('acknowledging leaves it active and unverified', () =>
    expect(given('B', acknowledged).view).toMatchObject({
      active: true,
      acknowledged: { by: 'ann', at: T0 + minutes(1) },
      verified: null,
      status: 'acknowledged',
    }))
  it('verifying does not close it', () =>
    expect(
      given('B', acknowledged, [2, 'finding.verified', 'ann', { outcome: 'substantiated', reason: 'r' }]).view,
    ).toMatchObject({ status: 'verified', closed: null }))
  it('closing is its own step', () =>
    expect(
      given(
        'B',
        acknowledged,
        [2, 'finding.verified', 'ann', { outcome: 'substantiated', reason: 'r' }],
        [3, 'ended'],
        [4, 'finding.closed', 'ann', { reason: 'corrected' }],
      ).view,
    ).toMatchObject({ status: 'closed', closed: { by: 'ann', reason: 'corrected' } }))
  it('the first acknowledgement stands', () =>
    expect(given('B', acknowledged, [2, 'finding.acknowledged', 'bob']).view.acknowledged?.by).toBe('ann'))
})

describe('latching: a finding that ended by itself still waits to be seen', () => {
  it('is inactive and still new', () =>
    expect(given('B', [5, 'ended']).view).toMatchObject({ active: false, endedAt: T0 + minutes(5), status: 'new' }))
  it('is not finished', () => expect(isFinal(given('B', [5, 'ended']))).toBe(false))
  it('coming back within ten minutes keeps its acknowledgement', () =>
    expect(given('B', acknowledged, [5, 'ended'], [14, 'breach']).view).toMatchObject({
      active: true,
      endedAt: null,
      acknowledged: { by: 'ann' },
    }))
  it('coming back after ten minutes must be seen again', () =>
    expect(given('B', acknowledged, [5, 'ended'], [15, 'breach']).view).toMatchObject({
      active: true,
      acknowledged: null,
      status: 'new',
    }))
  it('one that was closed stays closed when it flickers back', () =>
    expect(
      given('B', acknowledged, [2, 'finding.dismissal-proposed', 'ann', because], [3, 'ended'], [30, 'breach']).view,
    ).toMatchObject({ status: 'dismissed', active: true }))
})

describe('later knowledge moved the beginning: the finding with the true beginning stands in its place', () => {
  it('is closed by the system when nobody had decided', () =>
    expect(given('A', [5, 'restated']).view).toMatchObject({ status: 'closed', closed: { by: 'system' } }))
  it('is left to people once one of them had decided', () =>
    expect(
      given('A', acknowledged, [3, 'finding.dismissal-proposed', 'ann', because], [5, 'restated']).view,
    ).toMatchObject({ status: 'dismissal-proposed', closed: null }))
})

describe('grade A: nobody erases it alone', () => {
  const proposed = [2, 'finding.dismissal-proposed', 'ann', because] as const
  it('one person only proposes', () =>
    expect(given('A', acknowledged, proposed).view).toMatchObject({
      status: 'dismissal-proposed',
      dismissal: { proposedBy: 'ann', confirmed: null },
    }))
  it('the same person confirming changes nothing', () =>
    expect(given('A', acknowledged, proposed, [3, 'finding.dismissal-confirmed', 'ann']).view.status).toBe(
      'dismissal-proposed',
    ))
  it('another person confirms', () =>
    expect(given('A', acknowledged, proposed, [3, 'finding.dismissal-confirmed', 'bob']).view).toMatchObject({
      status: 'dismissed',
      dismissal: { proposedBy: 'ann', outcome: 'cleared-by-evidence', confirmed: { by: 'bob' } },
    }))
  it('a refused proposal leaves it as it was', () =>
    expect(
      given('A', acknowledged, proposed, [3, 'finding.dismissal-refused', 'bob', { reason: 'no' }]).view,
    ).toMatchObject({ status: 'acknowledged', dismissal: null }))
  it('shelving without a second person has no effect', () => {
    const data = { until: T0 + minutes(60), reason: 'r', secondedBy: null }
    expect(given('A', acknowledged, [2, 'finding.shelved', 'ann', data]).view.shelved).toBeNull()
    expect(
      given('A', acknowledged, [2, 'finding.shelved', 'ann', { ...data, secondedBy: 'ann' }]).view.shelved,
    ).toBeNull()
  })
  it('shelving with one has', () => {
    const data = { until: T0 + minutes(60), reason: 'r', secondedBy: 'bob' }
    expect(given('A', acknowledged, [2, 'finding.shelved', 'ann', data]).view).toMatchObject({
      status: 'shelved',
      shelved: { by: 'ann', secondedBy: 'bob' },
    })
  })
})

describe('grades B and C: one person dismisses, with a reason', () => {
  it.each(['B', 'C'] as const)('%s is dismissed at once', (grade) =>
    expect(given(grade, acknowledged, [2, 'finding.dismissal-proposed', 'ann', because]).view).toMatchObject({
      status: 'dismissed',
      dismissal: { reason: 'seen on video', confirmed: { by: 'ann' } },
    }),
  )
})

describe('shelving is timed', () => {
  const shelved = [2, 'finding.shelved', 'ann', { until: T0 + minutes(30), reason: 'r', secondedBy: null }] as const
  it('holds until its time', () => expect(given('B', acknowledged, shelved, [29, 'time']).view.status).toBe('shelved'))
  it('is over at its time, and the history says so', () => {
    const one = given('B', acknowledged, shelved, [30, 'time'])
    expect(one.view).toMatchObject({ status: 'acknowledged', shelved: null })
    expect(one.history.at(-1)).toMatchObject({ what: 'shelving-over', by: 'system', at: T0 + minutes(30) })
  })
})

describe('two operators: claim', () => {
  const claimed = [2, 'finding.claimed', 'ann', { takenOverFrom: null }] as const
  it('every step of its holder renews the claim', () =>
    expect(given('B', acknowledged, claimed, [7, 'finding.noted', 'ann', { note: 'n' }]).view.claimed).toEqual({
      by: 'ann',
      at: T0 + minutes(7),
    }))
  it('a step of another does not', () =>
    expect(given('B', acknowledged, claimed, [7, 'finding.noted', 'bob', { note: 'n' }]).view.claimed?.at).toBe(
      T0 + minutes(2),
    ))
  it('can be taken over', () =>
    expect(given('B', claimed, [20, 'finding.claimed', 'bob', { takenOverFrom: 'ann' }]).view.claimed?.by).toBe('bob'))
  it('is released by its holder only', () => {
    expect(given('B', claimed, [3, 'finding.released', 'bob']).view.claimed?.by).toBe('ann')
    expect(given('B', claimed, [3, 'finding.released', 'ann']).view.claimed).toBeNull()
  })
})

describe('every step is in the history, and the past can be folded again from it', () => {
  const one = given(
    'A',
    acknowledged,
    [2, 'finding.claimed', 'ann', { takenOverFrom: null }],
    [3, 'finding.dismissal-proposed', 'ann', because],
    [4, 'finding.dismissal-refused', 'bob', { reason: 'look again' }],
    [6, 'ended'],
    [20, 'breach'],
    [21, 'finding.acknowledged', 'bob'],
    [22, 'ended'],
  )
  it('names who did what and when', () =>
    expect(one.history.map((s) => `${s.what} ${s.by}`)).toEqual([
      'opened system',
      'acknowledged ann',
      'claimed ann',
      'dismissal-proposed ann',
      'dismissal-refused bob',
      'ended system',
      'reopened system',
      'acknowledged bob',
      'ended system',
    ]))
  it('is not there before it opened', () => expect(viewThen(one, T0 - 1)).toBeUndefined())
  it.each([
    [0, 'new', true],
    [1, 'acknowledged', true],
    [3, 'dismissal-proposed', true],
    [5, 'acknowledged', true],
    [6, 'acknowledged', false],
    [20, 'new', true],
    [21, 'acknowledged', true],
    [22, 'acknowledged', false],
  ])('%i minutes on it was %s, active %s', (minute, status, active) =>
    expect(viewThen(one, T0 + minutes(minute))).toMatchObject({ status, active }),
  )
  it('at its end the past equals the present', () => expect(viewThen(one, T0 + minutes(99))).toEqual(one.view))
})
