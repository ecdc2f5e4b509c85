import { describe, expect, it } from 'vitest'
import { lineOf } from '../../../client/features/audit/model.ts'
import { listed, summary } from '../../../client/features/devices/model.ts'
import { type Choice, SHOWN, search } from '../../../client/frame/command.ts'
import type { DeviceView } from '../../../server/contract/views.ts'

const choice = (label: string, words = '', kind: Choice['kind'] = 'unit'): Choice => ({
  id: label,
  kind,
  label,
  hint: '',
  words,
  run: () => undefined,
})

describe('the command bar', () => {
  const all = [
    choice('巡特22号车', '云Y6162警 vehicle/C22'),
    choice('澄东01号车', '云Y4005警'),
    choice('态势', 'situation', 'page'),
  ]
  it('finds by plate whatever the case', () => expect(search(all, 'y4005').map((c) => c.label)).toEqual(['澄东01号车']))
  it('wants every word', () => expect(search(all, '澄东 6162')).toEqual([]))
  it('puts first what begins so', () =>
    expect(search([choice('xa'), choice('ab')], 'a').map((c) => c.label)).toEqual(['ab', 'xa']))
  it('offers pages and commands before anything is typed', () =>
    expect(search(all, ' ').map((c) => c.label)).toEqual(['态势']))
  it('shows a dozen of ten thousand', () =>
    expect(
      search(
        Array.from({ length: 10_000 }, (_, i) => choice(`车${i}`)),
        '车',
      ),
    ).toHaveLength(SHOWN))
})

describe('devices', () => {
  const device = (id: string, patch: Partial<DeviceView> = {}): DeviceView => ({
    id,
    protocol: 'jt808',
    carrier: null,
    owner: null,
    trust: 'approved',
    online: true,
    lastHeardAt: null,
    lastFrameHex: null,
    plate: null,
    faults: 0,
    lastFault: null,
    ...patch,
  })
  it('strangers first, then the silent', () =>
    expect(
      listed([device('a'), device('b', { online: false }), device('c', { trust: 'unknown' })], '').map((d) => d.id),
    ).toEqual(['c', 'b', 'a']))
  it('sources wait for nobody and are not counted among those that do', () => {
    const all = [device('mqtt:a', { trust: 'source' }), device('b'), device('mqtt:c', { trust: 'unlisted' })]
    expect(listed(all, '').map((d) => d.id)).toEqual(['mqtt:c', 'b', 'mqtt:a'])
    expect(summary(all).unknown).toBe(0)
  })
  it('are counted', () =>
    expect(summary([device('a'), device('b', { online: false, trust: 'unknown' })])).toEqual({
      all: 2,
      online: 1,
      unknown: 1,
    }))
})

describe('an audit entry in one line', () => {
  it('names geometry and does not print it', () =>
    expect(
      lineOf({ seq: 1, at: 1, by: 'x', kind: 'zone.drawn', data: { zone: 'b1', polygon: [[[1, 2]]], unit: null } }),
    ).not.toMatch(/1, 2|null/))
})
