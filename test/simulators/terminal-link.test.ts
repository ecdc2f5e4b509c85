import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { additionalValues, encode } from '../../server/protocols/jt808/codec.ts'
import { linkTerminal, type TerminalLink } from '../../simulators/devices/terminal-link.ts'
import type { TerminalOptions } from '../../simulators/devices/terminal-messages.ts'
import { createTerminal, type Terminal } from '../../simulators/devices/vehicle-terminal.ts'
import { type Platform, startPlatform, until } from './platform.ts'

let platform: Platform
let terminal: Terminal
let link: TerminalLink
let now = Date.parse('2026-03-10T10:00:00+08:00')

const start = (options: Partial<TerminalOptions> = {}): void => {
  terminal = createTerminal({
    phone: '164012800101',
    edition: '2013',
    terminalId: 'YL801A',
    plate: '云Y4005警',
    ...options,
  })
  link = linkTerminal({ terminal, host: '127.0.0.1', port: platform.port, deviceClock: () => now, retryMs: 20 })
}
const online = () => until(() => terminal.phase() === 'online', 'online')
const report = (at = now): void =>
  link.report({
    fix: { position: [106.3, 38.31], speedKmh: 42.3, headingDeg: 90, satellites: 14, accuracyM: 4 },
    at,
    engineOn: true,
    mileageKm: 12_345.6,
  })

beforeEach(async () => {
  platform = await startPlatform()
})
afterEach(async () => {
  await link.close()
  await platform.close()
})

describe('终端注册 鉴权: register once, later authenticate with the code', () => {
  it.each(['2011', '2013', '2019'] as const)('%s registers, authenticates and reports', async (edition) => {
    start({ edition })
    await online()
    report()
    await until(() => platform.of('location').length === 1, 'a location')
    expect(platform.types()).toEqual(['registration', 'authentication', 'location'])
    expect(platform.of('registration')[0]).toMatchObject({ layout: edition, terminalId: 'YL801A', plate: '云Y4005警' })
    expect(platform.of('authentication')[0]).toMatchObject({ authCode: 'the-code' })
    expect(platform.heard[0]!.header).toMatchObject({
      phone: '164012800101',
      edition: edition === '2019' ? '2019' : '2013',
    })
    const [location] = platform.of('location')
    expect(location).toMatchObject({
      longitude: 106.3,
      latitude: 38.31,
      speedKmh: 42.3,
      headingDeg: 90,
      time: now,
      statusBits: expect.any(Number),
    })
    expect(location!.statusBits & 3).toBe(3)
    expect(additionalValues(location!.additional)).toMatchObject({
      mileageKm: 12_345.6,
      gnssSatellites: 14,
      signalStrength: 24,
    })
  })
  it('sends only its code after the line broke', async () => {
    start()
    await online()
    platform.hangUp()
    await until(() => platform.types().length === 3, 'back')
    await online()
    expect(platform.types()).toEqual(['registration', 'authentication', 'authentication'])
  })
  it('registers anew when the platform does not know its code any more', async () => {
    start()
    await online()
    platform.forgetCode(true)
    platform.hangUp()
    await until(
      () =>
        platform.types().includes('registration') && platform.types().filter((t) => t === 'registration').length > 1,
      'registers again',
    )
    platform.forgetCode(false)
    await online()
  })
})

describe('盲区补报: what was measured without coverage comes later as 0x0704 kind 1', () => {
  it('keeps it, sends it in order, and says that it is history', async () => {
    start()
    await online()
    link.coverage(false)
    for (let i = 0; i < 20; i++) report(now + i * 5_000)
    expect(terminal.buffered()).toBe(20)
    link.coverage(true)
    await until(() => platform.of('location-batch').length === 2, 'two batches')
    const batches = platform.of('location-batch')
    expect(batches.map((b) => [b.kind, b.items.length])).toEqual([
      ['backfill', 15],
      ['backfill', 5],
    ])
    expect(batches.flatMap((b) => b.items.map((i) => i.time))).toEqual(
      Array.from({ length: 20 }, (_, i) => now + i * 5_000),
    )
    expect(platform.of('location')).toEqual([])
    await until(() => terminal.unanswered() === 0, 'all answered')
  })
  it('2011 has no batches: old reports one by one', async () => {
    start({ edition: '2011' })
    await online()
    link.coverage(false)
    for (let i = 0; i < 3; i++) report(now + i * 5_000)
    link.coverage(true)
    await until(() => platform.of('location').length === 3, 'three reports')
    expect(platform.of('location-batch')).toEqual([])
  })
  it('sends again what was on its way when the line broke', async () => {
    start()
    await online()
    platform.silence(true)
    report()
    await until(() => platform.of('location').length === 1, 'sent')
    expect(terminal.unanswered()).toBe(1)
    platform.silence(false)
    platform.hangUp()
    await until(() => platform.of('location-batch').length === 1, 'sent again')
    expect(platform.of('location-batch')[0]!.items.map((i) => i.time)).toEqual([now])
  })
  it('forgets everything when it has no power', async () => {
    start()
    await online()
    link.coverage(false)
    report()
    link.power(false)
    link.power(true)
    await online()
    report(now + 60_000)
    await until(() => platform.of('location').length === 1, 'a report')
    expect(platform.of('location-batch')).toEqual([])
  })
})

describe('平台下行: what the platform asks is answered', () => {
  it('0x8201 with 0x0201 and where it is', async () => {
    start()
    await online()
    report()
    await until(() => platform.of('location').length === 1, 'a report')
    platform.ask({ type: 'location-query', extra: Buffer.alloc(0) })
    await until(() => platform.of('location-answer').length === 1, 'an answer')
    expect(platform.of('location-answer')[0]).toMatchObject({ longitude: 106.3, latitude: 38.31, time: now })
  })
  it('a text is shown and answered', async () => {
    start()
    await online()
    platform.ask({ type: 'text', flags: 4, textType: null, text: '请立即返回巡区' })
    await until(() => platform.of('terminal-answer').length === 1, 'an answer')
    expect(terminal.texts()).toEqual(['请立即返回巡区'])
    expect(platform.of('terminal-answer')[0]).toMatchObject({ replyId: 0x8300, result: 0 })
  })
  it('parameters are told, and what it does not support is refused', async () => {
    start({ heartbeatMs: 45_000 })
    await online()
    platform.ask({ type: 'query-parameters', extra: Buffer.alloc(0) })
    platform.ask({ type: 'control', command: 4, parameters: '' })
    await until(() => platform.of('parameters').length === 1 && platform.of('terminal-answer').length === 1, 'answers')
    expect(platform.of('parameters')[0]!.parameters[0]!.value.readUInt32BE()).toBe(45)
    platform.ask({ type: 'set-parameters', parameters: [{ id: 1, value: Buffer.from([0, 0, 0, 20]) }] })
    platform.ask({ type: 'query-parameters', extra: Buffer.alloc(0) })
    await until(() => platform.of('parameters').length === 2, 'told again')
    expect(platform.of('parameters')[1]!.parameters[0]!.value.readUInt32BE()).toBe(20)
    expect(platform.of('terminal-answer')[1]).toMatchObject({ replyId: 0x8103, result: 0 })
    expect(platform.of('terminal-answer')[0]).toMatchObject({ replyId: 0x8105, result: 3 })
  })
})

describe('报警与心跳', () => {
  it('the emergency button is held until the platform answers 4', async () => {
    start()
    await online()
    platform.silence(true)
    terminal.pressEmergency()
    report()
    report(now + 5_000)
    await until(() => platform.of('location').length === 2, 'two reports')
    expect(platform.of('location').map((l) => l.alarmBits & 1)).toEqual([1, 1])
    platform.silence(false)
    report(now + 10_000)
    await until(() => !terminal.alarm(), 'answered')
    report(now + 15_000)
    await until(() => platform.of('location').length === 4, 'the next report')
    expect(platform.of('location').at(-1)!.alarmBits & 1).toBe(0)
  })
  it('a heartbeat each minute of its own clock', async () => {
    start()
    await online()
    for (let i = 0; i < 10; i++) {
      now += 20_000
      link.tick()
    }
    await until(() => platform.of('heartbeat').length >= 3, 'heartbeats')
    expect(platform.of('heartbeat')).toHaveLength(4)
  })
  it('logs out when it is switched off', async () => {
    start()
    await online()
    await link.close()
    await until(() => platform.types().at(-1) === 'logout', 'logout')
  })
})

describe('超时重传 T(n+1) = T(n) × (n+1)', () => {
  it('repeats the same frame, then hangs up', () => {
    const silent = createTerminal({ phone: '1', edition: '2013', terminalId: 'X', plate: 'X' })
    const [first] = silent.connected(0)
    expect(silent.tick(0, 7_999)).toEqual({ frames: [], hangUp: false })
    expect(silent.tick(0, 8_000)).toEqual({ frames: [first], hangUp: false })
    expect(silent.tick(0, 23_999)).toEqual({ frames: [], hangUp: false })
    expect(silent.tick(0, 24_000)).toEqual({ frames: [first], hangUp: false })
    expect(silent.tick(0, 71_999).hangUp).toBe(false)
    expect(silent.tick(0, 72_000).hangUp).toBe(true)
    start()
  })
  it('stops asking when it is refused, and knocks again half a minute later', () => {
    const refused = createTerminal({ phone: '1', edition: '2013', terminalId: 'X', plate: 'X' })
    refused.connected(0)
    const no = encode({
      edition: '2013',
      phone: '1',
      serial: 0,
      body: { type: 'registration-answer', replySerial: 0, result: 4, authCode: null },
    })
    expect(refused.received(no, 1)).toEqual([])
    expect(refused.phase()).toBe('refused')
    expect(refused.tick(0, 30_000).hangUp).toBe(false)
    expect(refused.tick(0, 30_001).hangUp).toBe(true)
    start()
  })
})
