import { describe, expect, it } from 'vitest'
import { deletedEarly as rule } from '../../../server/rules/body-camera/deleted-early.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const far = '2031-01-01 00:00'
const span = { from: at('2026-03-02 09:00'), to: at('2026-03-02 10:00') }
const uploaded = (category: string): Moment => [
  '2026-03-02 20:00',
  'body-camera.uploaded',
  { device: 'cam1', officer: 'o1', unit: 'station-1', recording: 'f1', ...span, archive: 'a', category },
]
const handled = (when: string, did: string, more: object = {}, heard?: string): Moment => [
  when,
  'body-camera.footage-handled',
  { recording: 'f1', unit: 'station-1', did, by: 'admin', ...span, ...more },
  heard,
]

describe('保存期限原则上不少于六个月', () => {
  it('six months to the day are six months; a second before is too early', () => {
    expect(given(rule, uploaded('ordinary'), handled('2026-09-03 00:00', 'expired')).until(far)).toEqual([])
    expect(given(rule, uploaded('ordinary'), handled('2026-09-02 23:59:59', 'expired')).until(far)).toMatchObject([
      {
        since: at('2026-09-02 23:59:59'),
        facts: { did: 'expired', keptUntil: at('2026-09-03 00:00') },
        concerns: { unit: 'station-1' },
      },
    ])
  })
  it('evidence, obstruction, major and complex matters are kept for ever', () => {
    for (const category of ['evidence', 'obstruction', 'major', 'complex'])
      expect(given(rule, uploaded(category), handled('2029-01-01 00:00', 'deleted')).until(far)).toMatchObject([
        { facts: { category, keptUntil: null } },
      ])
  })
  it('the category told at removal counts; without any, after six months, nobody knows', () => {
    expect(
      given(rule, uploaded('ordinary'), handled('2029-01-01 00:00', 'deleted', { category: 'evidence' })).until(far),
    ).toHaveLength(1)
    expect(given(rule, handled('2029-01-01 00:00', 'deleted')).until(far)).toEqual([])
    expect(given(rule, handled('2026-04-01 00:00', 'deleted')).until(far)).toHaveLength(1)
  })
  it('copying and editing remove nothing', () => {
    for (const did of ['copied', 'edited'])
      expect(given(rule, uploaded('ordinary'), handled('2026-04-01 00:00', did)).until(far)).toEqual([])
  })
  it('dates truly what is told late, and judges from 1 July 2016', () => {
    expect(given(rule, handled('2026-04-01 00:00', 'deleted', {}, '2026-05-01 00:00')).until(far)).toMatchObject([
      { since: at('2026-04-01 00:00'), openedAt: at('2026-05-01 00:00') },
    ])
    const old = { from: at('2016-06-01 09:00'), to: at('2016-06-01 10:00') }
    expect(given(rule, handled('2016-06-30 10:00', 'deleted', old)).until(far)).toEqual([])
    expect(given(rule, handled('2016-07-01 10:00', 'deleted', old)).until(far)).toHaveLength(1)
  })
})

describe('what the finding rests on, and by which law', () => {
  it('the handing in, if told, and the removal', () => {
    expect(given(rule, uploaded('evidence'), handled('2026-04-01 00:00', 'deleted')).until(far)).toMatchObject([
      { evidence: [0, 1] },
    ])
    expect(given(rule, handled('2026-04-01 00:00', 'deleted')).until(far)).toMatchObject([
      { evidence: [0], facts: { category: null } },
    ])
  })
  it('footage of before the rule that is removed under it is kept by it', () => {
    const old = { from: at('2016-06-20 09:00'), to: at('2016-06-20 10:00') }
    const [, kind, data] = uploaded('evidence')
    const handedIn: Moment = ['2016-06-20 20:00', kind, { ...data, ...old }]
    expect(given(rule, handedIn, handled('2016-08-01 10:00', 'deleted', old)).until(far)).toHaveLength(1)
  })
  it('whoever removes evidence as ordinary footage, early, is found as well', () =>
    expect(given(rule, handled('2026-04-01 00:00', 'deleted', { category: 'ordinary' })).until(far)).toMatchObject([
      { facts: { category: 'ordinary', keptUntil: at('2026-09-03 00:00') } },
    ]))
  it('after six months a category of ordinary, told at removal, is enough', () => {
    expect(given(rule, handled('2029-01-01 00:00', 'deleted', { category: 'ordinary' })).until(far)).toEqual([])
    expect(given(rule, handled('2029-01-01 00:00', 'deleted')).verdict(far, 'f1')).toMatchObject({
      is: 'unknown',
      missing: 'category of the footage',
    })
  })
})
