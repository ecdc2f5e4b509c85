import { z } from 'zod'
import { id, instant } from './field.ts'

const device = id.describe('protocol:identity or serial number; the same as in device.bound')
const whose = {
  device,
  officer: id.nullable().default(null).describe('who carried it; null: not stated'),
  unit: id,
}
const recording = id.describe('one file or run of recording; the same id from start to upload')

/** Body-worn cameras 执法记录仪: issued, recording, docked, uploaded, and what was done to the footage. */
export const bodyCameraObservations = {
  'body-camera.issued': z.object({ device, officer: id, unit: id, duty: id.nullable().default(null) }).describe('领用'),
  'body-camera.returned': z.object({ ...whose }).describe('归还'),
  'body-camera.started': z
    .object({
      ...whose,
      recording,
      order: id.nullable().default(null).describe('dispatch order it is about; null: not stated'),
    })
    .describe('开始摄录'),
  'body-camera.stopped': z
    .object({
      ...whose,
      recording,
      reason: z.enum(['ended', 'battery', 'storage-full', 'fault', 'unknown']).default('unknown'),
    })
    .describe('停止摄录'),
  'body-camera.interruption-explained': z
    .object({ ...whose, order: id.nullable().default(null), from: instant, to: instant, reason: z.string().max(400) })
    .describe('摄录中断说明: why nothing was recorded from when to when, said by the officer'),
  'body-camera.exempted': z
    .object({
      officer: id,
      unit: id,
      order: id.nullable().default(null).describe('for one order; null: for the time'),
      startsAt: instant,
      endsAt: instant,
      ground: z.enum(['secret', 'guard', 'device-fault', 'other']).describe('secret 涉及国家秘密等 · guard 警卫'),
      approvedBy: id.nullable().default(null),
    })
    .describe('不宜摄录或者设备故障，经批准'),
  'body-camera.docked': z.object({ ...whose, dock: id }).describe('接入采集站'),
  'body-camera.uploaded': z
    .object({
      ...whose,
      recording,
      from: instant.describe('first moment of the footage'),
      to: instant,
      category: z
        .enum(['ordinary', 'evidence', 'obstruction', 'major', 'complex'])
        .default('ordinary')
        .describe(
          'ordinary · evidence 作为行政、刑事案件证据 · obstruction 阻碍执法、妨害公务 · major 重大突发事件、群体性事件 · complex 其他重大、疑难、复杂警情; all but ordinary are kept for ever',
        ),
      archive: id.describe('where it is kept'),
    })
    .describe('视音频资料移交保存'),
  'body-camera.footage-handled': z
    .object({
      recording,
      device: device.nullable().default(null),
      unit: id.describe('the unit that answers for the footage'),
      did: z.enum(['deleted', 'edited', 'copied', 'expired']).describe('expired: removed by the retention clock'),
      by: id.nullable().default(null).describe('account or officer; null: unknown'),
      approvedBy: id.nullable().default(null).describe('who permitted it; null: nobody'),
      from: instant.describe('first moment of the footage'),
      to: instant,
      category: z.enum(['ordinary', 'evidence', 'obstruction', 'major', 'complex']).nullable().default(null),
    })
    .describe('footage was deleted, changed or copied, by a person or by the retention clock'),
} as const
