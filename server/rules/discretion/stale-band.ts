import { z } from 'zod'
import { chinaDay } from '../../domain/time.ts'
import { defineRule } from '../define-rule.ts'
import { all, type CaseFile, evidence, filed } from '../patterns/case-file.ts'
import { enforcementSupervision, penalties } from '../patterns/enactments.ts'
import { about, breach, idle, over } from '../patterns/verdicts.ts'
import { PUBLIC_ORDER_LAW } from './outside-band.ts'

const kinds = ['discretion-band.published', 'discretion-band.withdrawn'] as const
type Kind = (typeof kinds)[number]
const schema = z.object({ edition: z.string(), since: z.string() })
type Law = z.infer<typeof schema>

/** 裁量基准未随法律修订 (legal table P, disc-benchmark): a band that divides the penalties of the old law. */
export const staleBand = defineRule<CaseFile<Kind>, Law, Kind>({
  id: 'discretion.stale-band',
  title: {
    zh: '仍在使用按旧法条文制定的裁量基准',
    en: 'A band of discretion still divides the penalties of the old law',
  },
  grade: 'C',
  citations: [
    penalties('第三十四条', '行政处罚裁量基准应当向社会公布。'),
    enforcementSupervision('第十二条', '（三）行政裁量权基准等行政执法标准制度；'),
  ],
  paramSchema: schema,
  params: [{ from: '2026-01-01', value: { edition: '2025', since: '2026-01-01' } }],
  localSettings: [],
  limits: {
    zh: '以导入时注明的法律版本为准；新旧条文数额恰好相同的仍会提示，由人核查。应由基准的制定机关更新。',
    en: 'Goes by the edition named on import; a band whose amounts happen to be the same still shows. It is for the authority that published it to renew it.',
  },
  consumes: kinds,
  subject: (o) => o.data.band,
  initial: [],
  evolve: filed,
  evaluate(file, { now, paramsAt, register, subject }) {
    const published = all(file, 'discretion-band.published').at(-1)
    if (published?.data.enactment !== PUBLIC_ORDER_LAW) return idle(file, now)
    const law = paramsAt(Math.max(published.at, chinaDay('2026-01-01')))
    if (!law || published.data.edition >= law.edition) return over(now)
    const since = Math.max(chinaDay(law.since), published.data.validFrom)
    const until = register.casework
      .bands()
      .find((v) => v.band.band === subject && v.from === published.data.validFrom)?.until
    if (until !== undefined && until <= since) return over(now)
    if (now < since) return { is: 'pending', dueAt: since - 1 }
    if (until !== undefined && now >= until) return over(now)
    const { authority, edition, pattern, article } = published.data
    return breach(since, {
      evidence: evidence(published),
      facts: { band: subject, edition, authority, pattern, article },
      concerns: about(null),
    })
  },
})
