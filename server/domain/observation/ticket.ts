import { z } from 'zod'
import { id, instant, printed } from './field.ts'
import { rank } from './measure.ts'

export const ticketKinds = ['camera', 'simple', 'notice', 'general', 'coercive'] as const
export const ticketStatuses = [
  'draft',
  'captured',
  'entered',
  'accepted',
  'decided',
  'paid',
  'closed',
  'cancelled',
  'voided',
  'revoked',
  'other',
] as const
export type TicketStatus = (typeof ticketStatuses)[number]

/** What nobody may change without one of the law’s ways. */
export const protectedFields = [
  'amountYuan',
  'plate',
  'violationCode',
  'driver',
  'points',
  'occurredAt',
  'status',
] as const
export type ProtectedField = (typeof protectedFields)[number]

const said = <T extends z.ZodType>(schema: T) => schema.nullable().default(null)
const short = z.string().min(1).max(128)

/** One ticket, or one record of a camera, as its table has it. What the source does not have is null. */
export const ticketFields = z
  .object({
    kind: said(z.enum(ticketKinds)).describe(
      'camera 交通技术监控记录 · simple 简易程序处罚决定书 · notice 违法行为处理通知书 · general 一般程序处罚决定书 · coercive 行政强制措施凭证',
    ),
    serial: said(printed).describe(
      'number of the document; its digits at the end, or those behind a series that was handed out, count within what stands before them',
    ),
    status: said(z.enum(ticketStatuses)).describe(
      'draft not yet issued · captured 已采集未审核 · entered 已录入（审核无误） · accepted 已接受处理 · decided 已作出处罚决定 · paid 已缴款 · closed 结案 · cancelled 已消除 · voided 文书作废 · revoked 决定已撤销',
    ),
    unit: said(id).describe('违法行为发生地公安机关交通管理部门: the unit that holds the record'),
    registeredWith: said(id).describe('机动车登记地公安机关交通管理部门'),
    officer: said(id).describe('who issued it'),
    plate: said(printed),
    driver: said(printed).describe('number of the licence, or another identifier of the driver'),
    violationCode: said(short).describe('违法行为代码'),
    amountYuan: said(z.number()).describe('fine in yuan'),
    points: said(z.number()).describe('记分'),
    occurredAt: said(instant).describe('违法时间'),
    ground: said(z.number().int()).describe('消除事由: 1–8 as 道路交通安全违法行为处理程序规定 22 numbers them'),
    proof: said(z.string().trim().min(1).max(128)).describe('the document or file that proves the ground'),
  })
  .readonly()
export type TicketFields = z.infer<typeof ticketFields>
const fieldNames = z.enum(Object.keys(ticketFields.unwrap().shape) as (keyof TicketFields)[])

const value = z.union([z.string(), z.number(), z.boolean()]).nullable()
const system = id
  .default('tickets')
  .describe('the ticket system; transactions are joined within one system. `tickets` when there is only one')
const ticket = id.describe('number of the record in its system; the same in everything told of it')
/** The number of a paper: blanks are none. */
const paper = z.string().trim().min(1).max(128)
const officers = z.array(id).max(16).readonly().default([])
const proofs = z.array(z.string().trim().min(1).max(256)).max(32).readonly().default([])

export const auditActions = [
  'issue',
  'review',
  'enter',
  'notify',
  'accept',
  'decide',
  'collect',
  'cancel',
  'correct',
  'change-driver',
  'revoke',
  'void',
  'delete',
  'view',
  'other',
] as const

export const ticketSteps = [
  'captured',
  'reviewed',
  'entered',
  'notified',
  'accepted',
  'decided',
  'filed',
  'verified',
  'hearing-requested',
  'heard',
] as const
export type TicketStep = (typeof ticketSteps)[number]
export const penaltyKinds = ['warning', 'fine', 'suspension', 'revocation', 'detention'] as const

/** Traffic tickets: what became of each, who did it, and on which of the law’s grounds. */
export const ticketObservations = {
  'ticket.changed': z
    .object({
      system,
      ticket,
      op: z
        .enum(['issued', 'changed', 'deleted', 'seen'])
        .describe(
          'issued: a new row · changed · deleted: the row is gone · seen: read for a snapshot, not changed now',
        ),
      fields: ticketFields.describe(
        'as it is after the change; of a deleted one as it was, as far as told. What is left out is as it was told before',
      ),
      changes: z
        .array(z.object({ field: fieldNames, before: value, after: value }).readonly())
        .max(64)
        .readonly()
        .default([])
        .describe(
          'fields that differ, by the names of `fields`; null: empty. None named: those of `fields` that differ from what was told of the ticket before',
        ),
      unknown: z
        .array(short)
        .max(64)
        .readonly()
        .default([])
        .describe('fields whose value the source did not send: neither changed nor unchanged'),
      beforeMissing: z
        .boolean()
        .default(false)
        .describe('the source did not tell how the row was: what changed cannot be observed'),
      logPosition: said(z.string().min(1).max(200)).describe('as in row.changed'),
      txId: said(id).describe(
        'the transaction: joins it with ticket.audited, whichever comes first. Where either has none, the entry of the log that names the ticket within ten minutes is joined',
      ),
      operator: said(id).describe('account that the row itself names'),
      terminal: said(short).describe('terminal that the row itself names'),
      ip: said(short).describe('network address of the terminal'),
      renumberedTo: said(id).describe('deleted because it got another number: this one'),
      renumberedFrom: said(id).describe('issued because another number was changed: that one'),
    })
    .describe('A ticket was issued, changed or deleted in its system; observedAt is when its database did so.'),
  'ticket.table-emptied': z
    .object({
      system,
      table: id.describe('with its schema where there is one'),
      logPosition: said(z.string().max(200)).describe('as in row.changed'),
      txId: said(id).describe('the transaction'),
    })
    .describe('A whole table of tickets was emptied at once.'),
  'ticket.audited': z
    .object({
      system,
      txId: said(id).describe(
        'the transaction of the database in which it was done; null: joined with what happened to the `tickets` it names within ten minutes',
      ),
      tickets: z
        .array(id)
        .max(500)
        .readonly()
        .default([])
        .describe('which tickets; empty: whatever the transaction changed'),
      action: z
        .enum(auditActions)
        .describe(
          'issue 开具 · review 审核 · enter 录入 · notify 告知 · accept 接受处理 · decide 作出决定 · collect 缴款 · cancel 消除 · correct 更正 · change-driver 变更实际驾驶人 · revoke 撤销或者变更决定 · void 文书作废 · delete 删除 · view',
        ),
      account: id.describe('the login that was used'),
      accountOf: said(id).describe('officer whose login it is; null: not stated'),
      officer: said(id).describe(
        'who sat there, when the system knows it by card, face or fingerprint; null: not stated',
      ),
      rank: said(rank).describe('rank of the one who acted'),
      unit: said(id).describe('unit for which it was done; null: not stated'),
      terminal: said(short).describe('which terminal or handheld'),
      ip: said(short).describe('network address of the terminal'),
      ground: said(z.number().int()).describe('消除事由 1–8; null: none given'),
      groundText: said(z.string().min(1).max(400)).describe('the ground in words'),
      proofs: proofs.describe('files that prove the ground'),
      document: said(paper).describe('number of the decision that revokes or changes, or of the finding on the driver'),
      approver: said(id).describe('officer who approved it'),
      approverRank: said(rank).describe('rank of the approver'),
      reason: said(z.string().min(1).max(400)),
    })
    .describe(
      'The ticket system’s own log: who did what, from where, on what ground. It may come before or after the change.',
    ),
  'ticket.step-taken': z
    .object({
      system,
      ticket,
      step: z
        .enum(ticketSteps)
        .describe(
          'captured 交通技术监控设备收集 · reviewed 审核 · entered 录入 · notified 告知 · accepted 接受处理 · decided 作出处罚决定 · filed 报所属公安机关交通管理部门备案 · verified 消除事由经核实 · hearing-requested 当事人要求听证 · heard 听证结束; observedAt is when',
        ),
      unit: said(id).describe('unit that did it'),
      officers: officers.describe('who did it; for decided: who signed'),
      kind: said(z.enum(ticketKinds)).describe('which document, or camera'),
      penalties: z
        .array(z.enum(penaltyKinds))
        .max(5)
        .readonly()
        .default([])
        .describe(
          'for decided: warning 警告 · fine 罚款 · suspension 暂扣驾驶证 · revocation 吊销驾驶证 · detention 行政拘留',
        ),
      amountYuan: said(z.number()).describe('for decided: fine in yuan'),
      points: said(z.number()).describe('for decided: 记分'),
      driver: said(printed).describe('for decided: who bears fine and points'),
      plate: said(printed).describe('number plate'),
      by: said(z.enum(['county', 'city', 'province', 'other'])).describe(
        'for decided: level of the authority that decided; county 县级公安机关交通管理部门, city 设区的市',
      ),
    })
    .describe('A step of the procedure, as the system or the papers tell it.'),
  'ticket.driver-identified': z
    .object({
      system,
      ticket,
      driver: printed.describe('the actual driver, 经核查确定; as `fields.driver`'),
      unit: said(id).describe('unit that did it'),
      officers: officers.describe('who did it'),
      proofs: proofs.describe('what shows it'),
    })
    .describe('实际驾驶人 was established for a record of a camera.'),
  'ticket.objection-raised': z
    .object({
      system,
      ticket,
      objection: id.describe('the objection; the same in everything told of it'),
      unit: id.describe('unit that received it'),
      placeUnit: said(id).describe('违法行为发生地 when that is another unit'),
    })
    .describe('当事人提出异议; observedAt is the day it was received.'),
  'ticket.objection-forwarded': z
    .object({
      system,
      ticket,
      objection: id.describe('the objection; the same in everything told of it'),
      to: id.describe('unit of the place of the violation'),
    })
    .describe('处理地 told 违法行为发生地 through the system.'),
  'ticket.objection-decided': z
    .object({
      system,
      ticket,
      objection: id.describe('the objection; the same in everything told of it'),
      upheld: z.boolean().describe('异议成立'),
      unit: id.describe('unit that examined it'),
      officers: officers.describe('who examined it'),
    })
    .describe('The objection was examined: upheld and the record to be cancelled, or the person told why not.'),
  'ticket.decision-revoked': z
    .object({
      system,
      ticket,
      document: paper.describe('number of the decision that revokes or changes'),
      unit: said(id).describe('who made it'),
      authority: z
        .enum(['same', 'superior', 'reconsideration', 'court', 'other'])
        .describe('same 原机关自行纠正 · superior 上级机关 · reconsideration 行政复议 · court 人民法院'),
      changed: z.boolean().default(false).describe('changed and not revoked'),
    })
    .describe('A decision was formally revoked or changed; observedAt is the date of the document.'),
  'serial.handed-out': z
    .object({
      series: printed.describe('what stands before the number in `serial`; may end with digits itself'),
      from: z.number().int().nonnegative().describe('first number of the block'),
      to: z.number().int().nonnegative().describe('last number of the block, included'),
      unit: id,
      officer: said(id).describe('to whom; null: to the unit'),
    })
    .refine(({ from, to }) => from <= to, { path: ['to'], error: 'must not be less than the first number' })
    .describe('Numbered documents were handed out: within one block they are used in order.'),
  'serial.voided': z
    .object({
      series: printed.describe('as in serial.handed-out'),
      number: z.number().int().nonnegative().describe('its number in the series'),
      unit: id,
      by: said(id),
      reason: z.string().min(1).max(400),
      proof: said(short).describe('the spoilt document, kept'),
    })
    .describe('A numbered document was declared void, with its reason.'),
  'performance.indicator-set': z
    .object({
      indicator: id.describe('the field, by its name in the system'),
      unit: id.describe('who set it'),
      by: said(id),
      measures: z
        .enum(['fine-amount', 'penalty-count', 'points', 'other'])
        .describe(
          'fine-amount 罚款数额 · penalty-count 处罚数量 · points 记分 · other such as quality, procedure, workload',
        ),
      target: said(z.number()).describe('figure to be reached; null: none'),
      ranks: z.boolean().default(false).describe('officers or units are ranked by it'),
      text: z.string().min(1).max(400).describe('what the field is called'),
    })
    .describe('A field of an assessment appeared, or a target was set.'),
} as const
