import type { Entry } from '../domain/entry.ts'
import type { DataOf, ObservationKind } from '../domain/observation/index.ts'
import type { Instant } from '../domain/time.ts'
import type { Journal } from '../journal/journal.ts'

export type DeviceAlarm = DataOf<'device.alarm-raised'>['alarm']

/** A device that asked to be let in and is on no list. */
export interface Waiting {
  readonly device: string
  readonly protocol: string
  readonly firstAt: Instant
  readonly lastAt: Instant
  readonly reason: string
}

/** Who may report, and whose carrier reports; as the journal has told so far. */
export interface DeviceBook {
  /**
   * `approved` when somebody bound or approved the device and nobody blocked it since. Binding again does not
   * lift a block; approving does.
   */
  standing(device: string): 'approved' | 'blocked' | 'unknown'
  /** The devices that may report whose name begins so. */
  approved(prefix: string): readonly string[]
  /** `vehicle/<id>` or `officer/<id>`; null while bound to nobody. */
  carrier(device: string): string | null
  /** The terminal id a device last registered with. */
  terminal(device: string): string | undefined
  /** Device alarms raised and not ended. */
  alarms(device: string): readonly DeviceAlarm[]
  /** For approval at the console, the latest last; at most 1,000. */
  waiting(): readonly Waiting[]
  /** Called when the standing of a device may have changed. Returns how to stop. */
  onChange(heard: (device: string) => void): () => void
  close(): void
}

const kinds = [
  'device.bound',
  'radio.assigned',
  'device.approved',
  'device.blocked',
  'device.refused',
  'device.registered',
  'device.alarm-raised',
  'device.alarm-ended',
] as const satisfies readonly ObservationKind[]
const PAGE = 10_000
const MAX_WAITING = 1_000

interface Page {
  standing: 'approved' | 'blocked' | 'unknown'
  carrier: string | null
  terminal: string | undefined
  alarms: Set<DeviceAlarm>
}

/** Reads the journal once and then listens to it. */
export const openDeviceBook = async (journal: Journal): Promise<DeviceBook> => {
  const pages = new Map<string, Page>()
  const waiting = new Map<string, Waiting>()
  const listeners = new Set<(device: string) => void>()
  let seq = -1

  const page = (device: string): Page => {
    const known = pages.get(device)
    if (known) return known
    const fresh: Page = { standing: 'unknown', carrier: null, terminal: undefined, alarms: new Set() }
    pages.set(device, fresh)
    return fresh
  }
  const changed = (device: string) => {
    waiting.delete(device)
    for (const heard of listeners) heard(device)
  }

  const apply = ({ seq: at, recordedAt, observation: o }: Entry): void => {
    if (at <= seq) return
    seq = at
    switch (o.kind) {
      case 'device.bound':
      case 'radio.assigned': {
        const device = o.kind === 'radio.assigned' ? o.data.radio : o.data.device
        const it = page(device)
        it.carrier = o.data.carrier
        if (it.standing === 'unknown') it.standing = 'approved'
        return changed(device)
      }
      case 'device.approved':
        page(o.data.device).standing = 'approved'
        return changed(o.data.device)
      case 'device.blocked':
        page(o.data.device).standing = 'blocked'
        return changed(o.data.device)
      case 'device.refused': {
        const { device, protocol, reason } = o.data
        // Only strangers wait for approval; a known device that was refused is somebody's mistake or attack.
        if (pages.get(device)?.standing === 'approved' || pages.get(device)?.standing === 'blocked') return
        const before = waiting.get(device)
        waiting.delete(device)
        waiting.set(device, { device, protocol, reason, firstAt: before?.firstAt ?? recordedAt, lastAt: recordedAt })
        if (waiting.size > MAX_WAITING) waiting.delete(waiting.keys().next().value!)
        return
      }
      case 'device.registered':
        page(o.data.device).terminal = o.data.terminalId
        return
      case 'device.alarm-raised':
        page(o.data.device).alarms.add(o.data.alarm)
        return
      case 'device.alarm-ended':
        page(o.data.device).alarms.delete(o.data.alarm)
    }
  }

  // Listening first and holding back what comes meanwhile leaves no gap between reading and listening.
  let held: Entry[] | undefined = []
  const stop = journal.onCommitted((entries) => {
    if (held) held.push(...entries)
    else entries.forEach(apply)
  })
  for (;;) {
    const entries = await journal.read({ after: seq, limit: PAGE, kinds })
    entries.forEach(apply)
    if (entries.length < PAGE) break
  }
  held.forEach(apply)
  held = undefined

  return {
    standing: (device) => pages.get(device)?.standing ?? 'unknown',
    approved: (prefix) =>
      [...pages].flatMap(([device, it]) => (it.standing === 'approved' && device.startsWith(prefix) ? [device] : [])),
    carrier: (device) => pages.get(device)?.carrier ?? null,
    terminal: (device) => pages.get(device)?.terminal,
    alarms: (device) => [...(pages.get(device)?.alarms ?? [])],
    waiting: () => [...waiting.values()],
    onChange: (heard) => {
      listeners.add(heard)
      return () => listeners.delete(heard)
    },
    close: stop,
  }
}
