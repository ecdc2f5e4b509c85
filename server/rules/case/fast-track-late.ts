import { all, type CaseFile } from '../patterns/case-file.ts'
import { deed, dueWithin } from '../patterns/due-within.ts'
import { adminProcedure } from '../patterns/enactments.ts'
import { limitFrom, limitSchema } from '../patterns/limit.ts'
import { byCase } from '../patterns/subjects.ts'

const kinds = ['case.fast-track-started', 'decision.made', 'case.closed', 'case.transferred'] as const
type Kind = (typeof kinds)[number]

/** 快速办理 (legal table I, case-fast-48h). */
export const fastTrackLate = dueWithin({
  id: 'case.fast-track-late',
  title: {
    zh: '快速办理案件未在到案后四十八小时内作出决定',
    en: 'A fast-track case was not decided within 48 hours of the person’s arrival',
  },
  grade: 'C',
  citations: [
    adminProcedure(
      '第四十七条',
      '对快速办理的行政案件，公安机关应当在违法嫌疑人到案后四十八小时内作出处理决定。',
      '2019-01-01',
    ),
  ],
  paramSchema: limitSchema,
  params: limitFrom('2019-01-01', 48, 'hour'),
  limits: {
    zh: '到案时间取文书与门禁中较早者；不再适用快速办理的，以案件系统的登记为准，由人核查。',
    en: 'Arrival is the earlier of paper and door. That the fast track was given up is for people to check.',
  },
  consumes: kinds,
  subject: byCase,
  begins(file, { register: { custody } }) {
    const clocks = all(file, 'case.fast-track-started').map((started) => {
      const { arrivedAt, stay, unit, person } = started.data
      const told = [arrivedAt, custody.stay(stay)?.arrivedAt].filter((t): t is number => typeof t === 'number')
      // Without an arrival the clock began no later than the choice of the fast track.
      const at = told.length > 0 ? Math.min(...told) : started.at
      const waited = (endOf(file, person)?.at ?? Number.POSITIVE_INFINITY) - at
      return { waited, begun: { at, seen: [started], unit, facts: { person, arrivalKnown: told.length > 0 } } }
    })
    // Of several persons of a case the one who waits longest is judged; of those who still wait, who came first.
    return clocks.sort((a, b) => (a.waited === b.waited ? a.begun.at - b.begun.at : b.waited - a.waited))[0]?.begun
  },
  limit: (law) => law,
  done: (file, begun) => deed(endOf(file, begun.facts?.person)),
})

/** The decision on this person, or the end of the whole case. */
const endOf = (file: CaseFile<Kind>, person: unknown) =>
  all(file, 'decision.made', 'case.closed', 'case.transferred').find(
    (d) => d.kind !== 'decision.made' || d.data.person === person,
  )
