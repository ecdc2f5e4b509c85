import { z } from 'zod'
import { carrier, id } from './field.ts'

const who = { device: id.describe('protocol:identity, such as jt808:13995480001'), carrier: carrier.nullable() }

/** What a device alarm can be. A device's word only: it proves nothing and opens no finding by itself. */
export const deviceAlarms = [
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
] as const

export const deviceObservations = {
  'device.connected': z.object({ ...who, protocol: id, remoteAddress: z.string() }),
  'device.disconnected': z.object({ ...who, protocol: id, reason: z.string() }),
  'device.heartbeat': z.object({ ...who }),
  'device.registered': z.object({
    ...who,
    edition: z.enum(['2011', '2013', '2019']),
    maker: z.string(),
    model: z.string(),
    terminalId: z.string(),
    plateColour: z.number().int(),
    plate: z.string(),
    provinceCode: z.number().int(),
    cityCode: z.number().int(),
  }),
  'device.refused': z.object({ ...who, protocol: id, reason: z.string() }),
  'device.faulted': z.object({
    device: id.nullable(),
    carrier: carrier.nullable(),
    protocol: id,
    fault: z.string().describe('what was wrong with the bytes'),
    detail: z.string(),
    suppressed: z.number().int().describe('how many like it were not journalled since the last one (rate limit)'),
  }),
  'device.alarm-raised': z.object({ ...who, alarm: z.enum(deviceAlarms) }),
  'device.alarm-ended': z.object({ ...who, alarm: z.enum(deviceAlarms) }),
  'device.answered': z.object({
    ...who,
    request: z.string().describe('what was asked: locate, text, parameters, …'),
    result: z.string(),
    detail: z.record(z.string(), z.unknown()),
  }),
} as const
