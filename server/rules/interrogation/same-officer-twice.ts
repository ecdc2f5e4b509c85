import { z } from 'zod'
import { overlap } from '../../domain/custody/marks.ts'
import type { ActSpan, AtAct } from '../../domain/custody/state.ts'
import type { ActKind } from '../../domain/observation/act.ts'
import type { Register } from '../../domain/register.ts'
import { hours, seconds } from '../../domain/time.ts'
import { adminProcedure, criminalProcedureLaw } from '../patterns/enactments.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

const kinds = ['act.started', 'act.joined', 'act.left', 'act.ended', 'act.signed'] as const
/** Where the record says what was asked and answered. */
const sessions: readonly ActKind[] = ['questioning', 'interrogation', 'continued-questioning']

/** A session whose end nobody tells lasts no longer: the longest that questioning or a summons may. */
const UNENDED_MS = hours(24)

/** Whether two sessions can meet, also when one turns out to be longer than was told. */
const near = (a: ActSpan, b: ActSpan): boolean => a.startedAt <= (b.endedAt ?? b.startedAt) + UNENDED_MS

/** One cell for each two sessions that an officer is on record at: `officer#act#act`. */
const pairsOf = (o: { readonly data: object }, { custody }: Register): readonly string[] => {
  const data = o.data as { readonly act: string; readonly officer?: string | null }
  const own = custody.act(data.act)
  if (!own || !sessions.includes(own.kind)) return []
  const officers = data.officer ? [data.officer] : own.officers
  return officers.flatMap((officer) =>
    custody
      .actsOf(officer)
      .filter((o) => o.act !== own.act && sessions.includes(o.kind) && near(o, own) && near(own, o))
      .map((other) => [officer, ...[own.act, other.act].sort()].join('#')),
  )
}

export const sameOfficerTwice = wrongWhen({
  id: 'interrogation.same-officer-twice',
  title: { zh: '同一民警同时出现在两份询问、讯问笔录中', en: 'One officer is on record in two sessions at once' },
  grade: 'A',
  citations: [
    criminalProcedureLaw('第一百一十八条', '讯问的时候，侦查人员不得少于二人。'),
    adminProcedure(
      '第五十二条',
      '公安机关进行询问、辨认、检查、勘验，实施行政强制措施等调查取证工作时，人民警察不得少于二人，并表明执法身份。',
    ),
  ],
  paramSchema: z.object({ toleranceSeconds: z.number() }),
  params: [{ from: '2013-01-01', value: { toleranceSeconds: 60 } }],
  localSettings: [
    { param: 'toleranceSeconds', title: { zh: '两套时钟的误差', en: 'Difference between two clocks' }, unit: 'second' },
  ],
  limits: {
    zh: '由上述规定推导：同一人不能同时在两处。只比较笔录所载起止；未登记结束的，视为仍在进行，但不超过二十四小时。只在笔录上签名而未记为办案人的不算。每两份笔录的重叠各为一个问题；同一两份笔录之间离开又回来的，只报最早的一次。',
    en: 'Derived: nobody is in two places at once. Compares the recorded beginnings and ends; a session without an end counts as going on, for twenty-four hours at most. Who only signed the record is not counted in. Each two sessions that overlap are a finding of their own; when the officer leaves one and comes back to it, the first overlap of the two is reported.',
  },
  consumes: kinds,
  subject: pairsOf,
  judge(_, { toleranceSeconds }, { now, subject, register: { custody } }) {
    const [officer = '', ...acts] = subject.split('#')
    const [a = [], b = []] = acts.map((id) => {
      const span = custody.act(id)
      const mine = (span?.present ?? []).filter((p) => p.officer === officer)
      return mine.map((p) => ({
        ...p,
        span: span!,
        to: p.to ?? (p.from + UNENDED_MS < now ? p.from + UNENDED_MS : undefined),
      }))
    })
    for (const both of a.flatMap((x) => b.flatMap((y) => meeting(x, y))).sort((x, y) => x.from - y.from)) {
      const { from, to, evidence, first, second } = both
      const dueAt = from + seconds(toleranceSeconds)
      if (to === undefined && now <= dueAt) return { dueAt, startedAt: from }
      if (Math.min(to ?? now, now) <= dueAt) continue
      return {
        since: from,
        seen: [evidence],
        unit: second.unit,
        officers: [officer],
        facts: { first: first.act, second: second.act, until: to ?? null },
      }
    }
    return undefined
  },
})

interface At extends AtAct {
  readonly span: ActSpan
}

/** Where one officer’s times at two sessions overlap, and which of the two began first. */
const meeting = (a: At, b: At) => {
  const both = overlap(a, b)
  if (!both) return []
  const [first, second] = a.from <= b.from ? [a.span, b.span] : [b.span, a.span]
  return [{ ...both, first, second }]
}
