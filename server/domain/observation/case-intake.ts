import { z } from 'zod'
import { id, instant } from './field.ts'
import { rank } from './measure.ts'
import { personIs } from './person.ts'

const of = {
  case: id.describe('case number; the same in every event about it'),
  unit: id.describe('the unit that handles it'),
}
const by = id.nullable().default(null).describe('officer id of who said or did so; null: not stated')
const request = id.describe('one request; the same id in the answer')
const letter = id.describe('number of the letter')
const report = id.describe('one report by one person, whether or not it becomes a case; for a call the incident number')

/** What happens before there is a case, and while the bureau decides whether there is one. */
export const caseIntakeObservations = {
  'report.made': z
    .object({
      report,
      unit: id.describe('the unit that was asked'),
      by: z
        .enum(['call', 'window', 'transfer', 'surrender', 'seized-by-public', 'other'])
        .describe('电话 · 上门 · 移送 · 投案 · 扭送 · 其他'),
      urgent: z
        .boolean()
        .default(false)
        .describe('it had to be dealt with first (紧急情况先处置); registration may follow, see report.handled'),
      source: z
        .enum(['queue', 'desk', 'dispatch', 'camera', 'paper', 'other'])
        .default('other')
        .describe('which source saw it, independent of the case system: queue 排队叫号 · desk 前台 · dispatch 110'),
    })
    .describe('报案、求助: somebody asked for help; observedAt is when, by a source other than the case system'),
  'report.handled': z.object({ report, unit: id }).describe('紧急处置结束: from now on it can be registered'),
  'report.explained': z
    .object({
      report,
      unit: id,
      why: z
        .enum(['duplicate', 'not-police', 'withdrawn', 'other'])
        .describe('duplicate 重复报案、正在办理或已办结 · not-police 不属于公安机关职责 · withdrawn 撤回 · other'),
    })
    .describe('it was explained to the person why nothing is registered'),
  'case.assigned': z
    .object({
      ...of,
      officers: z.array(id).min(1).max(16).readonly().describe('办案民警; replaces those named before'),
    })
    .describe('指定办案民警'),
  'case.jurisdiction-found': z
    .object({
      ...of,
      belongsTo: id.describe('the authority that has jurisdiction'),
    })
    .describe('不属于本单位管辖: found to belong to another authority; observedAt is when, for crimes the approval'),
  'case.review-prolonged': z
    .object({
      ...of,
      reason: z
        .enum(['clue-check', 'hard', 'major-complex'])
        .describe('clue-check 线索需要查证 · hard 疑难复杂 · major-complex 重大疑难复杂'),
      rank,
      by,
    })
    .describe('延长受案、立案审查期限; observedAt is the approval'),
  'case.materials-asked': z
    .object({ ...of, from: id.describe('the administrative agency that handed the case over') })
    .describe('通知移送机关补正材料'),
  'case.request-made': z
    .object({
      ...of,
      request,
      kind: z
        .enum([
          'non-filing-review',
          'non-filing-re-review',
          'agency-review',
          'explain-non-filing',
          'file-as-ordered',
          're-appraisal',
          'property-complaint',
          'measure-complaint',
        ])
        .describe(
          'non-filing-review 对不予立案申请复议 · non-filing-re-review 申请复核 · agency-review 移送机关申请复议 · explain-non-filing 检察院要求说明不立案理由 · file-as-ordered 检察院通知立案 · re-appraisal 申请重新鉴定 · property-complaint 对财物措施的申诉控告 · measure-complaint 对强制措施期满不解除、保证金不退还的申诉控告',
        ),
      person: personIs.nullable().default(null).describe('who asks; null: an authority'),
    })
    .describe('somebody entitled to asks for a decision; observedAt is when it was received'),
  'case.request-prolonged': z
    .object({
      ...of,
      request,
      rank,
      told: z.boolean().describe('the applicant was told in writing'),
    })
    .describe('延长复议、复核期限; observedAt is the approval'),
  'case.request-answered': z
    .object({
      ...of,
      request,
      result: z.enum(['granted', 'refused', 'explained', 'filed', 'done']),
      rank: rank.nullable().default(null),
    })
    .describe('the request was decided and answered'),
  'letter.received': z
    .object({
      letter,
      unit: id.describe('the unit that must answer'),
      kind: z
        .enum(['urging', 'opinion', 'decision', 'other'])
        .describe('urging 行政执法监督督办函 · opinion 行政执法监督意见书 · decision 行政执法监督决定书 · other'),
      from: id.describe('the supervising authority'),
      answerBy: instant.describe('until when, included, the letter wants its answer'),
      case: id.nullable().default(null),
    })
    .describe('a letter of supervision over administrative enforcement came in'),
  'letter.answered': z.object({ letter, unit: id }).describe('纠正情况已报送'),
} as const
