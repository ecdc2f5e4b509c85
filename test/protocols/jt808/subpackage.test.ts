import { describe, expect, it } from 'vitest'
import { type Assembly, accept, nothing, overdue, type Part } from '../../../server/protocols/jt808/subpackage.ts'

const WAIT = 10_000
const part = (index: number, total: number, { id = 0x0704, serial = 100 + index, size = 4 } = {}): Part => ({
  header: {
    id,
    edition: '2013',
    protocolVersion: null,
    phone: '1',
    phoneBcd: '000000000001',
    serial,
    part: { total, index },
  },
  content: Buffer.alloc(size, index),
  raw: Buffer.from([0x7e, index, 0x7e]),
})
const given = (parts: readonly Part[], at = 0): { assembly: Assembly; last: string } => {
  let [assembly, last] = [nothing, '']
  for (const p of parts) {
    const step = accept(assembly, p, at, WAIT)
    assembly = step.assembly
    last = step.outcome.is
  }
  return { assembly, last }
}

describe('§4.4.3: a message in parts', () => {
  it('is whole with its last part, by index, whatever the serials', () => {
    const parts = [part(2, 3, { serial: 0x04e2 }), part(3, 3, { serial: 9 }), part(1, 3, { serial: 0x04d1 })]
    const { assembly } = given(parts.slice(0, 2))
    const { outcome } = accept(assembly, parts[2]!, 0, WAIT)
    if (outcome.is !== 'whole') throw new Error(outcome.is)
    expect(outcome.whole.body.toString('hex')).toBe('010101010202020203030303')
    expect(outcome.whole.header).toMatchObject({ serial: 0x04d1, part: null })
    expect(outcome.whole.raw).toHaveLength(9)
  })
  it('two messages of different kinds or totals do not mix', () =>
    expect(given([part(1, 2), part(2, 2, { id: 0x0801 }), part(2, 3)]).last).toBe('waiting'))
  it('the same part twice is one part', () => expect(given([part(1, 2), part(1, 2), part(2, 2)]).last).toBe('whole'))
  it('the same index with another serial begins anew', () => {
    const { assembly } = given([part(1, 2, { serial: 5 }), part(1, 2, { serial: 50 })])
    const { outcome } = accept(assembly, part(2, 2, { serial: 51 }), 0, WAIT)
    expect(outcome.is === 'whole' && outcome.whole.header.serial).toBe(50)
  })
  it('a part of what was whole a moment ago is a repetition; a minute later it is news', () => {
    const { assembly } = given([part(1, 2), part(2, 2)])
    expect(accept(assembly, part(2, 2), 1_000, WAIT).outcome).toMatchObject({ is: 'repeated', header: { serial: 101 } })
    expect(accept(assembly, part(2, 2), 61_000, WAIT).outcome.is).toBe('waiting')
  })
})

describe('§8.5: asking for what is missing', () => {
  it('not before the wait is over, and the wait begins anew with each part', () => {
    const { assembly } = given([part(1, 3)], 0)
    const later = accept(assembly, part(3, 3), 9_000, WAIT).assembly
    expect(overdue(later, 18_999, WAIT).requests).toEqual([])
    expect(overdue(later, 19_000, WAIT).requests).toMatchObject([{ firstSerial: 101, missing: [2] }])
  })
  it('reckons the first serial when the first part is what is missing', () =>
    expect(overdue(given([part(3, 3)]).assembly, WAIT, WAIT).requests).toMatchObject([
      { firstSerial: 101, missing: [1, 2] },
    ]))
  it('three times, at growing distances (T(n+1) = T(n) × (n+1)), then gives up', () => {
    let { assembly } = given([part(1, 2)])
    const asked: number[] = []
    for (let now = 0; now < 1_000_000; now += 1_000) {
      const step = overdue(assembly, now, WAIT)
      assembly = step.assembly
      if (step.requests.length > 0) asked.push(now)
      if (step.givenUp.length > 0) {
        expect(step.givenUp).toMatchObject([{ missing: [2] }])
        asked.push(-now)
      }
    }
    expect(asked).toEqual([10_000, 30_000, 90_000, -330_000])
    expect(assembly.groups).toEqual([])
  })
})

describe('what one terminal can make us keep is bounded', () => {
  it('in parts', () => expect(given([part(1, 513)]).last).toBe('refused'))
  it('in messages at once', () =>
    expect(given(Array.from({ length: 10 }, (_, i) => part(1, 2 + i))).assembly.groups).toHaveLength(4))
  it('in bytes', () => {
    const parts = Array.from({ length: 511 }, (_, i) => part(i + 1, 512, { size: 1_100 }))
    const { assembly, last } = given(parts.slice(0, 477))
    expect(last).toBe('refused')
    expect(assembly.groups).toEqual([])
  })
})
