import { once } from 'node:events'
import net from 'node:net'
import { Aedes } from 'aedes'
import mqtt, { type MqttClient as Device, type IClientOptions } from 'mqtt'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { parseObservation } from '../../server/domain/observation/index.ts'
import { startMqttGateway } from '../../server/gateways/mqtt.ts'
import { passwordSha256, readMqttClients } from '../../server/gateways/mqtt-clients.ts'
import { createFrameWatch } from '../../server/gateways/mqtt-frames.ts'
import { type MemoryJournal, memoryJournal } from '../support/memory-journal.ts'

const start = Date.parse('2026-03-15T09:30:00+08:00')
let now = start
const clock = () => now
const log = { info: () => {}, warn: () => {}, error: () => {} }
const clients = [
  { id: 'room', prefix: 'site/room', owner: 'wy', passwordSha256: passwordSha256('one') },
  { id: 'gate', prefix: 'site/gate', owner: 'wy', passwordSha256: passwordSha256('two') },
]
const undo: (() => unknown)[] = []
afterEach(async () => {
  now = start
  for (const one of undo.splice(0).reverse()) await one()
})

const register = async (journal: MemoryJournal): Promise<void> => {
  const said: [string, object][] = [
    [
      'room.registered',
      { room: 'r1', name: { zh: '一', en: '1' }, unit: 'wy', kind: 'questioning-room', facility: 'station' },
    ],
    ['sensor.installed', { sensor: 'site/room/rec1', watches: ['recording'], room: 'r1', owner: 'wy' }],
    ['reader.installed', { reader: 'site/room/in1', room: 'r1', leads: 'in' }],
    ['card.issued', { card: 'c23', holder: '023', as: 'officer' }],
  ]
  for (const [kind, data] of said) {
    const parsed = parseObservation({ kind, observedAt: now, data })
    if (parsed.is === 'fault') throw new Error(parsed.problem)
    await journal.append([{ source: 'import', key: `${kind}`, observation: parsed.observation }])
  }
}

const gateway = async (more: object = {}) => {
  const journal = memoryJournal(clock)
  await register(journal)
  const { port, close } = await startMqttGateway({ journal, clients, clock, log, host: '127.0.0.1', port: 0, ...more })
  undo.push(close)
  return { journal, port }
}

const connect = async (port: number, id: string, password: string, more: IClientOptions = {}): Promise<Device> => {
  const device = mqtt.connect(`mqtt://127.0.0.1:${port}`, {
    clientId: id,
    username: id,
    password,
    reconnectPeriod: 0,
    keepalive: 60,
    ...more,
  })
  undo.push(() => device.endAsync(true))
  device.on('error', () => {})
  await new Promise<void>((resolve, reject) => {
    device.once('connect', () => resolve())
    device.once('close', () => reject(new Error('refused')))
  })
  return device
}
const closing = (device: Device): Promise<void> => new Promise((resolve) => device.once('close', () => resolve()))

const iso = (at = now): string => new Date(at).toISOString()
const job = (State: string, at = now): string =>
  JSON.stringify({ UtcTime: iso(at), Source: { RecordingJobToken: 'rec1' }, Data: { State } })
const jobTopic = 'site/room/onvif-ej/RecordingConfig/JobState/&rec1'
const faults = (journal: MemoryJournal) =>
  journal.said('device.faulted').map((o) => (o.kind === 'device.faulted' ? o.data.fault : ''))
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

describe('MQTT 3.1.1 §4.4, QoS 1: the PUBACK leaves when the journal has it', () => {
  it('records what the device says', async () => {
    const { journal, port } = await gateway()
    const device = await connect(port, 'room', 'one')
    await device.publishAsync(jobTopic, job('Active'), { qos: 1 })
    expect(journal.said('recording.started')).toMatchObject([
      { observedAt: now, data: { room: 'r1', recording: 'site/room/rec1' } },
    ])
  })

  it('sends none while the journal is still writing', async () => {
    const { journal, port } = await gateway()
    const device = await connect(port, 'room', 'one')
    await pause(50)
    const open = journal.hold()
    let acknowledged = false
    const published = device.publishAsync(jobTopic, job('Active'), { qos: 1 }).then(() => {
      acknowledged = true
    })
    await pause(200)
    expect(acknowledged).toBe(false)
    open()
    await published
    expect(journal.said('recording.started')).toHaveLength(1)
  })

  it('sends none when the journal fails: the device comes again, and it is recorded once', async () => {
    const { journal, port } = await gateway()
    const device = await connect(port, 'room', 'one')
    await pause(50)
    journal.fail(new Error('disk full'))
    const closed = closing(device)
    device.publish(jobTopic, job('Active'), { qos: 1 })
    await closed
    journal.fail(undefined)
    const again = await connect(port, 'room', 'one')
    await again.publishAsync(jobTopic, job('Active', start), { qos: 1, dup: true })
    expect(journal.said('recording.started')).toHaveLength(1)
  })

  it('the same topic, UtcTime and payload is one fact however often it comes', async () => {
    const { journal, port } = await gateway()
    const device = await connect(port, 'room', 'one')
    for (let i = 0; i < 3; i++) await device.publishAsync(jobTopic, job('Active'), { qos: 1 })
    await device.publishAsync(jobTopic, job('Active', now + 1000), { qos: 1 })
    expect(journal.said('recording.started')).toHaveLength(2)
  })

  it('messages that come in another order keep their own times', async () => {
    const { journal, port } = await gateway()
    const device = await connect(port, 'room', 'one')
    await device.publishAsync(jobTopic, job('Idle', now - 1000), { qos: 1 })
    await device.publishAsync(jobTopic, job('Active', now - 9000), { qos: 1 })
    expect(journal.said('recording.started', 'recording.stopped').map((o) => o.observedAt)).toEqual([
      now - 1000,
      now - 9000,
    ])
  })
})

describe('S5: every device has its own credential and its own prefix', () => {
  it.each([
    ['a wrong password', 'room', 'two'],
    ['an unknown device', 'stranger', 'one'],
  ])('%s is refused and journalled', async (_, id, password) => {
    const { journal, port } = await gateway()
    await expect(connect(port, id, password)).rejects.toThrow()
    await vi.waitFor(() => expect(faults(journal)).toEqual(['not-admitted']))
    expect(journal.said('device.connected')).toEqual([])
  })

  it('a user name that is not the client id is refused', async () => {
    const { port } = await gateway()
    await expect(connect(port, 'room', 'one', { username: 'gate' })).rejects.toThrow()
  })

  it('may not publish under another prefix', async () => {
    const { journal, port } = await gateway()
    const device = await connect(port, 'gate', 'two')
    const closed = closing(device)
    device.publish(jobTopic, job('Active'), { qos: 1 })
    await closed
    expect(faults(journal)).toEqual(['acl'])
    expect(journal.said('recording.started')).toEqual([])
  })

  it('may not listen to others', async () => {
    const { port } = await gateway()
    const device = await connect(port, 'gate', 'two')
    for (const topic of ['#', 'site/room/#', 'site/#', '$SYS/#']) {
      const granted = await device.subscribeAsync(topic).catch(() => [{ qos: 128 }])
      expect(granted[0]?.qos).toBe(128)
    }
    expect((await device.subscribeAsync('site/gate/#'))[0]?.qos).toBe(0)
  })
})

describe('a last will says that the device is gone', () => {
  const will = { topic: 'site/room/status', payload: Buffer.from('offline'), qos: 1 as const, retain: true }
  const told = (journal: MemoryJournal) =>
    journal.said('sensor.failed', 'sensor.restored').map((o) => [o.kind, o.observedAt - start])
  it('and its sensors with it, until it is back', async () => {
    const { journal, port } = await gateway()
    // Nobody is connected when we start.
    expect(told(journal)).toEqual([['sensor.failed', 0]])
    now += 1000
    const device = await connect(port, 'room', 'one', { will })
    await vi.waitFor(() => expect(told(journal)).toHaveLength(2))
    now += 1000
    device.stream.destroy()
    await vi.waitFor(() => expect(told(journal)).toHaveLength(3))
    expect(journal.said('device.disconnected')).toMatchObject([
      { observedAt: now, data: { device: 'mqtt:room', reason: 'last will' } },
    ])
    now += 1000
    await connect(port, 'room', 'one', { will })
    await vi.waitFor(() =>
      expect(told(journal)).toEqual([
        ['sensor.failed', 0],
        ['sensor.restored', 1000],
        ['sensor.failed', 2000],
        ['sensor.restored', 3000],
      ]),
    )
  })

  it('our own closing is a gap as well, journalled before we are gone', async () => {
    const journal = memoryJournal(clock)
    await register(journal)
    const own = await startMqttGateway({ journal, clients, clock, log, host: '127.0.0.1', port: 0 })
    await connect(own.port, 'room', 'one')
    await vi.waitFor(() => expect(told(journal)).toHaveLength(2))
    await own.close()
    expect(told(journal).at(-1)).toEqual(['sensor.failed', 0])
  })

  it('a connection lost without one is a loss as well', async () => {
    const { journal, port } = await gateway()
    const device = await connect(port, 'room', 'one')
    device.stream.destroy()
    await vi.waitFor(() =>
      expect(journal.said('device.disconnected')).toMatchObject([{ data: { reason: 'connection lost' } }]),
    )
  })
})

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
    await device.publishAsync(jobTopic, job('Active', now + 2000), { qos: 1 })
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
      now += after
      await device.publishAsync(jobTopic, job('Active', now - late), { qos: 1 })
    }
    expect(journal.said('clock.compared')).toMatchObject([{ data: { offsetMs: -31_000 } }])
  })
  it('an hour ahead is taken as told and flagged', async () => {
    const { journal, port } = await gateway()
    const device = await connect(port, 'room', 'one')
    await device.publishAsync(jobTopic, job('Active', now + 3_600_000), { qos: 1 })
    expect(journal.said('recording.started')).toMatchObject([{ observedAt: now + 3_600_000 }])
    expect(faults(journal)).toEqual(['clock-early'])
  })
  it('what a device kept while it was away is late, not a slow clock', async () => {
    const { journal, port } = await gateway()
    const device = await connect(port, 'room', 'one')
    await device.publishAsync(jobTopic, job('Active', now - 7_200_000), { qos: 1 })
    await device.publishAsync(jobTopic, job('Idle', now - 7_100_000), { qos: 1 })
    now += 70_000
    await device.publishAsync(jobTopic, job('Active', now), { qos: 1 })
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
    const flood = Array.from({ length: 60 }, (_, i) => noisy.publishAsync(jobTopic, job('Active', now + i), { qos: 1 }))
    const began = performance.now()
    await quiet.publishAsync('site/gate/onvif-ej/Door/State/DoorMode/&d', job('x'), { qos: 1 })
    const other = performance.now() - began
    await Promise.all(flood)
    expect(performance.now() - began).toBeGreaterThan(500)
    expect(other).toBeLessThan(250)
  })
})

describe('retained = state, not an occurrence (at the bureau’s broker)', () => {
  const bureau = async (port = 0) => {
    const broker = await Aedes.createBroker()
    const sockets = new Set<net.Socket>()
    const server = net.createServer((socket) => {
      sockets.add(socket)
      broker.handle(socket)
    })
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
    undo.push(async () => {
      await new Promise<void>((resolve) => broker.close(resolve))
      for (const socket of sockets) socket.destroy()
      server.close()
    })
    return (server.address() as net.AddressInfo).port
  }

  it('what the broker kept is journalled as a state; what happens afterwards is an occurrence', async () => {
    const port = await bureau()
    const device = await connect(port, 'any', 'any')
    await device.publishAsync(jobTopic, job('Active', now - 60_000), { qos: 1, retain: true })
    const { journal } = await gateway({ url: `mqtt://127.0.0.1:${port}` })
    await vi.waitFor(() => expect(journal.said('device.state-found')).toHaveLength(1))
    expect(journal.said('device.state-found')).toMatchObject([
      { observedAt: now - 60_000, data: { device: 'site/room/rec1', room: 'r1', state: { State: 'Active' } } },
    ])
    expect(journal.said('recording.started')).toEqual([])
    await device.publishAsync(jobTopic, job('Idle'), { qos: 1, retain: true })
    await vi.waitFor(() => expect(journal.said('recording.stopped')).toHaveLength(1))
  })

  it('acknowledges nothing while the journal is away, and gets it afterwards', async () => {
    const port = await bureau()
    const { journal } = await gateway({ url: `mqtt://127.0.0.1:${port}` })
    const device = await connect(port, 'any', 'any')
    await device.publishAsync('other/onvif-ej/Door', '{}', { qos: 1 })
    await pause(100)
    journal.fail(new Error('away'))
    await device.publishAsync(jobTopic, job('Active'), { qos: 1 })
    await pause(200)
    expect(journal.said('recording.started')).toEqual([])
    journal.fail(undefined)
    await vi.waitFor(() => expect(journal.said('recording.started')).toHaveLength(1), { timeout: 5_000 })
  })

  it('its going away is a gap, and we are back when it is', async () => {
    const port = await bureau()
    const { journal } = await gateway({ url: `mqtt://127.0.0.1:${port}` })
    const device = await connect(port, 'any', 'any')
    await device.publishAsync(jobTopic, job('Active', now - 60_000), { qos: 1, retain: true })
    await vi.waitFor(() => expect(journal.said('recording.started', 'device.state-found')).toHaveLength(1))
    await undo.splice(0, 1)[0]?.()
    await vi.waitFor(() => expect(journal.said('sensor.failed')).toMatchObject([{ data: { fault: 'offline' } }]))
    await bureau(port)
    await vi.waitFor(() => expect(journal.said('sensor.restored')).toHaveLength(1), { timeout: 10_000 })
  })

  it('a status of offline is the last will of a device there', async () => {
    const port = await bureau()
    const { journal } = await gateway({ url: `mqtt://127.0.0.1:${port}` })
    const device = await connect(port, 'any', 'any')
    await vi.waitFor(async () => {
      await device.publishAsync('site/room/status', 'offline', { qos: 1 })
      expect(journal.said('sensor.failed')).not.toEqual([])
    })
    expect(journal.said('device.disconnected')[0]).toMatchObject({ data: { device: 'mqtt:room', reason: 'last will' } })
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
