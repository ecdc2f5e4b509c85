import { z } from 'zod'
import { id, instant } from './field.ts'

const of = {
  petition: id.describe('number in the petition system; the same in every event about it'),
  unit: id.describe('the unit that deals with it'),
}
const request = id.describe('one request for review; the same id when it is decided')

/** Petitions (信访), as the petition system tells them. Who petitions never stands here. */
export const petitionObservations = {
  'petition.received': z
    .object({
      ...of,
      via: z.enum(['direct', 'passed-on']).describe('direct 信访人直接提出 · passed-on 转送、交办'),
      matter: z
        .enum(['claim', 'suggestion', 'accusation', 'litigation'])
        .describe('claim 申诉求决 · suggestion 意见建议 · accusation 检举控告 · litigation 涉及诉讼权利救济'),
      ours: z
        .boolean()
        .nullable()
        .default(null)
        .describe(
          '属于本机关、单位或者本系统职权范围; null: not yet known; sent again once it is, the time counts from the first',
        ),
      reachable: z.boolean().default(true).describe('false: 信访人的姓名（名称）、住址不清'),
    })
    .describe('收到信访事项并登记'),
  'petition.told': z
    .object({ ...of, inWriting: z.boolean().describe('书面告知') })
    .describe('告知信访人接收情况、处理途径和程序，或者转送、交办去向'),
  'petition.objected': z.object({ ...of }).describe('不属于职权范围，提出异议'),
  'petition.accepted': z
    .object({
      ...of,
      byOpinion: z
        .boolean()
        .describe('true: 条例第三十一条第六项, ends with 信访处理意见书; false: goes to another procedure'),
    })
    .describe('受理信访事项'),
  'petition.prolonged': z
    .object({
      ...of,
      days: z.number().int().positive().describe('days added'),
      byHead: z.boolean().describe('经本机关、单位负责人批准'),
      told: z.boolean().describe('告知信访人延期理由'),
    })
    .describe('延长办理期限; observedAt is the approval'),
  'petition.closed': z.object({ ...of }).describe('办结，出具信访处理意见书'),
  'petition.review-asked': z
    .object({
      ...of,
      request,
      step: z.enum(['first-review', 're-check']).describe('first-review 复查 · re-check 复核'),
    })
    .describe('收到复查、复核请求'),
  'petition.review-heard': z
    .object({
      ...of,
      request,
      from: instant.describe('from when the hearing took time'),
      to: instant.describe('until when'),
    })
    .describe('复核听证'),
  'petition.review-decided': z.object({ ...of, request }).describe('提出复查、复核意见并书面答复'),
} as const
