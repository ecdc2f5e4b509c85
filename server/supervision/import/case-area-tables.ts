import { z } from 'zod'
import {
  type facilityKinds,
  type occupantKinds,
  type roomKinds,
  watchKinds,
} from '../../domain/observation/case-area.ts'
import { chinaDate, chinaDay, isCalendarDay } from '../../domain/time.ts'
import * as f from './field.ts'
import { say } from './problem.ts'
import type { TableShape } from './table.ts'

type RoomKind = (typeof roomKinds)[number]
type FacilityKind = (typeof facilityKinds)[number]

/** GA/T 2000.146-2015 警务督察监控区域分类与代码, as far as it speaks of rooms where people are held or questioned. */
const kindByAreaCode: Readonly<Record<string, RoomKind>> = {
  '0101': 'questioning-room',
  '0102': 'interrogation-room',
  '0103': 'waiting-room',
  '0104': 'holding-room',
  '0105': 'sobering-room',
  '0106': 'identification-room',
  '0107': 'check-room',
  '0108': 'other',
  '0109': 'other',
  '0110': 'other',
  '0199': 'other',
}
/** A code that may stand for several of our kinds: 信息采集室 is often where people are checked as well. */
const alsoByAreaCode: Readonly<Record<string, readonly RoomKind[]>> = {
  '0104': ['sobering-room'],
  '0109': ['check-room', 'office'],
  '0110': ['office', 'hall'],
}

const roomKind = f.word<RoomKind>({
  'waiting-room': ['候问室'],
  'holding-room': ['等候室', '约束室'],
  'interrogation-room': ['讯问室'],
  'questioning-room': ['询问室'],
  'check-room': ['人身安全检查室', '人身检查室'],
  'identification-room': ['辨认室'],
  'sobering-room': ['醒酒室'],
  office: ['办公室'],
  hall: ['大厅'],
  cell: ['监室'],
  'duty-room': ['值班室'],
  'lawyer-room': ['律师会见室', '会见室'],
  other: ['其他'],
})
const facility = f.word<FacilityKind>({
  station: ['派出所'],
  'case-centre': ['办案中心', '执法办案管理中心'],
  bureau: ['公安局', '局'],
  'detention-house': ['看守所'],
  lockup: ['拘留所'],
  'drug-rehabilitation': ['强制隔离戒毒所', '戒毒所'],
  other: ['其他'],
})
const watch = f.word(
  Object.fromEntries(watchKinds.map((kind) => [kind, []])) as Record<(typeof watchKinds)[number], []>,
)
const cardHolder = f.word<Extract<(typeof occupantKinds)[number], 'officer' | 'auxiliary' | 'doctor' | 'other'>>({
  officer: ['民警', '人民警察'],
  auxiliary: ['辅警', '警务辅助人员'],
  doctor: ['医生'],
  other: ['其他'],
})
const positive = z
  .string()
  .regex(/^\d+(\.\d+)?$/, say('应为正数', 'should be a positive number'))
  .transform(Number)
  .refine((n) => n > 0, say('应为正数', 'should be a positive number'))
/** Yes, no, or not stated. */
const stated = f.optional(f.yesOrNo).optional()
const day = f.time.or(
  z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .refine(isCalendarDay)
    .transform(chinaDay),
)

const table = <T>(
  columns: Readonly<Record<string, readonly string[]>>,
  schema: z.ZodType<T>,
  optional: readonly string[] = [],
): TableShape<T> => ({ columns, schema, optional })

/** The tables about case areas: what the bureau knows of its rooms and of what watches them. */
export const caseAreaTables = {
  rooms: table(
    {
      id: ['编号'],
      name: ['名称'],
      nameEn: ['英文名称', '英文'],
      unit: ['单位'],
      areaCode: ['区域代码'],
      kind: ['类型'],
      facility: ['场所'],
      area: ['办案区'],
      standard: ['规范设置'],
      waitingRoomApproved: ['候问室验收'],
      usableAreaM2: ['使用面积'],
      heightM: ['净高'],
      fixedSeat: ['固定座椅'],
      rightsDisplayed: ['权利告知上墙'],
    },
    z
      .object({
        id: f.id,
        name: f.filled,
        nameEn: f.optionalText.optional(),
        unit: f.id,
        areaCode: f.optional(
          z
            .string()
            .regex(/^\d{4}$/, say('应为四位代码（GA/T 2000.146）', 'should be a code of four digits (GA/T 2000.146)')),
        ),
        kind: f.optional(roomKind).optional(),
        facility,
        area: f.optional(f.id),
        standard: stated,
        waitingRoomApproved: stated,
        usableAreaM2: f.optional(positive).optional(),
        heightM: f.optional(positive).optional(),
        fixedSeat: stated,
        rightsDisplayed: stated,
      })
      .transform((room, context) => {
        const byCode = room.areaCode === null ? undefined : kindByAreaCode[room.areaCode]
        const kind = room.kind ?? byCode
        const wrong = (path: string, zh: string, en: string): never => {
          context.addIssue({ code: 'custom', path: [path], message: say(zh, en) })
          return z.NEVER
        }
        if (kind === undefined)
          return wrong(
            'kind',
            '类型为空时，区域代码应为0101至0110或0199',
            'without a kind the area code should be 0101 to 0110, or 0199',
          )
        const also = alsoByAreaCode[room.areaCode ?? ''] ?? []
        if (byCode !== undefined && byCode !== kind && !also.includes(kind))
          return wrong(
            'areaCode',
            `与类型不符：该代码为 ${byCode}`,
            `does not agree with the kind: this code stands for ${byCode}`,
          )
        return { ...room, kind }
      }),
    ['nameEn', 'kind', 'standard', 'waitingRoomApproved', 'usableAreaM2', 'heightM', 'fixedSeat', 'rightsDisplayed'],
  ),
  sensors: table(
    { id: ['编号'], watches: ['感知'], room: ['房间'], owner: ['责任单位'] },
    z.object({
      id: f.id,
      watches: z
        .string()
        .transform((s) => s.split(/[\s;；、]+/).filter((x) => x !== ''))
        .pipe(z.array(watch).min(1, say('至少一项', 'at least one'))),
      room: f.optional(f.id),
      owner: f.id,
    }),
  ),
  readers: table(
    { id: ['编号'], room: ['房间'], leads: ['方向'] },
    z.object({ id: f.id, room: f.id, leads: f.word({ in: ['进'], out: ['出'] }) }),
  ),
  cards: table(
    { id: ['卡号', '编号'], holder: ['持卡人'], as: ['身份'] },
    z.object({ id: f.id, holder: f.id, as: cardHolder }),
  ),
  holidays: table(
    { day: ['日期'], works: ['上班'], source: ['依据'] },
    z.object({ day: day.transform((at) => chinaDate(at)), works: f.yesOrNo, source: f.filled }),
  ),
} as const
