import mqtt, { type MqttClient as Device, type IClientOptions } from 'mqtt'
import { parseObservation } from '../../server/domain/observation/index.ts'
import { startMqttGateway } from '../../server/gateways/mqtt.ts'
import { passwordSha256 } from '../../server/gateways/mqtt-clients.ts'
import { type MemoryJournal, memoryJournal } from '../support/memory-journal.ts'

export const start = Date.parse('2026-03-15T09:30:00+08:00')
/** The clock of the scene; a test may set it. */
export const time = { now: start }
export const clock = () => time.now
export const log = { info: () => {}, warn: () => {}, error: () => {} }
export const clients = [
  { id: 'room', prefix: 'site/room', owner: 'wy', passwordSha256: passwordSha256('one') },
  { id: 'gate', prefix: 'site/gate', owner: 'wy', passwordSha256: passwordSha256('two') },
]
export const undo: (() => unknown)[] = []
/** After each test: everything closed, the clock set back. */
export const tidy = async (): Promise<void> => {
  time.now = start
  for (const one of undo.splice(0).reverse()) await one()
}

export const register = async (journal: MemoryJournal): Promise<void> => {
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
    const parsed = parseObservation({ kind, observedAt: time.now, data })
    if (parsed.is === 'fault') throw new Error(parsed.problem)
    await journal.append([{ source: 'import', key: `${kind}`, observation: parsed.observation }])
  }
}

export const gateway = async (more: object = {}) => {
  const journal = memoryJournal(clock)
  await register(journal)
  const { port, close } = await startMqttGateway({ journal, clients, clock, log, host: '127.0.0.1', port: 0, ...more })
  undo.push(close)
  return { journal, port }
}

export const connect = async (
  port: number,
  id: string,
  password: string,
  more: IClientOptions = {},
): Promise<Device> => {
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
export const closing = (device: Device): Promise<void> =>
  new Promise((resolve) => device.once('close', () => resolve()))

export const iso = (at = time.now): string => new Date(at).toISOString()
export const job = (State: string, at = time.now): string =>
  JSON.stringify({ UtcTime: iso(at), Source: { RecordingJobToken: 'rec1' }, Data: { State } })
export const jobTopic = 'site/room/onvif-ej/RecordingConfig/JobState/&rec1'
export const faults = (journal: MemoryJournal) =>
  journal.said('device.faulted').map((o) => (o.kind === 'device.faulted' ? o.data.fault : ''))
export const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
