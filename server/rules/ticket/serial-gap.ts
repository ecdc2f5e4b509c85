import { z } from 'zod'
import { serialKinds } from '../../domain/ticket/serials.ts'
import { hours } from '../../domain/time.ts'
import { defineRule } from '../define-rule.ts'
import { penalties, trafficProcedure } from '../patterns/enactments.ts'
import { about, breach, clear } from '../patterns/verdicts.ts'

export const serialGap = defineRule<null, { graceHours: number }, (typeof serialKinds)[number]>({
  id: 'ticket.serial-gap',
  title: {
    zh: '文书编号缺号而无作废登记',
    en: 'A number of a series of documents is missing and was not declared void',
  },
  grade: 'B',
  citations: [
    penalties(
      '第五十二条',
      '执法人员当场作出行政处罚决定的，应当向当事人出示执法证件，填写预定格式、编有号码的行政处罚决定书，并当场交付当事人。',
    ),
    trafficProcedure('第四十四条', '交通警察应当在二日内将简易程序处罚决定书报所属公安机关交通管理部门备案。'),
  ],
  paramSchema: z.object({ graceHours: z.number().min(0).max(720) }),
  params: [{ from: '2021-07-15', value: { graceHours: 48 } }],
  localSettings: [
    { param: 'graceHours', title: { zh: '缺号等待时间', en: 'How long a missing number is waited for' }, unit: 'hour' },
  ],
  limits: {
    zh: '同一领用号段内按顺序使用；没有领用登记的按整个号段顺序看。末尾之后的号码尚未使用，看不出缺号。',
    en: 'Within a block handed out numbers are used in order; without blocks the whole series is. What lies behind the last number used cannot be told missing.',
  },
  consumes: serialKinds,
  // Each gap by itself: what one officer's block lacks must not hide what another's does.
  subject: (o, register) => register.tickets.gapsTouchedBy(o),
  initial: null,
  evolve: (state) => state,
  evaluate(_, { now, paramsAt, register, subject }) {
    const gap = register.tickets.gap(subject)
    const law = gap && paramsAt(gap.since)
    if (!gap || !law) return clear
    const dueAt = gap.heardAt + hours(law.graceHours)
    if (now <= dueAt) return { is: 'pending', dueAt, startedAt: gap.heardAt }
    const { block, numbers, seq, since, unit } = gap
    return breach(since, {
      evidence: [seq],
      facts: { firstMissing: numbers[0]!, lastMissing: numbers.at(-1)!, missing: 'void-entry' },
      concerns: about(block?.unit ?? unit, block?.officer ? [block.officer] : []),
    })
  },
})
