import { describe, expect, it } from 'vitest'
import { stateOf, windowEnd } from '../../../server/domain/roll-call/state.ts'
import { besides, cycle, DAY, elsewhere, post, radioName, reference, seenAt, target } from '../../support/roll-call.ts'
import { at, known, type Moment } from '../../support/timeline.ts'

const c = cycle()
const who = target('o2')
const time = (hms: string): string => `${DAY} ${hms}`
const listed = [...reference, c.opens('20:00:00'), c.lists('20:00:00', who)]
const called = [...listed, c.calls('20:00:01', who)]
const rowAfter = (...moments: readonly Moment[]) => known(...moments).rollCall.row('c1', who)!
const stateAfter = (...moments: readonly Moment[]) => stateOf(rowAfter(...moments))
const fix = (when: string, place: readonly [number, number] = besides, more: object = {}, device = radioName(2)) =>
  seenAt(when, device, 'officer/o2', place, more)
const clock = (instant: number): string => new Date(instant + 8 * 3_600_000).toISOString().slice(11, 19)

describe('the draw of a day', () => {
  const committed = (day: string, commitment: string): Moment => [
    `${day} 00:01`,
    'roll-call.draw-committed',
    { day, commitment: commitment.repeat(64) },
  ]
  const published: Moment = [time('23:59'), 'roll-call.draw-published', { day: DAY, seed: 'c'.repeat(64) }]
  it('keeps what was committed to, whatever is said later, and the seed once it is published', () => {
    const { rollCall } = known(committed(DAY, 'a'), committed(DAY, 'b'), published)
    expect(rollCall.draw(DAY)).toEqual({
      commitment: 'a'.repeat(64),
      committedAt: at(`${DAY} 00:01`),
      seed: 'c'.repeat(64),
    })
  })
  it('a seed nobody committed to is no draw', () => expect(known(published).rollCall.draw(DAY)).toBeUndefined())
  it('forty days are remembered, the newest', () => {
    const days = Array.from({ length: 42 }, (_, i) => new Date(Date.UTC(2026, 0, 1 + i)).toISOString().slice(0, 10))
    const { rollCall } = known(...days.map((day) => committed(day, 'a')))
    expect(Object.keys(rollCall.draws()).sort()).toEqual(days.slice(2))
  })
})

describe('who is called, and in which window', () => {
  it('told twice that it opened, or that somebody is on the list, it stays as it was', () => {
    const { rollCall } = known(...called, c.opens('20:00:30'), c.lists('20:00:30', who, { tries: 9 }))
    expect(rollCall.cycle('c1')).toMatchObject({ at: at(time('20:00:00')), targets: [who] })
    expect(rollCall.rows('c1')).toMatchObject([{ tries: 2, calls: [{ try: 1 }] }])
  })
  it('a second channel belongs to the window of the first, which lasts to the later end', () => {
    const phone = c.calls('20:00:11', who, 1, {
      channel: 'phone',
      device: null,
      request: null,
      until: at(time('20:01:11')),
    })
    expect(clock(windowEnd(rowAfter(...called, phone))!)).toBe('20:01:11')
    const short = c.calls('20:00:11', who, 1, {
      channel: 'phone',
      device: null,
      request: null,
      until: at(time('20:00:30')),
    })
    expect(clock(windowEnd(rowAfter(...called, short))!)).toBe('20:01:01')
  })
  it('called again after a hindrance the window begins anew, although the try is the same', () => {
    const again = c.calls('20:00:31', who, 1, { until: at(time('20:00:51')) })
    const row = rowAfter(...called, c.hindered('20:00:30', who, 'channel-down'), again)
    expect(clock(windowEnd(row)!)).toBe('20:00:51')
    expect(stateOf(row)).toBe('calling')
  })
})

describe('what the board shows of a row', () => {
  const second = [c.ends('20:01:02', who, 1), c.calls('20:01:02', who, 2)]
  const missed = [...called, ...second, c.ends('20:03:02', who, 2)]
  it('missed after as many windows as the settings ask for, and no sooner', () => {
    expect(stateAfter(...called, ...second)).toBe('calling')
    expect(stateAfter(...missed)).toBe('missed')
  })
  it('missed since it first was, when that is told twice', () =>
    expect(rowAfter(...missed, c.ends('20:03:09', who, 2)).missed?.at).toBe(at(time('20:03:02'))))
  it('the end of an earlier window, told late, takes no try back', () =>
    expect(stateAfter(...missed, c.ends('20:03:09', who, 1))).toBe('missed'))
  it('called once more by hand it is open again, with one try more', () => {
    const row = rowAfter(...missed, c.retries('20:05:00', who))
    expect([stateOf(row), row.tries]).toEqual(['pending', 3])
    expect(stateAfter(...missed, c.retries('20:05:00', who), c.calls('20:05:01', who, 3))).toBe('calling')
    expect(stateAfter(...missed, c.calls('20:05:01', who, 3))).toBe('calling')
    const hindered = c.hindered('20:00:30', who, 'channel-down')
    expect(stateAfter(...called, hindered, c.retries('20:05:00', who))).toBe('pending')
  })
  it('hindered after it was missed it is not known', () =>
    expect(stateAfter(...missed, c.hindered('20:04:00', who, 'channel-down'))).toBe('unobservable'))
  it('closed twice it was closed by the first', () =>
    expect(known(...called, c.closes('20:20:00'), c.closes('20:30:00', 'by-hand')).rollCall.cycle('c1')).toMatchObject({
      closed: { at: at(time('20:20:00')), because: 'time' },
    }))
  it('closed when the last window ends, or later, it is missed; not when a try is left', () => {
    const tried = [...called, ...second]
    expect(stateOf(rowAfter(...tried, c.closes('20:03:02')), true)).toBe('missed')
    expect(stateOf(rowAfter(...tried, c.closes('20:03:01')), true)).toBe('pending')
    expect(stateOf(rowAfter(...called, c.closes('20:20:00')), true)).toBe('pending')
  })
})

describe('what counts as an answer', () => {
  it('a radio that the system says is off the network does not answer', () => {
    const row = rowAfter(...called, c.checked('20:00:02', who, 1, { online: false }))
    expect([stateOf(row), row.offline?.at]).toEqual(['calling', at(time('20:00:02'))])
  })
  it('a radio check that names no call, or another, is none', () => {
    expect(stateAfter(...called, c.checked('20:00:02', who, 1, { request: null }))).toBe('calling')
    expect(stateAfter(...called, c.checked('20:00:02', who, 7))).toBe('calling')
  })
  it('what came after the last window is late; at its very end it is not', () => {
    expect(rowAfter(...called, c.checked('20:01:01', who)).answers).toMatchObject([{ late: false }])
    expect(rowAfter(...called, c.checked('20:01:02', who)).answers).toMatchObject([{ late: true }])
  })
  it('an answer to a call counts after the closing, too', () =>
    expect(stateAfter(...called, c.closes('20:20:00'), c.checked('20:21:00', who))).toBe('answered'))
  it('the first of one radio counts, and another radio’s beside it; four at most', () => {
    const by = (second: number, n: number) => c.checked(`20:00:1${second}`, who, 1, { radio: radioName(n) })
    const row = rowAfter(...called, by(0, 2), by(1, 2), by(2, 3), by(3, 4), by(4, 5), by(5, 6))
    expect(row.answers.map((a) => a.radio)).toEqual([2, 3, 4, 5].map(radioName))
  })
  it('a vehicle terminal answers when it was asked where it is, after it was called, and said so', () => {
    const call = c.calls('20:00:01', who, 1, { channel: 'vehicle', device: 'jt808:1', request: null })
    const says = (when: string, more: object = {}): Moment => [
      time(when),
      'device.answered',
      { device: 'jt808:1', carrier: 'officer/o2', request: 'locate', result: 'done', detail: {}, ...more },
    ]
    const answeredBy = (answer: Moment) => stateAfter(...listed, call, answer)
    expect(answeredBy(says('20:00:01'))).toBe('answered')
    expect(answeredBy(says('20:00:00'))).toBe('calling')
    expect(answeredBy(says('20:00:04', { request: 'text' }))).toBe('calling')
    expect(answeredBy(says('20:00:04', { result: 'failed' }))).toBe('calling')
    expect(answeredBy(says('20:00:04', { device: 'jt808:2' }))).toBe('calling')
  })
  it('a call that the gateway gave up is told on the row that made it', () => {
    const gaveUp = (request: string | null): Moment => [
      time('20:00:40'),
      'radio.check-unanswered',
      { radio: radioName(2), gateway: 'g1', site: null, request, tries: 3, why: 'no-answer' },
    ]
    expect(rowAfter(...called, gaveUp(`c1/${who}/1`)).unheard).toMatchObject({ why: 'no-answer' })
    expect(rowAfter(...called, gaveUp('other')).unheard).toBeNull()
  })
})

describe('where they were seen meanwhile', () => {
  const seconds = (row: { readonly fixes: readonly { readonly at: number }[] }) => row.fixes.map((f) => clock(f.at))
  it('a position from a minute before still counts, an older one does not', () =>
    expect(seconds(rowAfter(...called, fix('19:59:00'), fix('19:58:59'), fix('19:59:30')))).toEqual([
      '19:59:00',
      '19:59:30',
    ]))
  it('in the order of the devices’ clocks, whichever was heard of first', () =>
    expect(seconds(rowAfter(...called, fix('20:00:30'), fix('20:00:10'), fix('20:00:20')))).toEqual([
      '20:00:10',
      '20:00:20',
      '20:00:30',
    ]))
  it('of one device five: the first, the newest, and the one nearest to the answer stay', () => {
    const many = (...answer: readonly Moment[]) =>
      seconds(rowAfter(...called, ...answer, ...Array.from({ length: 12 }, (_, i) => fix(`20:00:${10 + 3 * i}`, post))))
    for (const word of [c.checked('20:00:20', who), c.onBehalf('20:00:20', who)]) {
      const kept = many(word)
      expect(kept).toHaveLength(5)
      expect([kept[0], kept.includes('20:00:19'), kept.at(-1)]).toEqual(['20:00:10', true, '20:00:43'])
    }
  })
  it('of all devices thirty, the newest', () => {
    const row = rowAfter(
      ...called,
      ...Array.from({ length: 32 }, (_, i) => fix(`20:00:${10 + i}`, elsewhere, {}, `phone:${i}`)),
    )
    expect([row.fixes.length, seconds(row)[0], seconds(row).at(-1)]).toEqual([30, '20:00:12', '20:00:41'])
  })
  it('after the closing where they are is nobody’s business', () => {
    const after = [...called, c.checked('20:00:03', who), c.closes('20:20:00'), fix('20:20:30')]
    expect(rowAfter(...after).fixes).toEqual([])
  })
  it('their car, each of its crew, and the device that was called speak for them, and nobody else', () => {
    const car = 'patrol:vehicle/v1'
    const row = {
      carrier: 'vehicle/v1',
      officers: ['o2', 'o3'],
      channels: [{ channel: 'radio', device: radioName(50) }],
    }
    const scene = [
      ...[...reference, c.opens('20:00:00'), c.lists('20:00:00', car, row)],
      c.calls('20:00:01', car, 1, { channel: 'vehicle', device: 'jt808:1', request: null }),
      seenAt('20:00:10', 'x:1', 'vehicle/v1', post),
      seenAt('20:00:11', 'x:2', 'officer/o2', post),
      seenAt('20:00:12', 'x:3', 'officer/o3', post),
      seenAt('20:00:13', radioName(50), null, post),
      seenAt('20:00:14', 'jt808:1', null, post),
      seenAt('20:00:15', 'x:4', 'officer/o1', post),
      seenAt('20:00:16', 'x:5', null, post),
    ]
    expect(
      known(...scene)
        .rollCall.row('c1', car)!
        .fixes.map((f) => f.device),
    ).toEqual(['x:1', 'x:2', 'x:3', radioName(50), 'jt808:1'])
  })
  it('one position tells every open roll-call of theirs, also when it tells one of them nothing', () => {
    const other = cycle('c2')
    const later = [other.opens('20:02:00'), other.lists('20:02:00', who)]
    const { rollCall } = known(...called, ...later, fix('20:00:30'), fix('20:02:30'))
    expect([rollCall.row('c1', who)!.fixes.length, rollCall.row('c2', who)!.fixes.length]).toEqual([2, 1])
    const reversed = [other.opens('20:02:00'), other.lists('20:02:00', who), ...called.slice(reference.length)]
    const both = known(...reference, ...reversed, fix('20:00:30')).rollCall
    expect([both.row('c1', who)!.fixes.length, both.row('c2', who)!.fixes.length]).toEqual([1, 0])
  })
})

describe('what is remembered', () => {
  const one = (id: string, opens: string, closes: string) => {
    const named = cycle(id)
    return [named.opens(opens), named.lists(opens, who), named.closes(closes)]
  }
  const ids = (...moments: readonly Moment[]) =>
    known(...reference, ...moments)
      .rollCall.cycles()
      .map(({ cycle: id }) => id)
  it('a closed roll-call for two hours, with its rows; an open one as long as it is open', () => {
    const open = cycle('open').opens('08:00:00')
    const opensAt = (when: string) => [open, ...one('old', '17:00:00', '18:00:00'), cycle('new').opens(when)]
    expect(ids(...opensAt('20:00:00'))).toEqual(['open', 'old', 'new'])
    expect(ids(...opensAt('20:00:01'))).toEqual(['open', 'new'])
    expect(known(...reference, ...opensAt('20:00:01')).rollCall.row('old', who)).toBeUndefined()
    expect(known(...reference, ...opensAt('20:00:00')).rollCall.row('old', who)).toBeDefined()
  })
  it('at most forty-eight beside the new one: those closed longest ago go first', () => {
    const many = Array.from({ length: 50 }, (_, i) =>
      // The later opened, the earlier closed.
      one(`c${i}`, `20:00:${String(i).padStart(2, '0')}`, `20:02:${String(59 - i).padStart(2, '0')}`),
    )
    const found = ids(
      ...many.map(([opens]) => opens!),
      ...many.map(([, , closes]) => closes!),
      cycle('new').opens('20:03:00'),
    )
    expect(found).toHaveLength(49)
    expect(['c0', 'c47', 'c48', 'c49'].map((id) => found.includes(id))).toEqual([true, true, false, false])
  })
  it('only such as are not closed are open', () => {
    const { rollCall } = known(...reference, ...one('old', '19:00:00', '19:20:00'), c.opens('20:00:00'))
    expect(rollCall.open().map(({ cycle: id }) => id)).toEqual(['c1'])
  })
  it('the newest thirty-two times for which one was held, each once, in order of time', () => {
    const slots = Array.from({ length: 34 }, (_, i) => at(time('08:00:00')) + i * 600_000)
    const held = [slots[1]!, slots[0]!, slots[1]!, ...slots.slice(2)].map((from, i) =>
      cycle(`h${i}`).opens('20:00:00', { slot: { from, to: from } }),
    )
    expect(known(...reference, ...held.slice(0, 4)).rollCall.held('s1')).toEqual(slots.slice(0, 3))
    expect(known(...reference, ...held).rollCall.held('s1')).toEqual(slots.slice(2))
  })
})
