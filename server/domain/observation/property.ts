import { z } from 'zod'
import { caseTypes, places } from './act.ts'
import { id, instant } from './field.ts'
import { rank } from './measure.ts'
import { personIs } from './person.ts'

export const holdings = [
  'seizure',
  'sealing',
  'advance-registration',
  'sample',
  'extraction',
  'recovery',
  'vehicle-held',
  'licence-held',
  'device-confiscated',
] as const
export const approvalsOfProperty = [
  'seizure',
  'extension',
  'examine-first',
  'borrow',
  'return-to-victim',
  'release',
  'disposal',
] as const

const item = id.describe('one item of case property, the number on the seizure list; the same in every event about it')
const unit = id.describe('the unit that answers for it')
const by = id.nullable().default(null).describe('officer id; null: not stated')
const store = id.nullable().default(null).describe('store room or locker; null: not stated')
const document = z.string().max(128).nullable().default(null).describe('number of the document; null: none')
const approver = { by: id.nullable().default(null).describe('officer id of the approver'), rank, document }
const custodian = id.describe('officer id of the custodian (涉案财物管理人员)')
const weightG = z.number().nonnegative().nullable().default(null).describe('weight in grams; null: not weighed')
const seal = id.nullable().default(null).describe('number of the seal; null: none, or not looked at')
const account = id.describe('one frozen account or asset; the same in every event about it')

/** Case property from seizure to return, destruction or transfer; and frozen assets. */
export const propertyObservations = {
  'property.seized': z
    .object({
      item,
      case: id.nullable().default(null).describe('case number; null: not stated'),
      type: z.enum(caseTypes),
      unit,
      how: z
        .enum(holdings)
        .describe(
          'seizure 扣押 · sealing 查封 · advance-registration 先行登记保存 · sample 抽样取证 · extraction 提取 · recovery 收缴、追缴 · vehicle-held 扣留车辆 · licence-held 扣留驾驶证 · device-confiscated 收缴非法装置',
        ),
      act: id.nullable().default(null).describe('the act (act.started) during which it was taken; null: not stated'),
      officers: z.array(id).max(16).readonly().describe('who took it, as the papers say'),
      list: id.nullable().default(null).describe('number of the list made at once; null: none was made'),
      copies: z.number().int().nonnegative().nullable().default(null).describe('copies of the list; null: not stated'),
      what: z.string().min(1).max(200).describe('what it is, in words'),
      kind: z
        .enum([
          'cash',
          'valuables',
          'vehicle',
          'goods',
          'document',
          'electronic',
          'drugs',
          'weapon',
          'real-estate',
          'other',
        ])
        .default('other'),
      highValue: z
        .boolean()
        .default(false)
        .describe('价值较高或者可能严重影响正常生产经营: needs a chief of the county bureau in criminal cases'),
      place: z.enum(places).describe('where it was taken, as for act.started'),
      onTheSpot: z
        .boolean()
        .default(false)
        .describe('taken at once, before approval (情况紧急或者价值不大; 现场勘查、搜查中)'),
      commander: id.nullable().default(null).describe('现场指挥人员 who decided on the scene; null: nobody named'),
      remote: z
        .boolean()
        .default(false)
        .describe('异地或者偏远、交通不便地区: the time to hand over runs from property.brought-back'),
      movable: z
        .boolean()
        .default(true)
        .describe('false: stays where it is (查封、冻结); its papers go to the custodian'),
      enactment: z
        .enum(['police-procedure', 'penalty-law'])
        .default('police-procedure')
        .describe(
          'for advance-registration: 行政案件程序规定 110 (七日) or 行政处罚法 56 (seven working days), as the paper cites',
        ),
      owner: personIs.nullable().default(null).describe('holder or owner; null: unknown'),
      weightG: z.number().nonnegative().nullable().default(null).describe('weight when taken; null: not weighed'),
      seal: id.nullable().default(null).describe('number of the seal; null: none'),
    })
    .describe('提取、扣押涉案财物; observedAt is when it was taken'),
  'property.approved': z
    .object({
      item,
      unit,
      what: z
        .enum(approvalsOfProperty)
        .describe(
          'seizure 扣押 · extension 延长期限 · examine-first 先鉴定、检验后移交 · borrow 调用 · return-to-victim 发还被害人 · release 退还 · disposal 处置',
        ),
      decision: z.enum(['approved', 'refused']).default('approved'),
      ...approver,
    })
    .describe('审批: an approval about one item; observedAt is when it was given'),
  'property.brought-back': z.object({ item, unit }).describe('办案人员返回单位 with an item taken far away'),
  'property.examined': z
    .object({ item, unit, of: z.enum(['appraisal', 'identification', 'test', 'inspection', 'other']) })
    .describe('移交前的鉴定、辨认、检验、检查结束'),
  'property.handed-over': z
    .object({
      item,
      unit,
      by: id.describe('officer id of who gives it'),
      to: id.describe('officer id of the custodian'),
    })
    .describe('移交: the case officer says that it was handed over'),
  'property.received': z
    .object({
      item,
      unit,
      custodian,
      store,
      weightG,
      seal,
      source: z.enum(['store', 'paper']).default('store').describe('store: locker or scanner · paper: the ledger only'),
    })
    .describe('接收入库: the custodian has it; observedAt is the receipt'),
  'property.registered': z
    .object({
      item,
      unit,
      number: id.nullable().default(null).describe('number in the ledger; null: missing'),
      cause: z.boolean().describe('案由 is entered'),
      origin: z.boolean().describe('来源 is entered'),
      state: z.boolean().describe('保管状态 is entered'),
      store: z.boolean().describe('场所 is entered'),
      destination: z.boolean().describe('去向 is entered, or the item is still here'),
      papers: z.boolean().default(true).describe('copies of the documents are with the custodian'),
    })
    .describe('电子台账登记: one entry of the ledger for one item, and what it holds'),
  'property.moved': z.object({ item, unit, from: store, to: store, by }).describe('移库'),
  'property.borrowed': z
    .object({
      item,
      unit,
      by: id.describe('officer id of who took it out'),
      purpose: z
        .enum(['questioning', 'appraisal', 'identification', 'test', 'inspection', 'court', 'other'])
        .describe('询问 · 鉴定 · 辨认 · 检验 · 检查 · 出庭、移送 · 其他'),
      dueAt: instant.nullable().default(null).describe('registered time of return; null: none registered'),
      approvedRank: rank.nullable().default(null).describe('rank of the approver, as the store has it; null: none'),
    })
    .describe('调用出库'),
  'property.returned': z
    .object({
      item,
      unit,
      custodian,
      weightG,
      seal,
    })
    .describe('归还入库'),
  'property.period-extended': z
    .object({
      item,
      unit,
      endsAt: instant.describe('new end of the period'),
      ...approver,
      told: z.boolean().nullable().default(null).describe('the party was told in writing; null: not stated'),
    })
    .describe('延长扣押、查封期限; observedAt is the approval'),
  'property.found-unrelated': z.object({ item, unit }).describe('经查明与案件无关'),
  'property.owner-clear': z
    .object({ item, unit, owner: personIs.nullable().default(null) })
    .describe('权属明确且无争议、不影响办案的被害人财产: can be given back'),
  'property.owner-announced': z
    .object({ item, unit })
    .describe('通知原主领取, or 公告认领 when the owner is not known; six months run from here'),
  'property.decided': z.object({ item, unit, decision: id.nullable().default(null) }).describe('对财物作出处理决定'),
  'property.released': z
    .object({
      item,
      unit,
      to: z
        .enum(['owner', 'victim', 'holder', 'agent', 'authority', 'other'])
        .describe('原主 · 被害人 · 持有人 · 受委托人 · 其他机关'),
      collector: z
        .enum(['rightful', 'agent', 'officer', 'unknown'])
        .describe('who took it: rightful 权利人 · agent 受委托人 · officer 民警或公安机关工作人员代领 · unknown'),
      receipt: z.boolean().describe('领取手续 is on file'),
      photo: z.boolean().nullable().default(null).describe('photographed or filmed before; null: not stated'),
      valued: z.boolean().nullable().default(null).describe('估价; null: not stated'),
      rank: rank.nullable().default(null).describe('rank of the approver; null: none'),
    })
    .describe('退还、发还、解除扣押'),
  'property.disposed': z
    .object({
      item,
      unit,
      how: z
        .enum(['destroyed', 'sold', 'auctioned', 'treasury', 'with-case', 'other'])
        .describe('销毁 · 变卖 · 拍卖 · 上缴国库 · 随案移送 · 其他'),
      rank: rank.nullable().default(null).describe('rank of the approver; null: none'),
      papers: z.boolean().default(true).describe('the papers about it are on file'),
    })
    .describe('处置'),
  'property.checked': z
    .object({
      item,
      unit,
      by,
      weightG,
      seal,
      sealBroken: z.boolean().nullable().default(null).describe('null: not looked at'),
      photoMatches: z.boolean().nullable().default(null).describe('null: not compared'),
      present: z.boolean().default(true).describe('the item is there'),
    })
    .describe('盘点、核验: weight, seal and photograph compared'),
  'property.used': z
    .object({
      item,
      unit,
      by,
      purpose: z.enum(['case', 'exempted', 'other']),
      words: z.string().max(400).nullable().default(null).describe('what for, in words'),
    })
    .describe('使用涉案财物: case 办案需要 · exempted 依法允许继续合理使用 · other'),
  'property.frozen': z
    .object({
      account,
      case: id.nullable().default(null),
      type: z.enum(caseTypes).default('criminal'),
      unit,
      asset: z
        .enum(['deposit', 'securities', 'equity', 'listed-equity', 'policy', 'other'])
        .describe(
          'deposit 存款、汇款、结算资金 · securities 债券、股票、基金 · equity 股权 · listed-equity 上市公司股权 · policy 保单、其他投资权益 · other',
        ),
      major: z.boolean().default(false).describe('重大、复杂案件'),
      endsAt: instant.nullable().default(null).describe('end of the term by the notice; null: not stated'),
      ...approver,
    })
    .describe('冻结; observedAt is when it took effect'),
  'property.freeze-renewed': z
    .object({ account, unit, endsAt: instant.nullable().default(null), ...approver })
    .describe('续行冻结; observedAt is when it was renewed'),
  'property.freeze-unrelated': z.object({ account, unit }).describe('冻结的财产经查明与案件无关'),
  'property.unfrozen': z
    .object({
      account,
      unit,
      how: z
        .enum(['lifted', 'lapsed', 'executed'])
        .default('lifted')
        .describe('lifted 解除 · lapsed 逾期未续行自动解除 · executed 依法扣划'),
      told: z.boolean().nullable().default(null).describe('the owner was told; null: not stated'),
    })
    .describe('解除冻结'),
} as const
