import { z } from 'zod'
import { days, minutes } from '../../domain/time.ts'
import { all } from '../patterns/case-file.ts'
import { criminalProcedure } from '../patterns/enactments.ts'
import { held } from '../patterns/held.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

export const deliveryAfterArrest = wrongWhen({
  id: 'coercive-measure.delivery-after-arrest',
  title: {
    zh: '逮捕后未立即送看守所羁押',
    en: 'A person arrested was not delivered to the detention house at once',
  },
  grade: 'A',
  citations: [criminalProcedure('第一百四十三条', '逮捕后，应当立即将被逮捕人送看守所羁押。')],
  paramSchema: z.object({ amount: z.number(), unit: z.literal('minute') }),
  params: [{ from: '2013-01-01', value: { amount: 1440, unit: 'minute' } }],
  localSettings: [
    { param: 'amount', title: { zh: '“立即”送看守所的时间', en: 'What "at once" means for delivery' }, unit: 'minute' },
  ],
  remembersMs: days(60),
  limits: {
    zh: '法律只说“立即”，分钟数是本地设定；送达时才判断，一直没有收押登记的不作判断。逮捕时已在看守所的不算。',
    en: 'The law says "at once"; the minutes are a local setting. Judged when the person is admitted: an admission nobody registered is not seen. Someone already in the detention house when arrested is not meant.',
  },
  consumes: ['measure.started', 'custody.admitted', 'custody.released'],
  subject: held('arrest'),
  judge(file, { amount }) {
    for (const arrest of all(file, 'measure.started')) {
      const places = all(file, 'custody.admitted', 'custody.released').filter(
        (s) => s.data.facilityKind === 'detention-house',
      )
      if (places.findLast((s) => s.at <= arrest.at)?.kind === 'custody.admitted') continue
      const admitted = places.find((s) => s.kind === 'custody.admitted' && s.at > arrest.at)
      const latest = arrest.at + minutes(amount)
      if (!admitted || admitted.at <= latest) continue
      const { unit, officers, person } = arrest.data
      return { since: latest, seen: [arrest, admitted], unit, officers, facts: { person, admittedAt: admitted.at } }
    }
    return undefined
  },
})
