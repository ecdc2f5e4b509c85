import { z } from 'zod'
import { nameIn } from '../../domain/ticket/register.ts'
import { first } from '../patterns/case-file.ts'
import { penalties, trafficProcedure } from '../patterns/enactments.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

export const capturedAndReviewedByOne = wrongWhen({
  id: 'ticket.captured-and-reviewed-by-one',
  title: { zh: '采集与审核由同一人完成', en: 'A record was captured and reviewed by one and the same person' },
  grade: 'C',
  citations: [
    trafficProcedure(
      '第十九条',
      '违法行为发生地公安机关交通管理部门应当对记录内容进行审核，经审核无误后录入道路交通违法信息管理系统，作为处罚违法行为的证据。',
    ),
    penalties(
      '第四十一条',
      '行政机关应当审核记录内容是否符合要求；未经审核或者经审核不符合要求的，不得作为行政处罚的证据。',
    ),
  ],
  paramSchema: z.object({}),
  params: [{ from: '2020-05-01', value: {} }],
  limits: {
    zh: '以登记的采集人和审核人为准；规定要求审核，由他人审核系推导，是否另有复核由人核查。',
    en: 'Goes by who captured and who reviewed on record. The text asks for a review; that it is another person’s is inferred, and whether there was a second look is for people to check.',
  },
  consumes: ['ticket.step-taken'],
  subject: (o) =>
    (o.data.step === 'captured' || o.data.step === 'reviewed') && o.data.officers.length > 0
      ? nameIn(o.data.system, o.data.ticket)
      : undefined,
  judge(file) {
    const captured = file.find((one) => one.data.step === 'captured')
    const reviewed = file.find((one) => one.data.step === 'reviewed')
    if (!first(file, 'ticket.step-taken') || !captured || !reviewed) return undefined
    const { officers, unit, ticket } = reviewed.data
    if (!officers.every((one) => captured.data.officers.includes(one))) return undefined
    return { since: reviewed.at, seen: [captured, reviewed], unit, officers, facts: { ticket, officer: officers[0]! } }
  },
})
