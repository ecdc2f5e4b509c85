import { z } from 'zod'
import { endOfMonths } from '../../domain/calendar.ts'
import { first } from '../patterns/case-file.ts'
import { criminalProcedure, criminalProcedureLaw } from '../patterns/enactments.ts'
import { byApplication } from '../patterns/subjects.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

export const supplementaryInvestigation = wrongWhen({
  id: 'coercive-measure.supplementary-investigation',
  title: {
    zh: '补充侦查超过一个月或者超过二次',
    en: 'A supplementary investigation took more than a month, or is the third',
  },
  grade: 'C',
  citations: [
    criminalProcedureLaw('第一百七十五条', '对于补充侦查的案件，应当在一个月以内补充侦查完毕。补充侦查以二次为限。'),
    criminalProcedure('第二百九十五条', '应当按照补充侦查提纲在一个月以内补充侦查完毕。'),
  ],
  paramSchema: z.object({ months: z.number(), times: z.number() }),
  params: [{ from: '2013-01-01', value: { months: 1, times: 2 } }],
  limits: {
    zh: '以收到退回文书和重新移送的登记时间为准。',
    en: 'Goes by the recorded receipt of the return and the new transfer.',
  },
  consumes: ['application.made', 'application.answered'],
  subject: (o) =>
    o.kind === 'application.made' && o.data.kind !== 'supplementary-investigation' ? undefined : byApplication(o),
  judge(file, { months, times }, { now }) {
    const made = first(file, 'application.made')
    if (!made) return undefined
    const grounds = { unit: made.data.unit, facts: { round: made.data.round, person: made.data.person } }
    if (made.data.round > times) return { since: made.at, seen: [made], ...grounds }
    const done = first(file, 'application.answered')
    const dueAt = endOfMonths(made.at, months)
    if ((done?.at ?? now) > dueAt) {
      const facts = { dueAt, doneAt: done?.at ?? null, ...grounds.facts }
      return { since: dueAt, seen: done ? [made, done] : [made], ...grounds, facts }
    }
    return done ? undefined : { dueAt, startedAt: made.at }
  },
})
