import { z } from 'zod'
import { notAboveBand, withinBand } from '../../domain/casework/band.ts'
import { first } from '../patterns/case-file.ts'
import { enforcementSupervision, penalties } from '../patterns/enactments.ts'
import { isStated } from '../patterns/stated.ts'
import { byDecision } from '../patterns/subjects.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

const schema = z.object({ publicOrderEdition: z.string() })
export const PUBLIC_ORDER_LAW = '治安管理处罚法'

/** 裁量基准 (legal table P, disc-benchmark): outside the published band without a written reason. Never a statistic. */
export const outsideBand = wrongWhen<'decision.made', z.infer<typeof schema>>({
  id: 'discretion.outside-band',
  title: {
    zh: '处罚超出公布的裁量基准而没有书面理由',
    en: 'A penalty lies outside its published band without a written reason',
  },
  grade: 'C',
  citations: [
    penalties(
      '第三十四条',
      '行政机关可以依法制定行政处罚裁量基准，规范行使行政处罚裁量权。行政处罚裁量基准应当向社会公布。',
    ),
    enforcementSupervision('第十二条', '（三）行政裁量权基准等行政执法标准制度；'),
  ],
  paramSchema: schema,
  params: [
    { from: '2021-07-15', value: { publicOrderEdition: '2012' } },
    { from: '2026-01-01', value: { publicOrderEdition: '2025' } },
  ],
  limits: {
    zh: '按决定所认定的事实模式与当日有效的基准对照；认定是否准确由人核查。没有对应基准，或者基准仍按旧法条文制定的，不作判断。偏离基准有书面理由的、因法定减轻不予情节低于基准的不认定，理由和情节是否成立由人核查。行为发生在新法施行以前的，不以新法的基准衡量。',
    en: 'It holds the decision against the band for the facts that the file itself found, as in force that day; whether they were found rightly is for people to check. Without a band, or with one that divides the old law, nothing is judged. A written reason is enough, and so is a mitigating circumstance for a penalty below the band; whether they are good ones is for people. An act under the old law is not measured by bands of the new one.',
  },
  consumes: ['decision.made'],
  subject: byDecision,
  judge(file, law, { register: { casework }, paramsAt }) {
    const made = first(file, 'decision.made')
    if (!made || made.data.type === 'criminal' || made.data.pattern === null) return undefined
    const { pattern, bandReason, unit, by, fineYuan, detentionDays, mitigating, penalties: kinds } = made.data
    if (kinds.includes('fine') && fineYuan === null) return { missing: 'fineYuan of decision.made' }
    if (kinds.includes('detention') && detentionDays === null) return { missing: 'detentionDays of decision.made' }
    const bands = casework.bandsFor(pattern, made.at).map((v) => v.band)
    // 从旧兼从轻: for an act under the old law its own bands count, not heavier ones of the law after it.
    const { publicOrderEdition: edition } = paramsAt(made.data.offenceEndedAt ?? made.at) ?? law
    const current = bands.filter(
      (b) =>
        b.enactment !== PUBLIC_ORDER_LAW ||
        (edition < law.publicOrderEdition ? b.edition < law.publicOrderEdition : b.edition >= edition),
    )
    if (current.length === 0) return { missing: bands.length > 0 ? 'a band of the law in force' : 'a discretion band' }
    if (isStated(bandReason) || current.some((band) => withinBand(band, made.data))) return undefined
    // 减轻或者不予处罚: the law itself goes below the band.
    if (mitigating.length > 0 && current.some((band) => notAboveBand(band, made.data))) return undefined
    const band = current[0]!
    return {
      since: made.at,
      seen: [made],
      unit,
      officers: by === null ? [] : [by],
      facts: {
        pattern,
        band: band.band,
        fineYuan,
        fineFromYuan: band.fineFromYuan,
        fineToYuan: band.fineToYuan,
        detentionDays,
        detentionFromDays: band.detentionFromDays,
        detentionToDays: band.detentionToDays,
        mitigating: mitigating.join(',') || null,
      },
    }
  },
})
