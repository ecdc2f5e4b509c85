import { afterEach, describe, expect, it, vi } from 'vitest'
import { startMqttGateway } from '../../server/gateways/mqtt.ts'
import { journalFailure } from '../../server/journal/failure.ts'
import { type MemoryJournal, memoryJournal } from '../support/memory-journal.ts'
import {
  clients,
  clock,
  closing,
  connect,
  faults,
  gateway,
  job,
  jobTopic,
  log,
  pause,
  register,
  start,
  tidy,
  time,
} from './mqtt-room.ts'

afterEach(tidy)

describe('MQTT 3.1.1 §4.4, QoS 1: the PUBACK leaves when the journal has it', () => {
  it('records what the device says', async () => {
    const { journal, port } = await gateway()
    const device = await connect(port, 'room', 'one')
    await device.publishAsync(jobTopic, job('Active'), { qos: 1 })
    expect(journal.said('recording.started')).toMatchObject([
      { observedAt: time.now, data: { room: 'r1', recording: 'site/room/rec1' } },
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

  it('acknowledges what the journal will never take: it would come again for ever', async () => {
    const { journal, port } = await gateway()
    const device = await connect(port, 'room', 'one')
    await pause(50)
    journal.fail(journalFailure('refused', 'too long'))
    await device.publishAsync(jobTopic, job('Active'), { qos: 1 })
    journal.fail(undefined)
    expect(journal.said('recording.started')).toEqual([])
  })

  it('the same topic, UtcTime and payload is one fact however often it comes', async () => {
    const { journal, port } = await gateway()
    const device = await connect(port, 'room', 'one')
    for (let i = 0; i < 3; i++) await device.publishAsync(jobTopic, job('Active'), { qos: 1 })
    await device.publishAsync(jobTopic, job('Active', time.now + 1000), { qos: 1 })
    expect(journal.said('recording.started')).toHaveLength(2)
  })

  it('messages that come in another order keep their own times', async () => {
    const { journal, port } = await gateway()
    const device = await connect(port, 'room', 'one')
    await device.publishAsync(jobTopic, job('Idle', time.now - 1000), { qos: 1 })
    await device.publishAsync(jobTopic, job('Active', time.now - 9000), { qos: 1 })
    expect(journal.said('recording.started', 'recording.stopped').map((o) => o.observedAt)).toEqual([
      time.now - 1000,
      time.now - 9000,
    ])
  })
})

describe('S5: every device has its own credential and its own prefix', () => {
  it('a wrong password is refused and journalled', async () => {
    const { journal, port } = await gateway()
    await expect(connect(port, 'room', 'two')).rejects.toThrow()
    await vi.waitFor(() => expect(faults(journal)).toEqual(['wrong-password']))
    expect(journal.said('device.connected')).toEqual([])
  })

  it('an unknown device is refused, listed, and never trusted', async () => {
    const { journal, port } = await gateway()
    await expect(connect(port, 'stranger', 'one')).rejects.toThrow()
    await expect(connect(port, 'stranger', 'one')).rejects.toThrow()
    await vi.waitFor(() =>
      expect(journal.said('device.refused')).toMatchObject([{ data: { device: 'mqtt:stranger', protocol: 'mqtt' } }]),
    )
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
    time.now += 1000
    const device = await connect(port, 'room', 'one', { will })
    await vi.waitFor(() => expect(told(journal)).toHaveLength(2))
    time.now += 1000
    device.stream.destroy()
    await vi.waitFor(() => expect(told(journal)).toHaveLength(3))
    expect(journal.said('device.disconnected')).toMatchObject([
      { observedAt: time.now, data: { device: 'mqtt:room', reason: 'last will' } },
    ])
    time.now += 1000
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

  it('our own closing is a gap as well, journalled before we are gone, and not the device’s fault', async () => {
    const journal = memoryJournal(clock)
    await register(journal)
    const own = await startMqttGateway({ journal, clients, clock, log, host: '127.0.0.1', port: 0 })
    await connect(own.port, 'room', 'one', { will })
    await vi.waitFor(() => expect(told(journal)).toHaveLength(2))
    await own.close()
    expect(journal.said('sensor.failed')).toMatchObject([
      { data: { fault: 'unreachable' } },
      { data: { fault: 'unreachable' } },
    ])
    expect(journal.said('device.disconnected')).toMatchObject([{ data: { reason: 'we closed' } }])
  })

  it('who does not come back while we listen is offline; who does is not', async () => {
    const { journal, port } = await gateway({ returnWithinMs: 300 })
    await connect(port, 'gate', 'two')
    const faults = () => journal.said('sensor.failed').map((o) => 'fault' in o.data && o.data.fault)
    expect(faults()).toEqual(['unreachable'])
    await vi.waitFor(() => expect(faults()).toEqual(['unreachable', 'offline']))
    await connect(port, 'room', 'one')
    await vi.waitFor(() => expect(journal.said('sensor.restored')).toHaveLength(1))
  })

  it('what was broken before is broken still, though the device is heard again', async () => {
    const { journal, port } = await gateway()
    const device = await connect(port, 'room', 'one')
    await device.publishAsync(jobTopic, job('Error'), { qos: 1 })
    device.stream.destroy()
    await vi.waitFor(() => expect(told(journal)).toHaveLength(4))
    await connect(port, 'room', 'one')
    await vi.waitFor(() => expect(told(journal)).toHaveLength(5))
    expect(journal.said('sensor.failed').at(-1)).toMatchObject({ data: { fault: 'other' } })
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
