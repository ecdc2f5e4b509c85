import { z } from 'zod'
import { publicHelp } from '../basis.ts'
import { first } from '../patterns/case-file.ts'
import { policeLaw } from '../patterns/enactments.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

const schema = z.object({ ringSeconds: z.number().nonnegative() })

/** 110 二十四小时受理 (legal table K, 110-accept-24h). */
export const callUnanswered = wrongWhen<'call.unanswered', z.infer<typeof schema>>({
  id: 'dispatch.call-unanswered',
  title: { zh: '报警、求助电话无人接听', en: 'A call for help was not answered' },
  grade: 'B',
  citations: [
    policeLaw(
      '第二十一条',
      '人民警察遇到公民人身、财产安全受到侵犯或者处于其他危难情形，应当立即救助；对公民提出解决纠纷的要求，应当给予帮助；对公民的报警案件，应当及时查处。',
    ),
    publicHelp,
  ],
  paramSchema: schema,
  params: [{ from: '2013-01-01', value: { ringSeconds: 20 } }],
  localSettings: [
    {
      param: 'ringSeconds',
      title: { zh: '振铃多久视为无人接听', en: 'How long it must have rung' },
      unit: 'second',
    },
  ],
  limits: {
    zh: '二十四小时受理见于110接处警工作规则（只读到转载），秒数为本局设定；误拨、骚扰电话看不出来。',
    en: 'That calls are taken round the clock stands in the 110 rules, read only in a reprint; the seconds are a setting. Misdialled calls look the same.',
  },
  consumes: ['call.unanswered'],
  subject: (o) => `${o.data.line}/${o.observedAt}`,
  judge(file, law) {
    const rang = first(file, 'call.unanswered')
    if (!rang || rang.data.waitedSeconds < law.ringSeconds) return undefined
    const { waitedSeconds, unit, line } = rang.data
    return { since: rang.at, seen: [rang], unit, facts: { waitedSeconds, line, ringSeconds: law.ringSeconds } }
  },
})
