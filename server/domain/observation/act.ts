import { z } from 'zod'
import { id } from './field.ts'
import { rank } from './measure.ts'
import { personIs, stayIs } from './person.ts'

/** What officers do in a case. 询问 (questioning, administrative) is never 讯问 (interrogation, criminal). */
export const actKinds = [
  'questioning',
  'interrogation',
  'continued-questioning',
  'identification',
  'seizure',
  'mediation',
  'inspection',
  'scene-investigation',
  'search',
  'body-check',
  'sampling',
  'forced-summons',
  'restraint',
  'arrest',
  'on-the-spot-penalty',
  'report-taking',
  'case-registration',
  'evidence-taking',
  'data-capture',
  'service',
  'visit-out',
] as const
export type ActKind = (typeof actKinds)[number]

export const caseTypes = ['public-order', 'administrative', 'criminal'] as const
export const places = [
  'standard-case-area',
  'police-premises',
  'scene',
  'home',
  'workplace',
  'hospital',
  'detention-house',
  'lockup',
  'prison',
  'designated-place',
  'remote-video',
  'other',
] as const
export const attendeeKinds = [
  'guardian',
  'appropriate-adult',
  'interpreter',
  'sign-language',
  'lawyer',
  'doctor',
  'female-staff',
  'witness',
  'other',
] as const

const one = { act: id.describe('one act, such as one session of questioning; the same id in every event about it') }

/** Acts as the case system and the papers tell them: claims, which doors and recorders may contradict. */
export const actObservations = {
  'act.started': z.object({
    ...one,
    kind: z
      .enum(actKinds)
      .describe(
        'questioning 询问 · interrogation 讯问 · continued-questioning 盘问 · identification 辨认 · seizure 扣押 · mediation 调解 · inspection 检查 · scene-investigation 勘验 · search 搜查 · body-check 人身检查 · sampling 采集信息、样本 · forced-summons 强制传唤 · restraint 约束 · arrest 执行逮捕 · on-the-spot-penalty 当场处罚 · report-taking 接报案 · case-registration 受案登记 · evidence-taking 接受证据 · data-capture 信息采集 · service 送达 · visit-out 提讯、提解',
      ),
    caseType: z
      .enum(caseTypes)
      .describe(
        'public-order 治安案件 and those of 治安管理处罚法 141 · administrative other administrative cases · criminal 刑事案件',
      ),
    case: id.nullable().default(null),
    unit: id.describe('the unit that acts'),
    person: personIs
      .nullable()
      .default(null)
      .describe(
        'whom it concerns; null: nobody in particular. Whoever is named counts as present: null at a search whose person was absent',
      ),
    personRole: z
      .enum(['suspect', 'victim', 'witness'])
      .default('suspect')
      .describe('违法嫌疑人、犯罪嫌疑人 · 被侵害人、被害人 · 证人'),
    stay: stayIs.nullable().default(null),
    room: id.nullable().default(null).describe('the room, when inside police premises'),
    place: z
      .enum(places)
      .describe(
        'standard-case-area 规范设置、严格管理的执法办案场所 · police-premises elsewhere in a police building · scene 现场 · home 住处 · … · lockup 拘留所',
      ),
    officers: z.array(id).max(16).readonly().describe('who did it, as the record says; ids of officer.registered'),
    attendees: z
      .array(
        z.object({ as: z.enum(attendeeKinds), sex: z.enum(['male', 'female']).nullable().default(null) }).readonly(),
      )
      .max(16)
      .readonly()
      .default([])
      .describe(
        'others present, as the record says; at a search a relative or neighbour who is there is a witness 见证人',
      ),
    chargeBand: z
      .enum(['life-or-death', 'major', 'ordinary'])
      .nullable()
      .default(null)
      .describe(
        'life-or-death: the statutory band contains 无期徒刑 or 死刑; major 其他重大犯罪案件; null: not stated',
      ),
    onTheSpot: z
      .boolean()
      .default(false)
      .describe('done at once, without prior approval or certificate (当场检查, 当场扣押)'),
    guardianUnreachableNoted: z
      .boolean()
      .default(false)
      .describe('the record notes why no guardian could be notified or came'),
    sexualOrViolentHarm: z
      .boolean()
      .default(false)
      .describe('the minor is a victim or witness of sexual or violent harm'),
    warrant: z
      .boolean()
      .nullable()
      .default(null)
      .describe('search, inspection of a place: 搜查证, 检查证 was shown; null: not stated'),
    urgent: z
      .enum(['carried-weapon', 'dangerous-goods', 'hidden-evidence', 'other-suspects', 'sudden-emergency'])
      .nullable()
      .default(null)
      .describe(
        'search while a detention or arrest was carried out: why without 搜查证 (刑事案件程序规定 224): carried-weapon 随身携带凶器 · dangerous-goods 危险物品 · hidden-evidence 隐匿、毁弃、转移证据 · other-suspects 隐匿其他犯罪嫌疑人 · sudden-emergency 其他突然发生的紧急情况; null: not stated',
      ),
  }),
  'act.joined': z.object({
    ...one,
    officer: id.nullable().default(null).describe('an officer who came in, as the record says'),
    as: z.enum(attendeeKinds).nullable().default(null).describe('another person who came in; null for an officer'),
    sex: z.enum(['male', 'female']).nullable().default(null),
  }),
  'act.left': z
    .object({
      ...one,
      officer: id.nullable().default(null).describe('an officer who left, as the record says; this or `as` is told'),
      as: z
        .enum(attendeeKinds)
        .nullable()
        .default(null)
        .describe('another person who left while the act went on; null for an officer'),
      sex: z.enum(['male', 'female']).nullable().default(null),
    })
    .refine(({ officer, as }) => officer !== null || as !== null, 'must say who left: officer or as'),
  'act.ended': z.object({ ...one }),
  'act.signed': z.object({
    ...one,
    refused: z.boolean().default(false).describe('the person refused to sign and the record says so'),
    officers: z
      .array(id)
      .max(16)
      .readonly()
      .default([])
      .describe('officers whose signature the record bears; empty: not stated'),
    signedBy: z
      .array(z.enum(['person', 'family', 'witness']))
      .max(3)
      .readonly()
      .nullable()
      .default(null)
      .describe(
        'who else signed: person 被搜查人、被检查人、辨认人、持有人 · family 家属 · witness 见证人, a neighbour too; null: not stated',
      ),
    noted: z
      .array(z.enum(['person-absent', 'family-refused', 'witness-refused']))
      .max(3)
      .readonly()
      .default([])
      .describe(
        'why others did not sign, as the record says: person-absent 不在场、在逃 · family-refused · witness-refused',
      ),
  }),
  'act.approved': z.object({
    ...one,
    decision: z.enum(['approved', 'refused']).default('approved'),
    by: id.nullable().default(null).describe('officer id of the approver'),
    rank,
  }),
  'act.explained': z.object({
    ...one,
    reason: z
      .string()
      .min(1)
      .max(400)
      .describe('why the recording was interrupted or the place changed, as the record says'),
  }),
  'body.checked': z.object({
    ...one,
    person: personIs,
    kind: z
      .enum(['check', 'search', 'sample', 'intake'])
      .describe('check 检查身体 · search 搜查身体 · sample 采集样本 · intake 入所人身检查'),
    caseType: z.enum(caseTypes),
    unit: id,
    examinerSex: z.enum(['male', 'female']).nullable(),
    examinerIs: z.enum(['officer', 'staff', 'doctor']),
  }),
  'lineup.held': z.object({
    ...one,
    caseType: z.enum(caseTypes),
    unit: id,
    of: z.enum(['persons', 'person-photos', 'objects', 'object-photos', 'place-or-corpse']),
    count: z
      .number()
      .int()
      .nonnegative()
      .describe('how many were shown at once, the one to be identified included; a second object is a second line-up'),
    unique: z
      .boolean()
      .default(false)
      .describe('the witness could describe features unique to the object: any number will do'),
  }),
  'penalty.imposed': z
    .object({
      penalty: id,
      ...one,
      caseType: z.enum(caseTypes),
      unit: id,
      fineYuan: z.number().nonnegative(),
      objection: z
        .boolean()
        .nullable()
        .describe('the person objected to content, facts, reasons or basis; null: not stated'),
      vice: z.boolean().default(false).describe('prostitution, gambling or drugs (行政案件程序规定 37)'),
    })
    .describe('当场处罚决定'),
  'penalty.filed': z.object({ penalty: id, unit: id }).describe('报所属公安机关备案'),
  'rights.told': z.object({
    person: personIs,
    act: id.nullable().default(null),
    rights: z
      .array(z.enum(['procedural', 'lawyer', 'leniency']))
      .min(1)
      .max(3)
      .readonly()
      .describe('诉讼权利 · 委托辩护人 · 认罪认罚从宽'),
  }),
} as const
