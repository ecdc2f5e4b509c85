import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { credential } from '../../server/gateways/credential.ts'
import type { Body } from '../../server/protocols/jt808/codec.ts'
import { CARRIER, DEVICE, type Gateway, gatewayWith, location, NOW, PHONE, SECRET } from './terminal.ts'

const registration = (layout: '2011' | '2013' | '2019'): Body => ({
  type: 'registration',
  layout,
  provinceId: 64,
  cityId: 121,
  manufacturerId: '70111',
  terminalModel: 'SUPV-SIM',
  terminalId: 'NXYN001',
  plateColor: 2,
  plate: '宁A12345警',
})
const heartbeat: Body = { type: 'heartbeat', extra: Buffer.alloc(0) }

let it8: Gateway
beforeEach(async () => {
  it8 = await gatewayWith()
})
afterEach(() => it8.close())

describe.each(['2013', '2019'] as const)('JT/T 808-%s §7: registration, authentication, reports, logout', (edition) => {
  it('answers each message as the standard asks, with our serials counting up from 0', async () => {
    const car = await it8.terminal({ edition })
    const registered = await car.ask(registration(edition))
    expect(registered.header).toMatchObject({ id: 0x8100, serial: 0, edition, phone: PHONE })
    const authCode = credential(SECRET, DEVICE)
    expect(registered.body).toEqual({ type: 'registration-answer', replySerial: 0, result: 0, authCode })
    const authenticated = await car.authenticate()
    expect(authenticated.header).toMatchObject({ id: 0x8001, serial: 1 })
    expect(authenticated.body).toEqual({ type: 'platform-answer', replySerial: 1, replyId: 0x0102, result: 0 })
    const answers: unknown[] = []
    for (const body of [
      heartbeat,
      location(),
      location({ alarmBits: 1, time: NOW - 10_000 }),
      {
        type: 'location-batch',
        kind: 'backfill',
        items: [location({ time: NOW - 600_000 }), location({ time: NOW - 590_000 })],
      },
      { type: 'logout', extra: Buffer.alloc(0) },
    ] satisfies Body[])
      answers.push((await car.ask(body)).body)
    expect(answers).toEqual([
      { type: 'platform-answer', replySerial: 2, replyId: 0x0002, result: 0 },
      { type: 'platform-answer', replySerial: 3, replyId: 0x0200, result: 0 },
      { type: 'platform-answer', replySerial: 4, replyId: 0x0200, result: 4 },
      { type: 'platform-answer', replySerial: 5, replyId: 0x0704, result: 0 },
      { type: 'platform-answer', replySerial: 6, replyId: 0x0003, result: 0 },
    ])
    expect(
      it8.journal.entries().map(({ observation: o }) => [o.kind, 'carrier' in o.data ? o.data.carrier : null]),
    ).toEqual([
      ['device.bound', CARRIER],
      ['device.registered', CARRIER],
      ['device.connected', CARRIER],
      ['device.heartbeat', CARRIER],
      ['position.reported', CARRIER],
      ['position.reported', CARRIER],
      ['device.alarm-raised', CARRIER],
      ['position.reported', CARRIER],
      ['position.reported', CARRIER],
      ['device.disconnected', CARRIER],
    ])
  })

  it('keeps the bytes of each frame beside what was read in them', async () => {
    const car = await it8.terminal({ edition })
    await car.authenticate()
    await car.ask(location())
    const [stored] = await it8.journal.inspect([2])
    expect(stored?.entry.observation.kind).toBe('position.reported')
    expect(Buffer.from(stored!.raw!).toString('hex')).toMatch(/^7e0200.*7e$/)
  })
})
