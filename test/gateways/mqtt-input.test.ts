import { once } from 'node:events'
import net from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { passwordSha256, readMqttClients } from '../../server/gateways/mqtt-clients.ts'
import { createFrameWatch } from '../../server/gateways/mqtt-frames.ts'
import { closing, connect, faults, gateway, iso, job, jobTopic, pause, tidy, time } from './mqtt-room.ts'

afterEach(tidy)

describe('bad input is acknowledged, journalled, and changes nothing', () => {
  const ours = 'site/room/onvif-ej'
  it.each([
    ['no onvif-ej topic', 'site/room/hello', job('Active'), 'topic'],
    ['an unknown topic', `${ours}/Evil/Topic`, job('Active'), 'unknown-topic'],
    ['no JSON', jobTopic, 'Active', 'not-json'],
    ['a time without a zone', jobTopic, '{"UtcTime":"2026-03-15T01:30:00","Data":{}}', 'payload'],
    ['a state outside its list', jobTopic, job('Sleeping'), 'malformed'],
    [
      'a reader of nowhere',
      `${ours}/AccessControl/AccessGranted/Credential/&in9`,
      JSON.stringify({ UtcTime: iso(), Data: { CredentialToken: 'c23' } }),
      'unbound',
    ],
    ['a payload over the limit', jobTopic, ' '.repeat(65_537), 'oversize'],
  ])('%s', async (_, topic, payload, fault) => {
    const { journal, port } = await gateway()
    const device = await connect(port, 'room', 'one')
    await device.publishAsync(topic, payload, { qos: 1 })
    expect(faults(journal)).toEqual([fault])
    expect(journal.said('recording.started', 'recording.stopped', 'room.entered')).toEqual([])
  })

  it('a packet far over the limit is cut off before it is gathered', async () => {
    const { journal, port } = await gateway()
    const device = await connect(port, 'room', 'one')
    const closed = closing(device)
    device.publish(jobTopic, Buffer.alloc(4 * 1024 * 1024), { qos: 1 })
    await closed
    expect(faults(journal)).toEqual(['oversize'])
  })

  it('bytes that are no MQTT end that connection and no other', async () => {
    const { journal, port } = await gateway()
    const device = await connect(port, 'room', 'one')
    for (const junk of ['GET / HTTP/1.1\r\n\r\n', '\x10\xff\xff\xff\x7f', '\x00\x00', '\x30\x02\x00\x00']) {
      const socket = net.connect(port, '127.0.0.1')
      socket.on('error', () => {})
      socket.write(Buffer.from(junk, 'latin1'))
      await Promise.race([once(socket, 'close'), pause(200)])
      socket.destroy()
    }
    await device.publishAsync(jobTopic, job('Active'), { qos: 1 })
    expect(journal.said('recording.started')).toHaveLength(1)
  })
})

describe('clock offset |UtcTime − receipt|', () => {
  it('is measured and kept', async () => {
    const { journal, port } = await gateway()
    const device = await connect(port, 'room', 'one')
    await device.publishAsync(jobTopic, job('Active', time.now + 2000), { qos: 1 })
    expect(journal.said('clock.compared')).toMatchObject([
      { data: { device: 'mqtt:room', owner: 'wy', offsetMs: 2000 } },
    ])
  })
  it('a slow clock is one on which every message is late, for a minute; the least late tells by how much', async () => {
    const { journal, port } = await gateway()
    const device = await connect(port, 'room', 'one')
    for (const [after, late] of [
      [61_000, 40_000],
      [20_000, 31_000],
      [41_000, 55_000],
    ] as const) {
      time.now += after
      await device.publishAsync(jobTopic, job('Active', time.now - late), { qos: 1 })
    }
    expect(journal.said('clock.compared')).toMatchObject([{ data: { offsetMs: -31_000 } }])
  })
  it('an hour ahead is taken as told and flagged', async () => {
    const { journal, port } = await gateway()
    const device = await connect(port, 'room', 'one')
    await device.publishAsync(jobTopic, job('Active', time.now + 3_600_000), { qos: 1 })
    expect(journal.said('recording.started')).toMatchObject([{ observedAt: time.now + 3_600_000 }])
    expect(faults(journal)).toEqual(['clock-early'])
  })
  it('what a device kept while it was away is late, not a slow clock', async () => {
    const { journal, port } = await gateway()
    const device = await connect(port, 'room', 'one')
    await device.publishAsync(jobTopic, job('Active', time.now - 7_200_000), { qos: 1 })
    await device.publishAsync(jobTopic, job('Idle', time.now - 7_100_000), { qos: 1 })
    time.now += 70_000
    await device.publishAsync(jobTopic, job('Active', time.now), { qos: 1 })
    expect(journal.said('recording.started')).toHaveLength(2)
    expect(journal.said('clock.compared')).toMatchObject([{ data: { offsetMs: 0 } }])
  })
})

describe('a flood from one device (S6)', () => {
  it('is held back, and another device is not', async () => {
    // The world's clock here: the allowance refills while we wait.
    const world = { clock: Date.now, rate: { perSecond: 50, burst: 20 } }
    const { port } = await gateway(world)
    const noisy = await connect(port, 'room', 'one')
    const quiet = await connect(port, 'gate', 'two')
    const flood = Array.from({ length: 60 }, (_, i) =>
      noisy.publishAsync(jobTopic, job('Active', time.now + i), { qos: 1 }),
    )
    const began = performance.now()
    await quiet.publishAsync('site/gate/onvif-ej/Door/State/DoorMode/&d', job('x'), { qos: 1 })
    const other = performance.now() - began
    await Promise.all(flood)
    expect(performance.now() - began).toBeGreaterThan(500)
    expect(other).toBeLessThan(250)
  })
})

describe('MQTT 3.1.1 §2.2.3: remaining length', () => {
  const packet = (size: number): number[] => {
    const digits: number[] = []
    for (let rest = size; ; rest = Math.floor(rest / 128)) {
      digits.push((rest % 128) | (rest >= 128 ? 0x80 : 0))
      if (rest < 128) break
    }
    return [0x30, ...digits, ...new Array<number>(Math.min(size, 1000)).fill(1)]
  }
  it.each([1, 2, 3, 7, 5000])('is followed however the stream is cut (%i bytes)', (cut) => {
    const fits = createFrameWatch(500)
    const stream = Uint8Array.from([...packet(0), ...packet(500), ...packet(127), ...packet(128), ...packet(3)])
    for (let i = 0; i < stream.length; i += cut) expect(fits(stream.subarray(i, i + cut))).toBe(true)
    expect(fits(Uint8Array.from(packet(501)))).toBe(false)
  })
  it('more than four digits is no length', () =>
    expect(createFrameWatch(1e9)(Uint8Array.of(0x30, 0x80, 0x80, 0x80, 0x80))).toBe(false))
})

describe('the list of clients', () => {
  const one = { id: 'a', prefix: 'site/a', owner: 'u', passwordSha256: passwordSha256('x') }
  it('is read whole or not at all', () =>
    expect(readMqttClients(JSON.stringify([one]))).toMatchObject({ clients: [{ id: 'a' }] }))
  it.each([
    ['a wildcard', [{ ...one, prefix: 'site/+' }]],
    ['a prefix within another', [one, { ...one, id: 'b', prefix: 'site/a/b' }]],
    ['an id twice', [one, { ...one, prefix: 'site/c' }]],
    ['a password in clear', [{ ...one, passwordSha256: 'secret' }]],
  ])('refuses %s', (_, list) => expect(readMqttClients(JSON.stringify(list))).toHaveProperty('problems'))
})
