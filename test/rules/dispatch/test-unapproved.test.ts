import { describe, expect, it } from 'vitest'
import { testUnapproved as rule } from '../../../server/rules/dispatch/test-unapproved.ts'
import { told } from '../../support/cases.ts'
import { at, given } from '../../support/timeline.ts'

const call = told('call.received', { incident: 'i1', channel: '110', test: true })
const approved = told('dispatch.test-approved', { incident: 'i1', by: 'o9', as: 'team-chief' })
const ended = told('dispatch.test-ended', { incident: 'i1' })

describe('处置公民报警、请求救助（督察条例第四条）', () => {
  it('opens without approval', () =>
    expect(given(rule, call('2026-03-02 09:00'), ended('2026-03-02 09:30')).until('2031-01-01 00:00')).toMatchObject([
      { facts: { why: 'not-approved' } },
    ]))
  it('approved and ended is lawful', () =>
    expect(
      given(rule, approved('2026-03-02 08:00'), call('2026-03-02 09:00'), ended('2026-03-02 11:00')).until(
        '2031-01-01 00:00',
      ),
    ).toEqual([]))
  it('never ended', () =>
    expect(given(rule, approved('2026-03-02 08:00'), call('2026-03-02 09:00')).until('2031-01-01 00:00')).toMatchObject(
      [{ facts: { why: 'not-ended' } }],
    ))
  it('two hours to tell everybody: lawful at the limit, wrong just past it, dated truly when heard of late', () => {
    const begun = [approved('2026-03-02 08:00'), call('2026-03-02 09:00')]
    expect(given(rule, ...begun).until('2026-03-02 11:00')).toEqual([])
    expect(given(rule, ...begun).until('2026-03-02 11:01')).toMatchObject([{ since: at('2026-03-02 11:00') }])
    expect(given(rule, ...begun, ended('2026-03-02 11:01')).until('2026-03-03 00:00')).toHaveLength(1)
    const late = call('2026-03-02 09:00', {}, '2026-03-05 09:00')
    expect(given(rule, approved('2026-03-02 08:00'), late).until('2026-03-06 00:00')).toMatchObject([
      { since: at('2026-03-02 11:00'), openedAt: at('2026-03-05 09:00') },
    ])
  })
  it('an approval after the call, or by somebody else, is none', () => {
    const after = [call('2026-03-02 09:00'), approved('2026-03-02 09:01'), ended('2026-03-02 09:30')]
    expect(given(rule, ...after).until('2026-03-03 00:00')).toMatchObject([{ facts: { why: 'not-approved' } }])
    const other = approved('2026-03-02 08:00', { as: 'other' })
    expect(
      given(rule, other, call('2026-03-02 09:00'), ended('2026-03-02 09:30')).until('2026-03-03 00:00'),
    ).toHaveLength(1)
  })
  it('is about test calls only', () =>
    expect(given(rule, call('2026-03-02 09:00', { test: false })).until('2026-03-03 00:00')).toEqual([]))
})

describe('从2011年10月1日起；批准须在报警之前，报警的那一刻也算', () => {
  const begun = (day: string) => [call(`${day} 00:00`), ended(`${day} 00:30`)]
  it('the day of the regulation', () => {
    expect(given(rule, ...begun('2011-10-01')).until('2031-01-01 00:00')).toHaveLength(1)
    expect(given(rule, ...begun('2011-09-30')).until('2031-01-01 00:00')).toEqual([])
  })
  it('approved at the very moment is approved before', () =>
    expect(
      given(rule, approved('2026-03-02 09:00'), call('2026-03-02 09:00'), ended('2026-03-02 09:30')).until(
        '2031-01-01 00:00',
      ),
    ).toEqual([]))
})

describe('what the finding shows', () => {
  it('the call, and the unit that took it', () =>
    expect(
      given(rule, call('2026-03-02 09:00', { unit: 's1' }), ended('2026-03-02 09:30')).until('2026-03-03 00:00'),
    ).toMatchObject([{ since: at('2026-03-02 09:00'), evidence: [0], concerns: { unit: 's1' } }]))
  it('an end in time that is told late ends it', () => {
    const events = given(
      rule,
      approved('2026-03-02 08:00'),
      call('2026-03-02 09:00'),
      ended('2026-03-02 10:00', {}, '2026-03-02 12:00'),
    ).events('2026-03-03 00:00')
    expect(events.at(-1)).toMatchObject({ is: 'ended', at: at('2026-03-02 12:00') })
  })
})
