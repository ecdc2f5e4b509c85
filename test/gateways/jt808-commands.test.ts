import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Limits } from '../../server/gateways/jt808/limits.ts'
import type { Message } from '../../server/protocols/jt808/codec.ts'
import { DEVICE, type Gateway, gatewayWith, location, NOW, type Terminal } from './terminal.ts'

let house: Gateway
let car: Terminal
const setUp = async (edition: '2013' | '2019' = '2013', limits: Partial<Limits> = { commandWithinMs: 200 }) => {
  house = await gatewayWith(limits)
  car = await house.terminal({ edition })
  await car.authenticate()
}
beforeEach(() => setUp())
afterEach(() => house.close())

const answered = () => house.journal.said('device.answered').map((o) => o.data)
const acknowledge = (asked: Message, result = 0) =>
  car.send({ type: 'terminal-answer', replySerial: asked.header.serial, replyId: asked.header.id, result })

describe('JT/T 808 §8.21: location query, the roll-call of a vehicle', () => {
  it('gives the position the terminal answers with, once it is journalled', async () => {
    const asked = house.gateway.locate(DEVICE)
    const query = await car.next()
    expect(query.header.id).toBe(0x8201)
    car.send({ ...location({ time: NOW - 1_000 }), type: 'location-answer', replySerial: query.header.serial })
    expect(await asked).toMatchObject({
      observedAt: NOW - 1_000,
      data: { device: DEVICE, position: [106.2517, 38.2772] },
    })
    expect(house.journal.said('position.reported')).toHaveLength(1)
    expect(answered()).toMatchObject([{ device: DEVICE, request: 'locate', result: 'done' }])
  })
  it('waits for the position of a terminal that acknowledges the query first', async () => {
    const asked = house.gateway.locate(DEVICE)
    const query = await car.next()
    acknowledge(query)
    car.send({ ...location(), type: 'location-answer', replySerial: query.header.serial })
    expect(await asked).toMatchObject({ data: { position: [106.2517, 38.2772] } })
  })
  it('understands a terminal that does not repeat the serial, as long as one query is open', async () => {
    const asked = house.gateway.locate(DEVICE)
    await car.next()
    car.send({ ...location(), type: 'location-answer', replySerial: 4711 })
    expect(await asked).toBeDefined()
  })
  it('is not answered by one that says nothing: undefined, and the journal knows', async () => {
    expect(await house.gateway.locate(DEVICE)).toBeUndefined()
    expect(answered()).toMatchObject([{ request: 'locate', result: 'no answer' }])
  })
  it('is asked again, with the same serial, of one that does not answer the first time', async () => {
    await house.close()
    await setUp('2013', { commandAgainMs: 40 })
    const asked = house.gateway.locate(DEVICE)
    const [first, second] = [await car.next(), await car.next()]
    expect(second.raw.equals(first.raw)).toBe(true)
    car.send({ ...location(), type: 'location-answer', replySerial: second.header.serial })
    expect(await asked).toBeDefined()
  })
  it('is undefined at once for a terminal that is not connected, and for one that hangs up', async () => {
    expect(await house.gateway.locate('jt808:13900000000')).toBeUndefined()
    const asked = house.gateway.locate(DEVICE)
    await car.next()
    car.destroy()
    expect(await asked).toBeUndefined()
  })
})

describe('JT/T 808 §8.30: text downlink', () => {
  it('2013: flags and GBK text; done when the terminal says so', async () => {
    const sent = house.gateway.sendText(DEVICE, '请立即返回巡区', { urgent: true })
    const asked = await car.next()
    expect(asked.body).toEqual({ type: 'text', flags: 0b1101, textType: null, text: '请立即返回巡区' })
    acknowledge(asked)
    expect(await sent).toBe('done')
    expect(answered()).toMatchObject([{ request: 'text', result: 'done' }])
  })
  it('2019: the type byte stands between', async () => {
    await house.close()
    await setUp('2019')
    const sent = house.gateway.sendText(DEVICE, '通知')
    const asked = await car.next()
    expect(asked.content.toString('hex')).toBe('0401cda8d6aa')
    acknowledge(asked, 1)
    expect(await sent).toBe('refused')
  })
  it('says when nobody is there, nobody answers, or it is too long for one frame', async () => {
    expect(await house.gateway.sendText('jt808:1', 'x')).toBe('offline')
    expect(await house.gateway.sendText(DEVICE, 'x')).toBe('no-answer')
    expect(await house.gateway.sendText(DEVICE, '警'.repeat(600))).toBe('too-long')
  })
})

describe('JT/T 808 §8.9, §8.25: parameters and tracking', () => {
  it('reads the parameters of a terminal', async () => {
    const asked = house.gateway.queryParameters(DEVICE)
    const query = await car.next()
    expect(query.header.id).toBe(0x8104)
    const parameters = [{ id: 1, value: Buffer.from('0000003c', 'hex') }]
    car.send({ type: 'parameters', replySerial: query.header.serial, parameters })
    expect(await asked).toEqual(parameters)
    expect(answered()[0]).toMatchObject({ detail: { parameters: [{ id: 1, name: 'heartbeatIntervalS', value: 60 }] } })
  })
  it('asks for reports every few seconds for a while', async () => {
    const tracked = house.gateway.track(DEVICE, 5, 600)
    const asked = await car.next()
    expect(asked.content.toString('hex')).toBe('000500000258')
    acknowledge(asked)
    expect(await tracked).toBe('done')
  })
  it('does not answer what is itself an answer', async () => {
    acknowledge({ header: { serial: 9, id: 0x8300 } } as Message)
    expect(await car.silent(80)).toBe(true)
  })
})
