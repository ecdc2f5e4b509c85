import type { Register } from '../../domain/register.ts'
import type { Audit } from '../../domain/ticket/register.ts'
import { penalties, pointsRules, policeLaw } from '../patterns/enactments.ts'
import {
  changeWithGround,
  type TicketCase,
  waiting,
  waitingDefault,
  waitingSettings,
} from '../patterns/ticket-change.ts'
import { belongsTo } from '../patterns/ticket-ways.ts'

export const decisionChanged = changeWithGround({
  id: 'ticket.decision-changed',
  title: {
    zh: '已作出的处罚决定被改动而无撤销或者变更文书',
    en: 'A decision was edited without a document that revokes or changes it',
  },
  grade: 'A',
  citations: [
    pointsRules('第十六条', '行政处罚决定被依法变更或者撤销的，相应记分应当变更或者撤销。'),
    penalties('第七十五条', '行政机关应当认真审查，发现有错误的，应当主动改正。'),
    penalties('第七十六条', '（二）擅自改变行政处罚种类、幅度的；'),
    policeLaw(
      '第四十三条',
      '人民警察的上级机关对下级机关的执法活动进行监督，发现其作出的处理或者决定有错误的，应当予以撤销或者变更。',
    ),
  ],
  paramSchema: waiting,
  params: [{ from: '2021-07-15', value: waitingDefault }],
  localSettings: waitingSettings,
  limits: {
    zh: '有权撤销、变更的为原机关、上级机关、复议机关和法院；只在日志里填了文号而没有撤销、变更决定记录的，不算；一份文书只作为一次改动的依据，即其后的第一次，或者日志写明其文号的改动；文书是否真实由人核查。缴款、结案等正常流转不看。',
    en: 'Those with the power are the authority itself, a superior one, reconsideration and the court; a number that only the log names is no document, the decision itself must be on record. One document is the ground of one change, the first after it, or of those whose log names its number. Whether it is genuine is for people to check. Payment and closing are the ordinary course.',
  },
  of: ['decision'],
  ground({ change, audits, ways }, _, register) {
    const { unit } = change.data.fields
    const revoked = ways.flatMap((w) => (w.kind === 'ticket.decision-revoked' && w.at <= change.heardAt ? [w] : []))
    const competent = revoked.filter(({ data }) => {
      if (data.authority === 'other') return false
      if (data.authority !== 'same') return true
      return (
        data.unit === null ||
        unit === null ||
        belongsTo(register, unit, [data.unit]) ||
        belongsTo(register, data.unit, [unit])
      )
    })
    const named = documentsOf(audits)
    const used = usedBefore(change, competent, register)
    if (competent.some(({ data }) => named.has(data.document) || !used.has(data.document))) return { is: 'lawful' }
    if (competent.length > 0) return { is: 'missing', missing: 'document-of-its-own' }
    if (revoked.length > 0) return { is: 'missing', missing: 'authority' }
    return { is: 'missing', missing: audits.length === 0 ? 'audit' : 'revocation-document' }
  },
})

type Revoked = Extract<TicketCase['ways'][number], { readonly kind: 'ticket.decision-revoked' }>

const documentsOf = (audits: readonly Audit[]): ReadonlySet<string> =>
  new Set(audits.flatMap(({ data }) => data.document ?? []))

/**
 * Documents that an earlier change of the decision carried out: the one its log names, else the oldest that nobody had
 * carried out yet. A document orders one change and not whatever anybody does afterwards.
 */
const usedBefore = (
  { at, data: { system, ticket } }: NonNullable<TicketCase['change']>,
  documents: readonly Revoked[],
  { tickets }: Register,
): ReadonlySet<string> => {
  const used = new Set<string>()
  const oldestFirst = documents.toSorted((a, b) => a.at - b.at)
  const earlier = tickets.needyOf(system, ticket).filter((one) => one.is === 'decision' && one.at < at)
  for (const one of earlier.toSorted((a, b) => a.at - b.at)) {
    const named = documentsOf(tickets.auditsOf(one.data, one.at))
    const taken =
      oldestFirst.find(({ data }) => named.has(data.document)) ??
      oldestFirst.find((d) => d.at <= one.at && !used.has(d.data.document))
    if (taken) used.add(taken.data.document)
  }
  return used
}
