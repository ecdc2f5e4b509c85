import { describe, expect, it } from 'vitest'
import { footageDeleted as rule } from '../../../server/rules/recording/footage-deleted.ts'
import { camera } from '../../support/cameras.ts'
import { at, given } from '../../support/timeline.ts'

const judged = (more: object) =>
  given(rule, [
    '2026-03-20 03:00',
    'footage.deleted',
    {
      recorder: 'nvr1',
      owner: 'station-1',
      room: 'r1',
      from: at('2026-03-02 09:00'),
      to: at('2026-03-02 10:00'),
      by: 'op7',
      ...more,
    },
  ]).until('2026-03-21 00:00')

describe('剪接、删改、损毁、丢失办理治安案件的同步录音录像资料（治安管理处罚法第一百三十九条）', () => {
  it('opens when someone deletes, and names the owner of the recorder', () =>
    expect(judged({})).toMatchObject([
      { since: at('2026-03-20 03:00'), concerns: { unit: 'station-1', officers: ['op7'] }, facts: { room: 'r1' } },
    ]))
  it('points at nobody when no account is named: the owner is asked', () =>
    expect(judged({ by: null })).toMatchObject([{ concerns: { unit: 'station-1', officers: [] } }]))
  it('finds nothing in footage older than its retention, and opens for what is as old to the day', () => {
    const old = (to: string) => judged({ from: at('2025-12-01 00:00'), to: at(to) })
    expect(old('2025-12-20 02:59')).toEqual([])
    expect(old('2025-12-20 03:00')).toHaveLength(1)
  })
  it('does not judge a deletion without a span and without an account; with an account it does', () => {
    const moment = { from: at('2026-03-20 03:00'), to: at('2026-03-20 03:00') }
    expect(judged({ ...moment, by: null })).toEqual([])
    expect(judged(moment)).toHaveLength(1)
  })
  it('finds nothing when the retention clock expired it', () => expect(judged({ expired: true, by: null })).toEqual([]))
})

describe('a camera of ours has the term of its place', () => {
  const removed = (purpose: string, to: string) =>
    given(rule, camera('2026-01-01 00:00', { room: null, purpose }), [
      '2026-03-20 03:00',
      'footage.deleted',
      { recorder: 'cam-1', owner: 'station-1', from: at('2026-01-05 00:00'), to: at(to), by: 'op7', secondedBy: 'op8' },
    ]).until('2026-03-21 00:00')
  it('thirty days in a public place, ninety in the case area', () => {
    expect(removed('public', '2026-02-18 02:59')).toEqual([])
    expect(removed('public', '2026-02-18 03:00')).toMatchObject([{ facts: { retentionDays: 30, secondedBy: 'op8' } }])
    expect(removed('case-area', '2026-02-18 02:59')).toHaveLength(1)
  })
})
