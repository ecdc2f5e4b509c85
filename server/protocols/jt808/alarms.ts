import type { DataOf, Observation } from '../../domain/observation/index.ts'
import type { Instant } from '../../domain/time.ts'
import type { Edition } from './kind.ts'

export type DeviceAlarm = DataOf<'device.alarm-raised'>['alarm']

/** 报警标志 by bit (2013 table 24). Bits 15 to 17 have a meaning since 2019 only; older makers use them as they like. */
const byBit: readonly DeviceAlarm[] = [
  'emergency-button',
  'overspeed',
  'fatigue',
  'danger',
  'gnss-fault',
  'antenna-cut',
  'antenna-short',
  'undervoltage',
  'main-power-off',
  'display-fault',
  'speech-fault',
  'camera-fault',
  'card-reader-fault',
  'overspeed-warning',
  'fatigue-warning',
  'illegal-driving',
  'tyre-pressure',
  'blind-spot-fault',
  'driving-timeout',
  'overtime-parking',
  'area-crossing',
  'route-crossing',
  'segment-time',
  'off-route',
  'vss-fault',
  'fuel-abnormal',
  'stolen',
  'illegal-ignition',
  'illegal-move',
  'collision',
  'rollover',
  'illegal-door',
]
const SINCE_2019 = 0b111 << 15

export const EMERGENCY = 1

/** The bits that mean something in an edition. */
export const meaningful = (alarmBits: number, edition: Edition): number =>
  edition === '2019' ? alarmBits : alarmBits & ~SINCE_2019

/** The bits of alarms by name, to go on after a restart from what the journal holds. */
export const bitsOf = (alarms: Iterable<DeviceAlarm>): number => {
  let bits = 0
  for (const alarm of alarms) bits |= 1 << byBit.indexOf(alarm)
  return bits
}

/**
 * A device repeats its alarm bits in every report; only their edges are news. A fold per device: hand `after`
 * in as `before` of its next live report. Reports that were buffered take no part: they are not now.
 */
export const alarmEdges = (
  before: number,
  alarmBits: number,
  edition: Edition,
  who: { readonly device: string; readonly carrier: string | null },
  observedAt: Instant,
): { readonly after: number; readonly observations: readonly Observation[] } => {
  const after = meaningful(alarmBits, edition)
  const changed = before ^ after
  if (changed === 0) return { after, observations: [] }
  const observations: Observation[] = []
  byBit.forEach((alarm, bit) => {
    if (((changed >>> bit) & 1) === 0) return
    const kind = ((after >>> bit) & 1) === 1 ? 'device.alarm-raised' : 'device.alarm-ended'
    observations.push({ kind, observedAt, data: { ...who, alarm } })
  })
  return { after, observations }
}
