import { describe, expect, it } from 'vitest'
import { radioGatewayLost as rule } from '../../../server/rules/radio/gateway-lost.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const installed: Moment = [
  '2026-03-02 08:00',
  'trunk.installed',
  { gateway: 'g1', make: 'hytera', name: { zh: '网关', en: 'Gateway' }, owner: 'tech' },
]
const lost = (when: string, site: string | null = null, heard?: string): Moment => [
  when,
  'trunk.lost',
  { gateway: 'g1', site, why: 'heartbeats' },
  heard,
]
const restored = (when: string, site: string | null = null): Moment => [when, 'trunk.restored', { gateway: 'g1', site }]

describe('警务保障的情况（第四条）: radios that cannot be called are the equipment owner’s matter', () => {
  it('five minutes exactly are still allowed', () =>
    expect(
      given(rule, installed, lost('2026-03-02 10:00'), restored('2026-03-02 10:05')).until('2026-03-02 11:00'),
    ).toEqual([]))
  it('at the fifth minute itself nothing is found, though it is still lost', () =>
    expect(
      given(rule, installed, lost('2026-03-02 10:00'), lost('2026-03-02 10:05')).until('2026-03-02 10:05'),
    ).toEqual([]))
  it('just past them with nobody reporting', () =>
    expect(given(rule, installed, lost('2026-03-02 10:00')).until('2026-03-02 10:05:01')).toMatchObject([
      { since: at('2026-03-02 10:00'), evidence: [1], concerns: { unit: 'tech', officers: [], carrier: null } },
    ]))
  it('lost again while it is lost does not begin anew', () =>
    expect(
      given(rule, installed, lost('2026-03-02 10:00'), lost('2026-03-02 10:04')).until('2026-03-02 10:06'),
    ).toMatchObject([{ since: at('2026-03-02 10:00') }]))
  it('ends when it is back, and each site has its own clock', () =>
    expect(
      given(
        rule,
        installed,
        lost('2026-03-02 10:00', 'a'),
        lost('2026-03-02 10:02', 'b'),
        restored('2026-03-02 10:06', 'a'),
      )
        .events('2026-03-02 10:08')
        .filter((e) => e.is !== 'warned')
        .map((e) => [e.is, 'finding' in e ? e.finding.subject : null]),
    ).toMatchObject([
      ['opened', 'g1/a'],
      ['ended', null],
      ['opened', 'g1/b'],
    ]))
  it('before the regulation there was no such duty', () =>
    expect(given(rule, lost('2011-09-30 10:00')).until('2011-09-30 12:00')).toEqual([]))
  it('heard of late, dated from when it was lost', () =>
    expect(
      given(rule, installed, lost('2026-03-02 10:00', null, '2026-03-02 11:00')).until('2026-03-02 11:00'),
    ).toMatchObject([{ since: at('2026-03-02 10:00'), openedAt: at('2026-03-02 11:00') }]))
})
