import { describe, expect, it } from 'vitest'
import { radioNeverAnswers as rule } from '../../../server/rules/radio/never-answers.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const radio = 'hytera:10-100'
const assigned: Moment = [
  '2026-03-02 07:00',
  'radio.assigned',
  { radio, make: 'hytera', gateway: 'g1', carrier: 'officer/o1', unit: 'tech' },
]
const registers = (when: string): Moment => [when, 'radio.registered', { radio, gateway: 'g1', site: 'a' }]
const silent = (when: string, why = 'no-answer'): Moment => [
  when,
  'radio.check-unanswered',
  { radio, gateway: 'g1', site: 'a', request: when, tries: 3, why },
]
const answers = (when: string): Moment => [when, 'radio.checked', { radio, gateway: 'g1', site: 'a', online: true }]
const calls = [
  silent('2026-03-02 09:00'),
  silent('2026-03-02 11:00'),
  registers('2026-03-02 11:30'),
  silent('2026-03-02 13:00'),
]

describe('a registered radio that answers no call is the equipment’s matter, not the person’s', () => {
  it('after three calls in a row, dated from the first, charged to its owner', () =>
    expect(given(rule, assigned, registers('2026-03-02 08:00'), ...calls).until('2026-03-02 14:00')).toMatchObject([
      {
        since: at('2026-03-02 09:00'),
        facts: { calls: 3 },
        concerns: { unit: 'tech', officers: [], carrier: 'officer/o1' },
      },
    ]))
  it('two are not enough; one answer between begins anew', () => {
    expect(
      given(rule, assigned, registers('2026-03-02 08:00'), ...calls.slice(0, 3)).until('2026-03-02 14:00'),
    ).toEqual([])
    const between = [
      registers('2026-03-02 08:00'),
      ...calls.slice(0, 2),
      answers('2026-03-02 12:00'),
      ...calls.slice(2),
    ]
    expect(given(rule, assigned, ...between).until('2026-03-02 14:00')).toEqual([])
  })
  it('calls while the channel was lost, or of a radio that is not registered, do not count', () => {
    const lost = ['09:00', '10:00', '11:00'].map((t) => silent(`2026-03-02 ${t}`, 'channel-lost'))
    expect(given(rule, assigned, registers('2026-03-02 08:00'), ...lost).until('2026-03-02 14:00')).toEqual([])
    const between = [lost[0]!, registers('2026-03-02 09:30'), ...lost.slice(1)]
    expect(given(rule, assigned, registers('2026-03-02 08:00'), ...between).until('2026-03-02 14:00')).toEqual([])
    const off: Moment = ['2026-03-02 08:30', 'radio.left', { radio, gateway: 'g1', why: 'went-off' }]
    const without = calls.filter((m) => m[1] !== 'radio.registered')
    expect(given(rule, assigned, registers('2026-03-02 08:00'), off, ...without).until('2026-03-02 14:00')).toEqual([])
  })
  it('without a registration between the calls nothing can be said: it may be in a cellar', () => {
    const never = [silent('2026-03-02 09:00'), silent('2026-03-02 11:00'), silent('2026-03-02 13:00')]
    expect(given(rule, assigned, registers('2026-03-02 08:00'), ...never).until('2026-03-02 14:00')).toEqual([])
  })
})
