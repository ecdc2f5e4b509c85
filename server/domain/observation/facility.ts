import { z } from 'zod'
import { facility } from './custody.ts'
import { id, instant } from './field.ts'
import { rank } from './measure.ts'
import { personIs, stayIs } from './person.ts'

const confinement = id.describe('one confinement; the same id when it ends')
const armoury = id.describe('the room or cabinet that holds arms or ammunition')
const opening = id.describe('one opening; the same id when it is closed')
const weapon = id.describe('its number')
const issue = id.describe('one weapon given out once; the same id when it comes back')
const forfeiture = id.describe('one decision to forfeit')

/** What detention houses, lock-ups, armouries and those who answer for people held put on record. */
export const facilityObservations = {
  'custody.incident': z
    .object({
      incident: id,
      person: personIs,
      stay: stayIs.nullable().default(null),
      unit: id.describe('the unit that holds the person'),
      of: z
        .enum([
          'visible-injury',
          'sudden-illness',
          'protected-person-in-room',
          'serious-injury',
          'escape',
          'suicide',
          'self-harm',
          'death',
        ])
        .describe(
          'visible-injury 外伤 · sudden-illness 严重疾病发作 · protected-person-in-room 第十条人员被送入候问室 · serious-injury 重伤 · escape 逃跑 · suicide 自杀 · self-harm 自伤 · death 死亡',
        ),
    })
    .describe('something befell a person held; that it was reported is notice.given about the incident'),
  'death.appraisal': z
    .object({
      incident: id.describe('the custody.incident of the death'),
      person: personIs,
      unit: id.describe('the bureau that answers'),
      step: z
        .enum(['entrusted', 'concluded', 'delivered'])
        .describe('委托死因鉴定 · 作出鉴定结论 · 送达家属或者单位, or noted that nobody could be told'),
    })
    .describe('死因鉴定'),
  'custody.confined': z
    .object({
      confinement,
      person: personIs,
      ...facility,
      convict: z.boolean().default(false).describe('serves a sentence here'),
      rank: rank.nullable().default(null).describe('who approved; null: nobody'),
    })
    .describe('禁闭 begins'),
  'custody.confinement-ended': z.object({ confinement, person: personIs, ...facility }).describe('禁闭 ends'),
  'facility.staffed': z
    .object({
      ...facility,
      zone: id.nullable().default(null).describe('the duty zone; null: the whole facility'),
      police: z.array(id).max(64).readonly().describe('police officers on duty, auxiliaries not among them'),
      leader: id.nullable().default(null).describe('the leader on duty; null: none'),
    })
    .describe('值班登记: who is on duty from observedAt until the next such record of the zone'),
  'facility.checked': z
    .object({ ...facility, kind: z.enum(['cells', 'general']).describe('cells 监室检查 · general 安全大检查') })
    .describe('a safety check of the facility was done'),
  'exit.approved': z
    .object({
      stay: stayIs,
      person: personIs,
      unit: id,
      purpose: z.enum(['recover-loot', 'identify-scene', 'medical', 'other']).describe('起赃 · 辨认现场、尸体 · 就医'),
      rank,
    })
    .describe('taking the person out of the case area is approved'),
  'defence.told': z
    .object({
      person: personIs,
      case: id.nullable().default(null),
      unit: id.describe('the unit that handles the case'),
      state: z
        .enum(['none', 'engaged', 'assigned'])
        .describe('none 没有委托辩护人 · engaged 已委托 · assigned 法律援助机构已指派'),
    })
    .describe('whether a suspect of a criminal case has a defender, as the case system says'),
  'bail.forfeited': z
    .object({
      forfeiture,
      measure: id,
      person: personIs,
      unit: id,
      yuan: z.number().nonnegative(),
      rank: rank.nullable().default(null).describe('who approved; null: nobody'),
    })
    .describe('没收保证金决定'),
  'bail.forfeiture-read': z.object({ forfeiture, person: personIs, unit: id }).describe('宣读、宣布没收决定'),
  'armoury.opened': z
    .object({
      opening,
      armoury,
      unit: id,
      officers: z.array(id).max(8).readonly().describe('whose key, card or face opened it'),
    })
    .describe('枪弹库(柜) opened'),
  'armoury.closed': z.object({ opening, armoury, unit: id }).describe('枪弹库(柜) closed'),
  'weapon.issued': z
    .object({
      issue,
      weapon,
      unit: id,
      officer: id,
      dutyEndsAt: instant.nullable().default(null).describe('end of the duty it is for; null: not stated'),
    })
    .describe('领枪'),
  'weapon.returned': z.object({ issue, weapon, unit: id, officer: id }).describe('还枪'),
} as const
