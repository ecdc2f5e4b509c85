import { z } from 'zod'
import { age } from '../../domain/custody/people.ts'
import { all } from '../patterns/case-file.ts'
import { adminProcedure } from '../patterns/enactments.ts'
import { byCase } from '../patterns/subjects.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

const schema = z.object({ adultYears: z.number(), mostDays: z.number() })

/** 不适用快速办理 (legal table I, case-fast-48h). */
export const fastTrackExcluded = wrongWhen({
  id: 'case.fast-track-excluded',
  title: { zh: '不适用快速办理的案件快速办理', en: 'The fast track was taken where it must not be' },
  grade: 'C',
  citations: [
    adminProcedure('第四十一条', '（一）违法嫌疑人系盲、聋、哑人，未成年人或者疑似精神病人的；', '2019-01-01'),
    adminProcedure('第四十一条', '（二）依法应当适用听证程序的；', '2019-01-01'),
    adminProcedure('第四十一条', '（三）可能作出十日以上行政拘留处罚的；', '2019-01-01'),
  ],
  paramSchema: schema,
  params: [{ from: '2019-01-01', value: { adultYears: 18, mostDays: 10 } }],
  limits: {
    zh: '看文书载明的情形、登记的年龄和残疾、实际作出的拘留天数；疑似精神病人、其他不宜的情形没有登记的看不到。',
    en: 'It reads the circumstances on paper, registered age and disability, and the days decided; suspected mental illness that nobody wrote down is invisible.',
  },
  consumes: ['case.fast-track-started', 'decision.made', 'hearing.told'],
  subject: byCase,
  judge(file, law, { register: { custody } }) {
    // Each person of the case by their own age, hearing and decision.
    for (const started of all(file, 'case.fast-track-started')) {
      const { person, exclusions, unit } = started.data
      const facts = custody.person(person)
      const years = age(facts, started.at)
      const decided = all(file, 'decision.made').find((d) => d.data.person === person)
      const hearing = all(file, 'hearing.told').find((h) => h.data.person === person)
      const days = decided?.data.detentionDays ?? 0
      const exclusion =
        exclusions[0] ??
        (years !== undefined && years < law.adultYears
          ? 'minor'
          : facts?.values.deaf || facts?.values.blind
            ? 'blind-deaf-mute'
            : hearing
              ? 'hearing'
              : days >= law.mostDays
                ? 'ten-days-detention'
                : undefined)
      if (exclusion === undefined) continue
      return {
        since: started.at,
        seen: [started, ...(exclusion === 'hearing' && hearing ? [hearing] : []), ...(decided ? [decided] : [])],
        unit,
        facts: { exclusion, person, days },
      }
    }
    return undefined
  },
})
