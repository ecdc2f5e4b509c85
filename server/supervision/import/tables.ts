import { z } from 'zod'
import { bandTables } from './band-tables.ts'
import { caseAreaTables } from './case-area-tables.ts'
import { dutyTables } from './duty-tables.ts'
import * as f from './field.ts'
import { say } from './problem.ts'
import { radioTables } from './radio-tables.ts'
import type { TableShape } from './table.ts'

const table = <T>(
  columns: Readonly<Record<string, readonly string[]>>,
  schema: z.ZodType<T>,
  optional: readonly string[] = [],
): TableShape<T> => ({ columns, schema, optional })

const names = { name: ['名称'], nameEn: ['英文名称', '英文'] }
const place = { longitude: ['经度', 'lng', 'lon'], latitude: ['纬度', 'lat'], datum: ['坐标系', 'crs'] }
const text = { name: f.filled, nameEn: f.optionalText.optional() }
const spot = { longitude: f.longitude, latitude: f.latitude, datum: f.datum.optional() }
const span = { startsAt: f.time, endsAt: f.time }
const inOrder = (v: { startsAt: number; endsAt: number }): boolean => v.endsAt > v.startsAt
const outOfOrder = { path: ['endsAt'], error: say('结束应晚于开始', 'the end should be later than the start') }

/** The tables of a county folder, by the name of the file. Column headings in Chinese or English. */
export const tables = {
  ...caseAreaTables,
  ...radioTables,
  ...dutyTables,
  ...bandTables,
  units: table(
    { id: ['编号'], ...names, kind: ['类型'], parent: ['上级'], ...place },
    z.object({
      id: f.id,
      ...text,
      kind: f.word({
        bureau: ['公安局', '局'],
        station: ['派出所'],
        department: ['部门', '大队'],
        traffic: ['交警'],
        'command-centre': ['指挥中心'],
      }),
      parent: f.optional(f.id),
      longitude: f.optional(f.longitude),
      latitude: f.optional(f.latitude),
      datum: f.datum.optional(),
    }),
    ['nameEn', 'datum'],
  ),
  vehicles: table(
    { id: ['编号'], plate: ['车牌', '车牌号'], unit: ['单位'], ...names },
    z.object({ id: f.id, plate: f.filled.max(16), unit: f.id, ...text }),
    ['nameEn'],
  ),
  officers: table(
    { id: ['警号', '编号'], name: ['姓名'], unit: ['单位'], kind: ['身份'], sex: ['性别'], rank: ['警衔'] },
    z.object({
      id: f.id,
      name: f.filled,
      unit: f.id,
      kind: f.word({ officer: ['民警', '人民警察'], auxiliary: ['辅警', '警务辅助人员'] }),
      sex: f.optional(f.word({ male: ['男'], female: ['女'] })).optional(),
      rank: f.optionalText.optional(),
    }),
    ['sex', 'rank'],
  ),
  devices: table(
    { device: ['设备', '设备编号'], carrier: ['承载者'], owner: ['责任单位'], approved: ['准入'] },
    z.object({
      device: f.id.regex(
        /^[a-z0-9]+:.+$/,
        say('应为 协议:号码，如 jt808:13995480001', 'should be protocol:identity, such as jt808:13995480001'),
      ),
      carrier: f.optional(f.carrier),
      owner: f.id,
      approved: f.yesOrNo,
    }),
  ),
  'route-points': table(
    { beat: ['巡区'], id: ['编号'], name: ['名称'], ...place },
    z.object({ beat: f.id, id: f.id, name: f.filled, ...spot }),
    ['datum'],
  ),
  roster: table(
    {
      id: ['班次'],
      carrier: ['承载者'],
      unit: ['单位'],
      beat: ['巡区'],
      weeks: ['周次'],
      start: ['开始'],
      end: ['结束'],
      crew: ['人员'],
    },
    z.object({
      id: f.id,
      carrier: f.carrier,
      unit: f.id,
      beat: f.optional(f.id),
      weeks: f.word({ odd: ['单周'], even: ['双周'], every: ['每周', ''] }),
      start: f.timeOfDay,
      end: f.timeOfDay,
      crew: f.ids,
    }),
  ),
  shifts: table(
    {
      id: ['班次'],
      carrier: ['承载者'],
      unit: ['单位'],
      beat: ['巡区'],
      startsAt: ['开始'],
      endsAt: ['结束'],
      crew: ['人员'],
    },
    z
      .object({ id: f.id, carrier: f.carrier, unit: f.id, beat: f.optional(f.id), ...span, crew: f.ids })
      .refine(inOrder, outOfOrder),
  ),
  tasks: table(
    {
      id: ['任务'],
      carrier: ['承载者'],
      purpose: ['事由'],
      startsAt: ['开始'],
      endsAt: ['结束'],
      approvedBy: ['批准人'],
    },
    z
      .object({
        id: f.id,
        carrier: f.carrier,
        purpose: f.word({
          escort: ['护送', '押解'],
          'guard-post': ['驻点', '执勤点'],
          garage: ['入库', '维修'],
          fuel: ['加油'],
          meal: ['就餐', '用餐'],
          'out-of-county': ['出县', '跨区'],
          training: ['训练'],
          other: ['其他'],
        }),
        ...span,
        approvedBy: f.id,
      })
      .refine(inOrder, outOfOrder),
  ),
  orders: table(
    {
      id: ['指令'],
      incident: ['警情'],
      carriers: ['承载者'],
      ...place,
      urgent: ['紧急'],
      startsAt: ['下达时间'],
      endsAt: ['结束时间'],
      result: ['结果'],
    },
    z
      .object({
        id: f.id,
        incident: f.id,
        carriers: f.carriers,
        longitude: f.optional(f.longitude),
        latitude: f.optional(f.latitude),
        datum: f.datum.optional(),
        urgent: f.yesOrNo,
        startsAt: f.time,
        endsAt: f.optional(f.time),
        result: f.optionalText.optional(),
      })
      .refine((v) => v.endsAt === null || v.endsAt > v.startsAt, outOfOrder),
    ['datum', 'result'],
  ),
  installations: table(
    { id: ['编号'], kind: ['类型'], ...names, unit: ['单位'], use: ['用途'], ...place },
    z.object({
      id: f.id,
      kind: f.word({ camera: ['摄像机'], 'radio-site': ['基站'], 'service-hall': ['服务大厅'], room: ['房间'] }),
      ...text,
      unit: f.id,
      use: z.string(),
      ...spot,
    }),
    ['nameEn', 'datum'],
  ),
} as const

export type Tables = typeof tables
export type TableName = keyof Tables
export type RowOf<N extends TableName> = Tables[N] extends TableShape<infer T> ? T : never
