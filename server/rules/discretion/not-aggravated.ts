import { z } from 'zod'
import { endOfMonths } from '../../domain/calendar.ts'
import { days } from '../../domain/time.ts'
import { all } from '../patterns/case-file.ts'
import { adminProcedure, publicOrder2012, publicOrder2025 } from '../patterns/enactments.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

const schema = z.object({ months: z.number().int().positive() })
/** A year, and what is heard late. */
const REMEMBERED_MS = days(400)

/** 应当从重 (legal table P, disc-aggravate): one year since 2026, six months before. */
export const notAggravated = wrongWhen<'decision.made' | 'decision.revoked', z.infer<typeof schema>>({
  id: 'discretion.not-aggravated',
  title: {
    zh: '期限内曾受治安管理处罚而没有从重',
    en: 'An earlier penalty within the period was not counted against the person',
  },
  grade: 'C',
  citations: [
    publicOrder2025('第二十二条', '（四）一年以内曾受过治安管理处罚的。'),
    publicOrder2012('第二十条', '（四）六个月内曾受过治安管理处罚的。'),
    adminProcedure(
      '第一百六十条',
      '（四）六个月内曾受过治安管理处罚或者一年内因同类违法行为受到两次以上公安行政处罚的；',
    ),
  ],
  paramSchema: schema,
  params: [
    { from: '2006-03-01', value: { months: 6 } },
    { from: '2026-01-01', value: { months: 12 } },
  ],
  limits: {
    zh: '以本系统收到的同一人处罚决定和决定所载的前科查询为准；外地处罚没有查询的看不到。自前次处罚至本次行为，本次行为时间没有写明的自作出决定时计；期限按行为时的法律。同类行为两次以上的情形由人核查。',
    en: 'Goes by decisions on the same person that came in, and by the history query the decision names; a penalty elsewhere that nobody looked up is invisible. Counts from the earlier penalty to the act, or to the decision where the act’s time is not stated; the period is that of the law at the act. Two like penalties within a year are for people to check.',
  },
  consumes: ['decision.made', 'decision.revoked'],
  subject: (o, { casework }) =>
    o.kind === 'decision.made'
      ? o.data.type === 'public-order'
        ? o.data.person
        : undefined
      : casework.punished(o.data.decision),
  // The law of the newest decision: it is the one that may have to be harsher.
  lawAt: (file) => all(file, 'decision.made').at(-1)?.at ?? file[0]!.at,
  remembersMs: REMEMBERED_MS,
  judge(file, _, { paramsAt }) {
    const revoked = new Set(all(file, 'decision.revoked').map((r) => r.data.decision))
    const penalties = all(file, 'decision.made').filter(
      (d) => !revoked.has(d.data.decision) && !d.data.penalties.every((p) => p === 'none'),
    )
    // The newest that was not harsher as it had to be: a later one that is does not undo it.
    for (const made of penalties.toReversed()) {
      if (made.data.aggravating.includes('repeated')) continue
      const actAt = made.data.offenceEndedAt ?? made.at
      // 从旧兼从轻: an act under the old law is held to its six months.
      const law = paramsAt(actAt)
      if (!law) continue
      const before = penalties.findLast((d) => d.at < actAt && d.data.decision !== made.data.decision)
      const priorAt = Math.max(
        before?.at ?? Number.NEGATIVE_INFINITY,
        made.data.priorPenaltyAt ?? Number.NEGATIVE_INFINITY,
      )
      if (!Number.isFinite(priorAt) || priorAt >= actAt || actAt > endOfMonths(priorAt, law.months)) continue
      const { unit, by, decision } = made.data
      return {
        since: made.at,
        seen: [...(before && before.at === priorAt ? [before] : []), made],
        unit,
        officers: by === null ? [] : [by],
        facts: { decision, priorAt, months: law.months, offenceEndedAt: made.data.offenceEndedAt },
        // The next penalty of the same person is held against these.
        remembersMs: REMEMBERED_MS,
      }
    }
    return undefined
  },
})
