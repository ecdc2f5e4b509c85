import net from 'node:net'
import { Aedes } from 'aedes'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { connect, gateway, job, jobTopic, pause, tidy, time, undo } from './mqtt-room.ts'

afterEach(tidy)

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
    await device.publishAsync(jobTopic, job('Active', time.now - 60_000), { qos: 1, retain: true })
    const { journal } = await gateway({ url: `mqtt://127.0.0.1:${port}` })
    await vi.waitFor(() => expect(journal.said('device.state-found')).toHaveLength(1))
    expect(journal.said('device.state-found')).toMatchObject([
      { observedAt: time.now - 60_000, data: { device: 'site/room/rec1', room: 'r1', state: { State: 'Active' } } },
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
    await device.publishAsync(jobTopic, job('Active', time.now - 60_000), { qos: 1, retain: true })
    await vi.waitFor(() => expect(journal.said('recording.started', 'device.state-found')).toHaveLength(1))
    await undo.splice(0, 1)[0]?.()
    await vi.waitFor(() => expect(journal.said('sensor.failed')).toMatchObject([{ data: { fault: 'unreachable' } }]))
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
