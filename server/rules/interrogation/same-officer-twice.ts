import { z } from 'zod'
import type { CustodyRegister } from '../../domain/custody/register.ts'
import { actKinds } from '../../domain/observation/act.ts'
import type { Register } from '../../domain/register.ts'
import { seconds } from '../../domain/time.ts'
import { all, type CaseFile } from '../patterns/case-file.ts'
import { adminProcedure, criminalProcedureLaw } from '../patterns/enactments.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

type Kinds = 'act.started' | 'act.joined' | 'act.left' | 'act.ended' | 'act.signed'

const officersOf = (o: { data: object }, register: Register): readonly string[] => {
  const data = o.data as { act: string; officer?: string | null; officers?: readonly string[] }
  if (data.officer) return [data.officer]
  return [...new Set([...(data.officers ?? []), ...(register.custody.act(data.act)?.officers ?? [])])]
}

export const sameOfficerTwice = wrongWhen<Kinds, { kinds: readonly string[]; toleranceSeconds: number }>({
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
  paramSchema: z.object({ kinds: z.array(z.enum(actKinds)).readonly(), toleranceSeconds: z.number() }),
  params: [
    {
      from: '2013-01-01',
      value: { kinds: ['questioning', 'interrogation', 'continued-questioning'], toleranceSeconds: 60 },
    },
  ],
  localSettings: [
    { param: 'toleranceSeconds', title: { zh: '两套时钟的误差', en: 'Difference between two clocks' }, unit: 'second' },
  ],
  limits: {
    zh: '由上述规定推导：同一人不能同时在两处。只比较笔录所载起止；未登记结束的，视为仍在进行。只在笔录上签名而未记为办案人的不算。同一民警多次重叠的，三十日内只报最早的一次，其余由人核查。',
    en: 'Derived: nobody is in two places at once. Compares the recorded beginnings and ends; a session without an end counts as going on. Who only signed the record is not counted in. Of several overlaps of one officer within thirty days the first is reported; the others are for people to check.',
  },
  consumes: ['act.started', 'act.joined', 'act.left', 'act.ended', 'act.signed'],
  subject: officersOf,
  judge(file, { kinds, toleranceSeconds }, { now, subject, register: { custody } }) {
    const sessions = sessionsOf(file, subject, custody).filter((s) => kinds.includes(s.kind))
    for (const [i, b] of sessions.entries()) {
      for (const a of sessions.slice(0, i)) {
        if (a.act === b.act) continue
        const [from, to] = [Math.max(a.from, b.from), Math.min(a.to ?? Infinity, b.to ?? Infinity)]
        const dueAt = from + seconds(toleranceSeconds)
        if (to <= dueAt) continue
        if (to === Infinity && now <= dueAt) return { dueAt, startedAt: from }
        if (Math.min(to, now) <= dueAt) continue
        return {
          since: from,
          seen: [a.seen, b.seen],
          unit: b.unit,
          officers: [subject],
          facts: { first: a.act, second: b.act, until: to === Infinity ? null : to },
        }
      }
    }
    return undefined
  },
})

/** When the officer was on record in each session, in order of their beginnings; one who joins brings no beginning along. */
const sessionsOf = (file: CaseFile<Kinds>, officer: string, custody: CustodyRegister) =>
  [...new Set(file.map((s) => s.data.act))]
    .flatMap((act) => {
      const of = file.filter((s) => s.data.act === act)
      const named = all(of, 'act.started').find((s) => s.data.officers.includes(officer))
      const seen = named ?? all(of, 'act.joined').find((j) => j.data.officer === officer)
      const known = custody.act(act)
      const kind = all(of, 'act.started')[0]?.data.kind ?? known?.kind
      if (!seen || kind === undefined) return []
      const ends = of
        .filter(
          (s) =>
            s.kind === 'act.ended' || s.kind === 'act.signed' || (s.kind === 'act.left' && s.data.officer === officer),
        )
        .map((s) => s.at)
        .filter((at) => at >= seen.at)
      return [
        {
          act,
          kind,
          seen,
          unit: known?.unit ?? null,
          from: seen.at,
          to: ends.length === 0 ? undefined : Math.min(...ends),
        },
      ]
    })
    .sort((a, b) => a.from - b.from)
