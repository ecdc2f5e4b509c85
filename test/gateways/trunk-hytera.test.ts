import dgram from 'node:dgram'
import { afterEach, describe, expect, it } from 'vitest'
import type { RadioMood } from '../../simulators/devices/radio-repeater.ts'
import { SITE, type TestHouse, trunkHouse, until } from './trunk-house.ts'

let house: TestHouse
afterEach(() => house.close())
const radio = (n: number): string => `hytera:10-${n}`
const opened = async (numbers: readonly number[], moods: Readonly<Record<number, RadioMood>> = {}, faults = {}) => {
  house = await trunkHouse(numbers.filter((n) => n < 9_000).map(radio))
  const gateway = await house.hytera()
  const handsets = numbers.map((number) => ({
    number,
    place: () => [106.3, 38.3] as const,
    mood: () => moods[number] ?? ('well' as const),
  }))
  const repeater = await house.repeater(gateway.ports, handsets, { faults })
  await until(() => gateway.up('site-1'))
  return { gateway, repeater }
}

describe('registration', () => {
  it('is journalled, then answered; the repeater’s datagram is acknowledged after that too', async () => {
    const { repeater } = await opened([100])
    repeater.register(100)
    await until(() => repeater.counts.registrations === 1 && repeater.unacknowledged() === 0)
    expect(await house.data('radio.registered')).toEqual([{ radio: radio(100), gateway: 'trunk-1', site: 'site-1' }])
    expect(await house.data('trunk.installed')).toMatchObject([{ gateway: 'trunk-1', owner: 'support' }])
    expect(await house.data('trunk.restored')).toEqual([{ gateway: 'trunk-1', site: 'site-1' }])
  })
  it('is not answered and not acknowledged while the journal does not take it (I1); it is when the repeater says it again', async () => {
    const { repeater } = await opened([100])
    const append = house.journal.append
    house.journal.append = () => Promise.reject(new Error('disk full'))
    repeater.register(100)
    await new Promise((resolve) => setTimeout(resolve, 150))
    expect(repeater.counts.registrations).toBe(0)
    expect(repeater.unacknowledged()).toBe(1)
    house.journal.append = append
    await until(() => repeater.counts.registrations === 1)
  })
  it('of a radio on no list is refused, and listed for approval once', async () => {
    const { repeater } = await opened([100, 9_001])
    repeater.register(9_001)
    repeater.register(9_001)
    await until(() => repeater.counts.refused === 2)
    expect(await house.data('radio.registered')).toEqual([])
    expect(house.house.book.waiting()).toMatchObject([{ device: radio(9_001), protocol: 'hytera/trunk-1' }])
    expect(await house.told('device.refused')).toHaveLength(1)
  })
  it('a datagram that comes twice counts once, also when they overtake each other', async () => {
    const { repeater } = await opened([100, 101], {}, { twice: true, overtaken: true })
    repeater.register(100)
    repeater.register(101)
    await until(async () => (await house.told('radio.registered')).length === 2 && repeater.unacknowledged() === 0)
    expect(await house.told('radio.registered')).toHaveLength(2)
    repeater.goOff(100)
    await until(async () => (await house.told('radio.left')).length === 1)
  })
})

describe('a radio check', () => {
  it('is answered by the radio, not by the repeater that acknowledges it', async () => {
    const { gateway, repeater } = await opened([100, 101], { 101: 'silent' })
    expect(await gateway.check(radio(100), 'r1')).toEqual({ sent: true })
    expect(await gateway.check(radio(101), 'r2')).toEqual({ sent: true })
    await until(async () => (await house.told('radio.check-unanswered')).length === 1)
    expect(await house.data('radio.checked')).toMatchObject([
      { radio: radio(100), request: 'r1', online: true, site: 'site-1' },
    ])
    expect(await house.data('radio.check-unanswered')).toMatchObject([
      { radio: radio(101), request: 'r2', tries: 3, why: 'no-answer' },
    ])
    expect(repeater.counts.calls).toBe(4)
  })
  it('of another radio than the one called: RRS 0x0082 bears no number of the call, so it is that radio’s own word', async () => {
    const { gateway } = await opened([100, 101], { 101: { answersAs: 100 } })
    await gateway.check(radio(101), 'r1')
    await until(async () => (await house.told('radio.checked')).length >= 2)
    for (const one of (await house.data('radio.checked')).slice(0, 2))
      expect(one).toMatchObject({ radio: radio(100), request: null })
  })
  it('the last call asks for the place as well, LP A001 by number: its report A002 shows that another radio answers this call', async () => {
    const { gateway } = await opened([100, 101], { 101: { answersAs: 100 } })
    await gateway.check(radio(101), 'r1')
    const answers = async () => (await house.data('radio.checked')).filter((one) => one.request !== null)
    await until(async () => (await answers()).length > 0)
    expect(await answers()).toEqual([
      { radio: radio(100), gateway: 'trunk-1', site: 'site-1', request: 'r1', online: true },
    ])
    expect((await house.data('position.reported'))[0]).toMatchObject({
      device: radio(100),
      carrier: 'officer/100',
    })
    await new Promise((resolve) => setTimeout(resolve, 200))
    expect(await house.told('radio.check-unanswered')).toEqual([])
  })
  it('a radio that answers LP and not RRS is there: its report answers the last call', async () => {
    const { gateway, repeater } = await opened([100], { 100: 'no-status' })
    await gateway.check(radio(100), 'r1')
    await until(async () => (await house.told('radio.checked')).length === 1)
    expect(repeater.counts.calls).toBe(3)
    expect(await house.data('radio.checked')).toMatchObject([{ radio: radio(100), request: 'r1', online: true }])
  })
  it('a report that bears no number of a check answers none: neither one sent unasked, nor one asked for otherwise', async () => {
    const { gateway, repeater } = await opened([100, 101], { 100: 'silent' })
    await gateway.check(radio(100), 'r1')
    repeater.report(101)
    await gateway.locate(radio(101), 'l1')
    await until(async () => (await house.told('position.reported')).length === 2)
    await until(async () => (await house.told('radio.check-unanswered')).length === 1)
    expect(await house.told('radio.checked')).toEqual([])
  })
  it('one on no list that answers for another is refused, and answers nothing', async () => {
    const { gateway } = await opened([100, 9_001], { 100: { answersAs: 9_001 } })
    await gateway.check(radio(100), 'r1')
    await until(async () => (await house.told('radio.check-unanswered')).length === 1)
    expect(await house.told('radio.checked')).toEqual([])
    expect(house.house.book.waiting()).toMatchObject([{ device: radio(9_001) }])
  })
  it('answered late is still an entry, of no request any more', async () => {
    const { gateway } = await opened([100], { 100: { lateMs: 600 } })
    await gateway.check(radio(100), 'r1')
    await until(async () => (await house.told('radio.check-unanswered')).length === 1)
    await until(async () => (await house.told('radio.checked')).length > 0)
    expect((await house.data('radio.checked'))[0]).toMatchObject({ request: null, online: true })
  })
  it('a dispatcher that dies: what is under way ends as channel-lost, what comes is not sent; it returns and goes on', async () => {
    const { gateway, repeater } = await opened([100], { 100: 'silent' })
    const heard: boolean[] = []
    gateway.onChange((_, up) => heard.push(up))
    await gateway.check(radio(100), 'r1')
    repeater.die()
    await until(() => !gateway.up())
    await until(async () => (await house.told('trunk.lost')).length === 1)
    expect(await house.data('trunk.lost')).toMatchObject([{ site: 'site-1', why: '5 heartbeats missed' }])
    await until(async () => (await house.told('radio.check-unanswered')).length === 1)
    expect(await house.data('radio.check-unanswered')).toMatchObject([{ request: 'r1', why: 'channel-lost' }])
    expect(await gateway.check(radio(100), 'r2')).toEqual({ sent: false, why: 'down' })
    repeater.revive()
    await until(() => gateway.up())
    expect(await gateway.check(radio(100), 'r3')).toEqual({ sent: true })
    expect(heard).toEqual([false, true])
  })
  it('the gateway says until when it heard a site: silence of a radio proves nothing beyond', async () => {
    const { gateway, repeater } = await opened([100])
    house.time.now += 60_000
    await until(() => gateway.heardAt('site-1') === house.time.now)
    repeater.die()
    const diedAt = house.time.now
    house.time.now += 60_000
    expect(gateway.up('site-1')).toBe(true)
    await until(() => !gateway.up())
    expect(gateway.heardAt('site-1')! <= diedAt).toBe(true)
  })
  it('two calls of one radio at once, a stranger and a group are not sent', async () => {
    const { gateway } = await opened([100], { 100: 'silent' })
    const first = gateway.check(radio(100), 'r1')
    expect(await gateway.check(radio(100), 'r2')).toEqual({ sent: false, why: 'busy' })
    expect(await gateway.check('hytera:10-4242', 'r3')).toEqual({ sent: false, why: 'unknown-radio' })
    expect(await gateway.check('hytera:10-g1', 'r4')).toEqual({ sent: false, why: 'unknown-radio' })
    expect(await first).toEqual({ sent: true })
  })
  it('keeps to so many calls a second', async () => {
    house = await trunkHouse([1, 2, 3, 4].map(radio))
    const gateway = await house.hytera({ checks: { everyMs: 60, waitMs: 50, tries: 1, waiting: 500 } })
    await house.repeater(
      gateway.ports,
      [1, 2, 3, 4].map((number) => ({ number })),
    )
    await until(() => gateway.up())
    const from = performance.now()
    await Promise.all([1, 2, 3, 4].map((n) => gateway.check(radio(n), `r${n}`)))
    expect(performance.now() - from).toBeGreaterThan(170)
  })
})

describe('location, text, emergency', () => {
  it('a position becomes its carrier’s; one asked for is answered the same way', async () => {
    const { gateway, repeater } = await opened([100])
    repeater.report(100)
    await until(async () => (await house.told('position.reported')).length === 1)
    expect((await house.data('position.reported'))[0]).toMatchObject({
      device: radio(100),
      carrier: 'officer/100',
      position: [expect.closeTo(106.3, 5), expect.closeTo(38.3, 5)],
      delivery: 'live',
    })
    house.time.now += 5_000
    expect(await gateway.locate(radio(100), 'l1')).toEqual({ sent: true })
    await until(async () => (await house.told('position.reported')).length === 2)
  })
  it('a text is taken verbatim; ours is acknowledged by the radio', async () => {
    const { gateway, repeater } = await opened([100])
    repeater.text(100, 9_999_999, '值班室在岗，张三代答')
    await until(async () => (await house.told('radio.texted')).length === 1)
    expect(await house.data('radio.texted')).toEqual([
      { radio: radio(100), gateway: 'trunk-1', to: 'dispatcher', text: '值班室在岗，张三代答' },
    ])
    expect(await gateway.text(radio(100), '请回值班室', 't1')).toEqual({ sent: true })
    await until(async () => (await house.told('radio.text-delivered')).length === 1)
    expect(await house.data('radio.text-delivered')).toMatchObject([{ request: 't1', delivered: true }])
    expect(repeater.counts.texts).toEqual(['请回值班室'])
    expect(await gateway.text(radio(100), '长'.repeat(500), 't2')).toEqual({ sent: false, why: 'too-long' })
  })
  it('the emergency button, with the place', async () => {
    const { repeater } = await opened([100])
    repeater.press(100)
    await until(async () => (await house.told('radio.emergency')).length === 1)
    expect(await house.data('radio.emergency')).toMatchObject([
      { radio: radio(100), kind: 'button', place: [expect.closeTo(106.3, 5), expect.closeTo(38.3, 5)] },
    ])
  })
})

describe('floods and strangers', () => {
  const spray = async (address: string, port: number, count: number, bytes: Buffer) => {
    const socket = dgram.createSocket('udp4')
    await new Promise<void>((resolve) => socket.bind(0, address, () => resolve()))
    for (let i = 0; i < count; i++) socket.send(bytes, port, '127.0.0.1')
    return () => new Promise<void>((resolve) => socket.close(() => resolve()))
  }
  const registration = Buffer.from('32420020000183040001869f04010211000300040a000064bd03', 'hex')

  it('a spoofed source is dropped, counted, journalled once; nothing it says is believed', async () => {
    const { gateway, repeater } = await opened([100])
    house.closing(await spray('127.0.0.99', gateway.ports.rrs!, 300, registration))
    await until(() => (house.counts.get('trunk.fault.stranger') ?? 0) > 100)
    repeater.register(100)
    await until(() => repeater.counts.registrations === 1)
    expect(await house.told('radio.registered')).toHaveLength(1)
    expect((await house.data('device.faulted')).filter((f) => f.fault === 'stranger')).toHaveLength(1)
  })
  it('a repeater gone mad is cut off, another site is served', async () => {
    house = await trunkHouse([100, 200].map(radio))
    const gateway = await house.hytera(
      { sources: { burst: 50, perSecond: 20, most: 100 } },
      {
        sites: [
          { site: 'site-1', address: SITE },
          { site: 'site-2', address: '127.0.0.22' },
        ],
      },
    )
    const other = await house.repeater(gateway.ports, [{ number: 200 }], { address: '127.0.0.22' })
    await until(() => gateway.up('site-2'))
    house.closing(await spray(SITE, gateway.ports.rrs!, 2_000, registration))
    other.register(200)
    await until(() => other.counts.registrations === 1)
    await until(() => (house.counts.get('trunk.fault.flood') ?? 0) > 500)
    const mine = (await house.data('radio.registered')).filter((r) => r.site === 'site-2')
    expect(mine).toHaveLength(1)
  })
  it('junk from a repeater is a fault with a name, and harms nothing', async () => {
    const { gateway, repeater } = await opened([100])
    house.closing(await spray(SITE, gateway.ports.lp!, 5, Buffer.from('3242002000018', 'latin1')))
    await until(async () => (await house.told('device.faulted')).length > 0)
    repeater.register(100)
    await until(() => repeater.counts.registrations === 1)
  })
})
