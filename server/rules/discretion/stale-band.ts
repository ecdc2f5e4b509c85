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
    const told = all(file, 'discretion-band.published')
    if (told.length === 0) return idle(file, now)
    const law = paramsAt(Math.max(told[0]!.at, chinaDay('2026-01-01')))
    if (!law) return over(now)
    // Each version until the next one holds, whenever that one was published.
    const stale = register.casework
      .bands()
      .filter(({ band }) => band.band === subject && band.enactment === PUBLIC_ORDER_LAW && band.edition < law.edition)
      .map((v) => ({ ...v, from: Math.max(chinaDay(law.since), v.from) }))
      .filter((v) => v.until === undefined || v.until > v.from)
    const current = stale.find((v) => v.until === undefined || now < v.until)
    if (!current) return over(now)
    if (now < current.from) return { is: 'pending', dueAt: current.from - 1 }
    const since = stale.reduceRight((from, v) => (v.until === from ? v.from : from), current.from)
    const { authority, edition, pattern, article } = current.band
    const verdict = breach(since, {
      evidence: evidence(told.findLast((s) => s.data.validFrom === current.band.validFrom)),
      facts: { band: subject, edition, authority, pattern, article },
      concerns: about(null),
    })
    return current.until === undefined ? verdict : { ...verdict, reviewAt: current.until }
  },
})
