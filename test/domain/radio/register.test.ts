import { describe, expect, it } from 'vitest'
import type { Entry } from '../../../server/domain/entry.ts'
import { parseObservation } from '../../../server/domain/observation/index.ts'
import { createRegister } from '../../../server/domain/register.ts'
import { at, type Moment } from '../../support/timeline.ts'

const told = (...moments: readonly Moment[]) => {
  const register = createRegister()
  for (const [seq, [happened, kind, data = {}, heard]] of moments.entries()) {
    const parsed = parseObservation({ kind, observedAt: at(happened), data })
    if (parsed.is === 'fault') throw new Error(parsed.problem)
    const entry: Entry = { seq, recordedAt: at(heard ?? happened), observation: parsed.observation }
    register.apply(entry)
  }
  return register
}
const square = (lng: number, lat: number) => [
  [
    [lng, lat],
    [lng + 0.1, lat],
    [lng + 0.1, lat + 0.1],
    [lng, lat + 0.1],
    [lng, lat],
  ],
]
const name = { zh: '一号站', en: 'Site 1' }
const site = (id: string, coverage: unknown): Moment => [
  '2026-03-02 08:00',
  'radio-site.registered',
  { site: id, gateway: 'g1', name, place: [116, 30], coverage },
]
const radio = 'hytera:10-100'
const assigned = (data: object): Moment => [
  '2026-03-02 08:00',
  'radio.assigned',
  { radio, make: 'hytera', gateway: 'g1', carrier: null, unit: 's1', ...data },
]

describe('who has which radio', () => {
  it('is found by carrier, post and unit, and follows when it is handed on', () => {
    const register = told(assigned({ carrier: 'officer/o1' }), [
      '2026-03-02 08:00',
      'radio.assigned',
      { radio: 'hytera:10-7', make: 'hytera', gateway: 'g1', carrier: null, post: 'duty-s1', unit: 's1' },
    ])
    expect(register.radio.radiosOf('officer/o1').map((r) => r.radio)).toEqual([radio])
    expect(register.radio.radiosAt('duty-s1').map((r) => r.radio)).toEqual(['hytera:10-7'])
    expect(register.radio.radiosOfUnit('s1')).toHaveLength(2)
    expect(register.device(radio)).toEqual({ device: radio, carrier: 'officer/o1', owner: 's1' })
    const handedOn = told(assigned({ carrier: 'officer/o1' }), assigned({ carrier: 'officer/o2' }))
    expect(handedOn.radio.radiosOf('officer/o1')).toEqual([])
    expect(handedOn.radio.radiosOf('officer/o2')).toHaveLength(1)
  })
})

describe('when and where a radio was heard', () => {
  const heard = told(
    assigned({ carrier: 'officer/o1' }),
    ['2026-03-02 08:10', 'radio.registered', { radio, gateway: 'g1', site: 'a' }],
    ['2026-03-02 09:00', 'radio.left', { radio, gateway: 'g1', site: 'a', why: 'went-off' }],
    ['2026-03-02 08:30', 'radio.checked', { radio, gateway: 'g1', site: 'b', online: true }, '2026-03-02 09:30'],
  )
  it('by its system’s clock, in whatever order it was told', () => {
    expect(heard.radio.registered(radio, at('2026-03-02 08:05'))).toBeUndefined()
    expect(heard.radio.registered(radio, at('2026-03-02 08:40'))).toBe(true)
    expect(heard.radio.registered(radio, at('2026-03-02 09:00'))).toBe(false)
    expect(heard.radio.siteOf(radio, at('2026-03-02 08:29'))).toBe('a')
    expect(heard.radio.siteOf(radio, at('2026-03-02 08:30'))).toBe('b')
  })
  it('an answer that it is offline ends a registration, one that it is online begins none', () => {
    const only = told(['2026-03-02 08:10', 'radio.checked', { radio, gateway: 'g1', online: true }])
    expect(only.radio.registered(radio, at('2026-03-02 09:00'))).toBeUndefined()
    const off = told(
      ['2026-03-02 08:10', 'radio.registered', { radio, gateway: 'g1' }],
      ['2026-03-02 08:20', 'radio.checked', { radio, gateway: 'g1', online: false }],
    )
    expect(off.radio.registered(radio, at('2026-03-02 08:20'))).toBe(false)
  })
  it('remembers a bounded number of them', () => {
    const many = Array.from(
      { length: 300 },
      (_, i): Moment => [
        `2026-03-02 08:${String(i % 60).padStart(2, '0')}`,
        'radio.registered',
        { radio, gateway: 'g1' },
      ],
    )
    expect(told(...many).radio.sightings(radio)).toHaveLength(96)
  })
})

describe('whether we could hear', () => {
  const register = told(
    assigned({}),
    ['2026-03-02 08:01', 'trunk.restored', { gateway: 'g1' }],
    ['2026-03-02 08:01', 'trunk.restored', { gateway: 'g1', site: 'a' }],
    ['2026-03-02 08:05', 'radio.registered', { radio, gateway: 'g1', site: 'a' }],
    ['2026-03-02 08:10', 'trunk.lost', { gateway: 'g1', site: 'a', why: 'heartbeat' }],
    ['2026-03-02 08:20', 'trunk.restored', { gateway: 'g1', site: 'a' }],
    ['2026-03-02 08:30', 'trunk.lost', { gateway: 'g1', why: 'line' }],
  )
  const is = (time: string) => register.radio.channelOf(radio, at(`2026-03-02 ${time}`)).is
  it('is unknown before anybody said', () => expect(is('08:00')).toBe('unknown'))
  it('follows the site it was last heard over, and the whole gateway', () => {
    expect(is('08:06')).toBe('up')
    expect(is('08:10')).toBe('down')
    expect(is('08:20')).toBe('up')
    expect(is('08:30')).toBe('down')
  })
  it('another site stays up while one is lost', () =>
    expect(register.radio.channel('g1', 'b', at('2026-03-02 08:15')).is).toBe('up'))
  it('names the entry that says so', () =>
    expect(register.radio.channelOf(radio, at('2026-03-02 08:12'))).toMatchObject({
      since: at('2026-03-02 08:10'),
      evidence: [4],
    }))
})

describe('coverage at a place', () => {
  it('is known only where every site’s is', () => {
    const both = told(site('a', square(116, 30)), site('b', square(116.05, 30)))
    expect(both.radio.coverage([116.07, 30.05])).toMatchObject({ is: 'covered', sites: [{ site: 'a' }, { site: 'b' }] })
    expect(both.radio.coverage([117, 30])).toEqual({ is: 'outside' })
    expect(both.radio.coverage([116.07, 30.05], 'g2')).toEqual({ is: 'unknown' })
    expect(told(site('a', square(116, 30)), site('b', null)).radio.coverage([117, 30])).toEqual({ is: 'unknown' })
  })
})

describe('a radio is named by make, network and number', () => {
  it.each(['hytera:10', '10-100', 'hytera:10-x', 'sepura:1-1', 'hytera:10-100 '])('%s is refused', (radio) =>
    expect(parseObservation({ kind: 'radio.registered', observedAt: 0, data: { radio, gateway: 'g1' } })).toMatchObject(
      { is: 'fault', problem: expect.stringContaining('hytera:10-2308195') },
    ),
  )
})
