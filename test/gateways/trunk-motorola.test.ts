import net from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { readTrunkGateways, type TetraConfig } from '../../server/gateways/trunk/lists.ts'
import { startPei } from '../../server/gateways/trunk/pei.ts'
import { encodeReport, encodeSds, reasons } from '../../server/protocols/lip/codec.ts'
import { createMotorolaRadio, type MotorolaRadio } from '../../simulators/devices/radio-motorola.ts'
import { configOf, type TestHouse, trunkHouse, until } from './trunk-house.ts'

let house: TestHouse
afterEach(() => house.close())
const radio = (n: number): string => `motorola:127-${n}`
const NUMBER = 2 * 65_536 + 17

const opened = async (
  numbers: readonly number[],
  listed = numbers,
  silent: (number: number) => boolean = () => false,
  claims?: number,
) => {
  const answering: { by?: MotorolaRadio } = {}
  house = await trunkHouse(listed.map(radio))
  const gateway = await house.motorola()
  const ports = gateway.ports as { ars: number; lrrp: number; tms: number }
  const radios = []
  for (const number of numbers) {
    const one = await createMotorolaRadio({
      number,
      network: 127,
      server: { host: '127.0.0.1', ...ports },
      ports,
      place: () => [106.3, 38.3],
      silent: () => silent(number),
      answeredBy: () => answering.by,
      clock: () => house.time.now,
      ...(claims !== undefined && { claims }),
    })
    house.closing(one.close)
    radios.push(one)
  }
  return { gateway, radios, answering }
}

describe('Motorola: ARS, LRRP, TMS', () => {
  it('a radio registers, answers a check, says where it is, texts, leaves', async () => {
    const { gateway, radios } = await opened([NUMBER])
    const [one] = radios
    one!.register()
    await until(() => one!.counts.registered === 1)
    expect(await house.data('trunk.restored')).toEqual([{ gateway: 'trunk-2', site: null }])
    expect(await gateway.check(radio(NUMBER), 'r1')).toEqual({ sent: true })
    await until(async () => (await house.told('radio.checked')).length === 1)
    expect(await house.data('radio.checked')).toMatchObject([{ request: 'r1', online: true, site: null }])
    await gateway.locate(radio(NUMBER), 'l1')
    await until(async () => (await house.told('position.reported')).length === 1)
    expect((await house.data('position.reported'))[0]).toMatchObject({
      carrier: `officer/${NUMBER}`,
      position: [expect.closeTo(106.3, 5), expect.closeTo(38.3, 5)],
      speedKmh: null,
    })
    one!.text('到岗')
    await gateway.text(radio(NUMBER), '收到请回复', 't1')
    await until(async () => (await house.told('radio.text-delivered')).length === 1)
    expect(await house.data('radio.texted')).toMatchObject([{ text: '到岗', to: 'dispatcher' }])
    one!.goOff()
    await until(async () => (await house.told('radio.left')).length === 1)
  })
  it('a silent one ends as unanswered while others are heard; a stranger is refused and listed', async () => {
    const [other, stranger] = [NUMBER + 2, NUMBER + 1]
    const { gateway, radios } = await opened([NUMBER, stranger, other], [NUMBER, other], (n) => n === NUMBER)
    for (const one of radios) one.register()
    await until(() => radios.every((one) => one.counts.refused + one.counts.registered === 1))
    expect(house.house.book.waiting()).toMatchObject([{ device: radio(stranger) }])
    await gateway.check(radio(NUMBER), 'r1')
    await until(async () => (await house.told('radio.check-unanswered')).length === 1)
    expect(await house.data('radio.check-unanswered')).toMatchObject([{ request: 'r1', why: 'no-answer', tries: 3 }])
    expect(gateway.up()).toBe(true)
  })
  it('another that answers in its place is seen by LRRP, whose report bears the number of the request; ARS bears none', async () => {
    const { gateway, radios, answering } = await opened([NUMBER, NUMBER + 1])
    for (const one of radios) one.register()
    await until(() => radios.every((one) => one.counts.registered === 1))
    answering.by = radios[1]!
    await gateway.check(radio(NUMBER), 'r1')
    const answers = async (bearing: boolean) =>
      (await house.data('radio.checked')).filter((one) => (one.request !== null) === bearing)
    await until(async () => (await answers(true)).length > 0)
    expect(await answers(true)).toEqual([
      { radio: radio(NUMBER + 1), gateway: 'trunk-2', site: null, request: 'r1', online: true },
    ])
    for (const one of await answers(false)) expect(one).toMatchObject({ radio: radio(NUMBER + 1) })
    await new Promise((resolve) => setTimeout(resolve, 200))
    expect(await house.told('radio.check-unanswered')).toEqual([])
  })
  it('one that registers under another number than its address is not believed', async () => {
    const { radios } = await opened([NUMBER], [NUMBER], undefined, 11)
    radios[0]!.register()
    await until(async () => (await house.told('device.faulted')).length === 1)
    expect(await house.data('device.faulted')).toMatchObject([{ fault: 'identity-mismatch' }])
    expect(await house.told('radio.registered')).toEqual([])
  })
})

describe('Motorola: a line without a heartbeat of its own', () => {
  const stays = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
  it('is asked for signs of life while none comes unasked; they make no entries', async () => {
    const { gateway, radios } = await opened([NUMBER])
    radios[0]!.register()
    await until(() => radios[0]!.counts.registered === 1)
    house.time.now += 60_000
    await until(() => gateway.heardAt() === house.time.now)
    expect(radios[0]!.counts.queries).toBeGreaterThan(0)
    await stays(300)
    expect(gateway.up()).toBe(true)
    expect([...(await house.told('radio.checked')), ...(await house.told('trunk.lost'))]).toEqual([])
  })
  it('that was cut is lost: whoever was called in it is unobserved, not silent; and it is back with the first sign', async () => {
    let cut = false
    const { gateway, radios } = await opened([NUMBER, NUMBER + 1], undefined, () => cut)
    for (const one of radios) one.register()
    await until(() => radios.every((one) => one.counts.registered === 1))
    cut = true
    await stays(60)
    const before = gateway.heardAt()!
    house.time.now += 60_000
    await gateway.check(radio(NUMBER), 'r1')
    await until(async () => (await house.told('radio.check-unanswered')).length === 1)
    expect(await house.data('radio.check-unanswered')).toMatchObject([{ request: 'r1', why: 'channel-lost' }])
    expect(await house.data('trunk.lost')).toMatchObject([{ gateway: 'trunk-2', site: null }])
    expect(gateway.up()).toBe(false)
    expect(gateway.heardAt()).toBe(before)
    expect(await gateway.check(radio(NUMBER), 'r2')).toEqual({ sent: false, why: 'down' })
    cut = false
    await until(() => gateway.up())
    await until(async () => (await house.told('trunk.restored')).length === 2)
  })
  it('nobody is registered and nobody answers a call: nobody can say whether it works', async () => {
    const { gateway, radios } = await opened([NUMBER], undefined, () => true)
    radios[0]!.register()
    await until(() => radios[0]!.counts.registered === 1)
    radios[0]!.goOff()
    await until(async () => (await house.told('radio.left')).length === 1)
    await stays(400)
    expect(await house.told('trunk.lost')).toEqual([])
    await gateway.check(radio(NUMBER), 'r1')
    await until(async () => (await house.data('radio.check-unanswered'))[0]?.why === 'channel-lost')
  })
  it('after a restart the radios on the list are asked', async () => {
    const { gateway } = await opened([NUMBER])
    expect(gateway.heardAt()).toBe(0)
    await until(() => gateway.up())
  })
})

describe('TETRA: a PEI line over TCP', () => {
  it('brings positions and an emergency of radios on the list, however the line is cut', async () => {
    house = await trunkHouse(['tetra:2140008-6012228'])
    const sockets: net.Socket[] = []
    const server = net.createServer((socket) => sockets.push(socket))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
    house.closing(() => new Promise((resolve) => server.close(() => resolve())))
    const { port } = server.address() as net.AddressInfo
    const gateway = await startPei(
      house.house,
      configOf<TetraConfig>({
        gateway: 'pei-1',
        make: 'tetra',
        name: { zh: 'TETRA 接口', en: 'TETRA interface' },
        owner: 'support',
        network: 2_140_008,
        peer: { address: '127.0.0.1', port },
      }),
    )
    await until(() => gateway.up() && sockets.length === 1)
    const report = (additional: number) =>
      encodeReport({
        pduType: 0,
        elapsed: 0,
        longitude: 106.3,
        latitude: 38.3,
        error: 1,
        velocity: 10,
        direction: 4,
        additionalKind: 0,
        additional,
      })
    const text = encodeSds('214000806012228', '214000806010006', report(reasons.emergency))
    sockets[0]!.write(text.slice(0, 30))
    sockets[0]!.write(text.slice(30) + encodeSds('214000806010001', '214000806010006', report(129)))
    await until(async () => (await house.told('radio.emergency')).length === 1)
    await until(async () => (await house.told('device.refused')).length === 1)
    expect(await house.data('position.reported')).toMatchObject([
      { device: 'tetra:2140008-6012228', carrier: 'officer/6012228', speedKmh: 10, headingDeg: 90, accuracyM: 20 },
    ])
    expect(await gateway.check('tetra:2140008-6012228', 'r1')).toEqual({ sent: false, why: 'unsupported' })
    await gateway.close()
    for (const socket of sockets) socket.destroy()
    expect(await house.data('trunk.lost')).toMatchObject([{ gateway: 'pei-1', why: 'gateway stopped' }])
  })
})

describe('the list of gateways', () => {
  const good = {
    gateway: 'trunk-1',
    make: 'hytera',
    name: { zh: '一', en: 'One' },
    owner: 'support',
    sites: [{ site: 's1', address: '10.0.0.1' }],
  }
  it.each([
    ['no JSON', 'x', 'not JSON'],
    ['an address that is none', JSON.stringify([{ ...good, sites: [{ site: 's1', address: 'x' }] }]), 'IPv4'],
    ['a field nobody named', JSON.stringify([{ ...good, secret: 1 }]), 'secret'],
    ['a gateway twice', JSON.stringify([good, { ...good, network: 11 }]), 'named twice'],
    [
      'one address for two sites',
      JSON.stringify([{ ...good, sites: [good.sites[0], { site: 's2', address: '10.0.0.1' }] }]),
      'an address is named twice',
    ],
  ])('%s is named', (_, text, problem) =>
    expect((readTrunkGateways(text) as { problems: string[] }).problems.join()).toContain(problem),
  )
  it('a whole one is taken with what it leaves out', () =>
    expect(readTrunkGateways(JSON.stringify([good]))).toMatchObject({
      gateways: [{ network: 10, ports: { rrs: 30_001 }, checksums: 'lenient', renewSeconds: 1_800 }],
    }))
})
