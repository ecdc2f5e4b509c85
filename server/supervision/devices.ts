import type { DeviceView } from '../contract/views.ts'
import type { Entry } from '../domain/entry.ts'
import type { Register } from '../domain/register.ts'
import type { Instant } from '../domain/time.ts'

/** What is remembered of one device, known or not. */
export interface DeviceMemory {
  protocol: string
  trust: DeviceView['trust']
  online: boolean
  lastHeardAt: Instant | null
  lastSeq: number | null
  plate: string | null
  faults: number
  lastFault: DeviceView['lastFault']
}
export type DevicesState = Record<string, DeviceMemory>

const unseen = (device: string): DeviceMemory => ({
  protocol: device.slice(0, Math.max(0, device.indexOf(':'))) || 'unknown',
  trust: 'unknown',
  online: false,
  lastHeardAt: null,
  lastSeq: null,
  plate: null,
  faults: 0,
  lastFault: null,
})

/** Business systems and rooms: lists in the configuration let them in, and approval here would change nothing. */
const SOURCES: ReadonlySet<string> = new Set(['cloudevents', 'mqtt'])
const isStranger = ({ trust }: DeviceMemory): boolean => trust === 'unknown' || trust === 'unlisted'

/** Anybody can send junk under invented identities; beyond this many strangers the longest unheard is forgotten. */
const MAX_STRANGERS = 1000

/** Every device that ever spoke or was bound: connection, faults, trust. A fold. */
export const createDevices = (register: Register, state: DevicesState = {}) => {
  /** Devices nobody has let in, the longest unheard first: the order in which they are forgotten. */
  const strangers = new Set(
    Object.entries(state)
      .filter(([, d]) => isStranger(d))
      .sort(([, a], [, b]) => (a.lastHeardAt ?? 0) - (b.lastHeardAt ?? 0))
      .map(([id]) => id),
  )

  const of = (device: string): DeviceMemory => {
    const known = state[device]
    if (known) return known
    const memory = unseen(device)
    state[device] = memory
    strangers.add(device)
    if (strangers.size > MAX_STRANGERS) {
      const [oldest] = strangers
      strangers.delete(oldest!)
      delete state[oldest!]
    }
    return memory
  }

  const heard = (device: string): DeviceMemory => {
    const memory = of(device)
    // To the end of the order.
    if (strangers.delete(device)) strangers.add(device)
    return memory
  }

  const trust = (device: string, value: DeviceView['trust']): void => {
    const memory = of(device)
    memory.trust = value
    if (!isStranger(memory)) strangers.delete(device)
  }

  /** A source that is on a list has proved who it is before anything is told of it; one that is on none is refused. */
  const listing = (device: string, refused: boolean): void => {
    const memory = of(device)
    if (SOURCES.has(memory.protocol) && memory.trust !== 'blocked') trust(device, refused ? 'unlisted' : 'source')
  }

  /** Returns the device whose view changed in a way a list shows, or undefined. */
  const apply = (entry: Entry): string | undefined => {
    const { observation: o, recordedAt, seq } = entry
    switch (o.kind) {
      case 'device.bound':
        // Bound by the bureau's own register: on the allow-list, unless somebody blocked it.
        if (of(o.data.device).trust === 'unknown') trust(o.data.device, 'approved')
        return o.data.device
      case 'radio.assigned':
        if (of(o.data.radio).trust === 'unknown') trust(o.data.radio, 'approved')
        return o.data.radio
      case 'radio.registered':
      case 'radio.checked':
      case 'radio.left':
      case 'radio.texted':
      case 'radio.emergency': {
        const memory = heard(o.data.radio)
        memory.lastHeardAt = recordedAt
        memory.lastSeq = seq
        memory.online = o.kind !== 'radio.left' && (o.kind !== 'radio.checked' || o.data.online)
        return o.data.radio
      }
      case 'device.approved':
        trust(o.data.device, 'approved')
        return o.data.device
      case 'device.blocked':
        trust(o.data.device, 'blocked')
        return o.data.device
      case 'device.faulted': {
        if (o.data.device === null) return undefined
        const memory = of(o.data.device)
        listing(o.data.device, false)
        memory.faults += 1 + o.data.suppressed
        memory.lastFault = { at: recordedAt, fault: o.data.fault, detail: o.data.detail }
        return o.data.device
      }
      case 'device.connected':
      case 'device.disconnected':
      case 'device.refused':
      case 'device.heartbeat':
      case 'device.registered':
      case 'device.answered':
      case 'device.alarm-raised':
      case 'device.alarm-ended':
      case 'position.reported': {
        const memory = heard(o.data.device)
        listing(o.data.device, o.kind === 'device.refused')
        if (o.kind === 'device.disconnected') memory.online = false
        else {
          memory.lastHeardAt = recordedAt
          memory.lastSeq = seq
          if (o.kind !== 'device.refused') memory.online = true
        }
        if (o.kind === 'device.registered') memory.plate = o.data.plate
        return o.kind === 'position.reported' || o.kind === 'device.heartbeat' ? undefined : o.data.device
      }
      default:
        return undefined
    }
  }

  const view = (device: string, lastFrameHex: string | null): DeviceView | undefined => {
    const memory = state[device]
    if (!memory) return undefined
    const bound = register.device(device)
    const { lastSeq: _, ...rest } = memory
    return { id: device, carrier: bound?.carrier ?? null, owner: bound?.owner ?? null, lastFrameHex, ...rest }
  }

  return { state, apply, view, ids: () => Object.keys(state), lastSeq: (device: string) => state[device]?.lastSeq }
}
