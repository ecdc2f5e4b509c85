import { all, first } from '../patterns/case-file.ts'
import { deedWithin } from '../patterns/deed-within.ts'
import { adminProcedure } from '../patterns/enactments.ts'
import { held } from '../patterns/held.ts'

export const soberNotLifted = deedWithin({
  id: 'restraint.sober-not-lifted',
  title: {
    zh: '醉酒人酒醒后未立即解除约束',
    en: 'Protective restraint was not lifted at once when the person was sober',
  },
  grade: 'A',
  citations: [adminProcedure('第五十八条', '确认醉酒人酒醒后，应当立即解除约束，并进行询问。')],
  params: [{ from: '2013-01-01', value: { amount: 15, unit: 'minute' } }],
  localSettings: [
    { param: 'amount', title: { zh: '“立即”解除的时间', en: 'What "at once" means for lifting' }, unit: 'minute' },
  ],
  limits: {
    zh: '法律只说“立即”，分钟数是本地设定；以登记的酒醒和解除时间为准，看不到未登记的酒醒。',
    en: 'The law says "at once"; the minutes are a local setting. Goes by the recorded sobriety and lifting; sobriety nobody recorded is not seen.',
  },
  consumes: ['measure.started', 'person.sobered', 'measure.ended'],
  subject: held('protective-restraint'),
  begins(file) {
    const started = first(file, 'measure.started')
    // The first word of it counts: said again, it gives no more time.
    const sober = started && all(file, 'person.sobered').find((s) => s.at >= started.at)
    if (!sober) return undefined
    return {
      at: sober.at,
      seen: [started, sober],
      unit: started.data.unit,
      officers: started.data.officers,
      facts: { person: sober.data.person },
    }
  },
  done: (file, { seen }) => all(file, 'measure.ended').find((e) => e.at >= (seen[0]?.at ?? 0)),
})
