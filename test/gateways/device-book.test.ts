import { describe, expect, it } from 'vitest'
import type { ObservationKind } from '../../server/domain/observation/index.ts'
import { openDeviceBook } from '../../server/gateways/device-book.ts'
import { memoryJournal } from '../support/memory-journal.ts'

const AT = Date.parse('2026-03-15T01:30:20Z')
const setUp = () => {
  const journal = memoryJournal(() => AT)
  let n = 0
  const tell = (kind: ObservationKind, data: object) =>
    journal.append([{ source: 'console', key: String(n++), observation: { kind, observedAt: AT, data } as never }])
  return { journal, tell }
}
const bound = (device: string, carrier: string | null = null) => ({ device, carrier, owner: 'unit-1' })

describe('the device book: who may report, as the journal has told so far', () => {
  it('knows after a restart what was decided before', async () => {
    const { journal, tell } = setUp()
    await tell('device.bound', bound('a', 'vehicle/1'))
    await tell('device.bound', bound('b'))
    await tell('device.blocked', { device: 'b', by: 'admin', reason: 'stolen' })
    await tell('device.approved', { device: 'c', by: 'admin' })
    const book = await openDeviceBook(journal)
    expect(['a', 'b', 'c', 'd'].map(book.standing)).toEqual(['approved', 'blocked', 'approved', 'unknown'])
    expect(book.carrier('a')).toBe('vehicle/1')
    expect(book.carrier('b')).toBeNull()
  })
  it('misses nothing that is committed while it is still reading', async () => {
    const { journal, tell } = setUp()
    for (let i = 0; i < 50; i++) await tell('device.bound', bound(`old-${i}`))
    const slow = {
      ...journal,
      read: async (options?: Parameters<typeof journal.read>[0]) => {
        const entries = await journal.read(options)
        await tell('device.bound', bound(`young-${entries.length}`))
        return entries
      },
    }
    const book = await openDeviceBook(slow)
    expect(book.standing('old-49')).toBe('approved')
    expect(book.standing('young-50')).toBe('approved')
  })
  it('follows what is decided while it is open, and says so', async () => {
    const { journal, tell } = setUp()
    const book = await openDeviceBook(journal)
    const changes: string[] = []
    book.onChange((device) => changes.push(`${device} ${book.standing(device)}`))
    await tell('device.bound', bound('a', 'vehicle/1'))
    await tell('device.blocked', { device: 'a', by: 'admin', reason: 'lost' })
    await tell('device.approved', { device: 'a', by: 'admin' })
    await tell('device.bound', bound('a', 'vehicle/2'))
    expect(changes).toEqual(['a approved', 'a blocked', 'a approved', 'a approved'])
    expect(book.carrier('a')).toBe('vehicle/2')
  })
  it('lists strangers until somebody decides, and only strangers', async () => {
    const { journal, tell } = setUp()
    const book = await openDeviceBook(journal)
    const refused = (device: string) =>
      tell('device.refused', { device, carrier: null, protocol: 'jt808', reason: 'not on the list' })
    await tell('device.bound', bound('known'))
    for (const device of ['x', 'y', 'known', 'x']) await refused(device)
    expect(book.waiting().map(({ device }) => device)).toEqual(['y', 'x'])
    await tell('device.approved', { device: 'x', by: 'admin' })
    await tell('device.blocked', { device: 'y', by: 'admin', reason: 'not ours' })
    await refused('y')
    expect(book.waiting()).toEqual([])
    for (let i = 0; i < 1_100; i++) await refused(`s-${i}`)
    expect(book.waiting()).toHaveLength(1_000)
  })
  it('remembers which alarms are raised', async () => {
    const { journal, tell } = setUp()
    await tell('device.alarm-raised', { device: 'a', carrier: null, alarm: 'overspeed' })
    await tell('device.alarm-raised', { device: 'a', carrier: null, alarm: 'collision' })
    await tell('device.alarm-ended', { device: 'a', carrier: null, alarm: 'overspeed' })
    expect((await openDeviceBook(journal)).alarms('a')).toEqual(['collision'])
  })
})
