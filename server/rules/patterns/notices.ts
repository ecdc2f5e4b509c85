import type { ObservationKind } from '../../domain/observation/index.ts'
import { all, type CaseFile, type Seen } from './case-file.ts'

type Notice = 'notice.given' | 'notice.excused' | 'notice.excuse-ended'
export const noticeKinds = [
  'notice.given',
  'notice.excused',
  'notice.excuse-ended',
] as const satisfies readonly Notice[]

type To = Seen<'notice.given'>['data']['to']
type Reason = Seen<'notice.excused'>['data']['reason']

/**
 * The entry that ends the duty to notify `to` about `about`: the notice itself, or an excuse that the law
 * knows, is noted, and has not ended. The earliest counts.
 */
export const notified = <K extends ObservationKind>(
  file: CaseFile<K | Notice>,
  aboutId: string,
  to: readonly To[],
  excuses: readonly Reason[],
): Seen<Notice> | undefined => {
  const mine = all(file as CaseFile<Notice>, ...noticeKinds).filter(
    (n) => n.data.about === aboutId && to.includes(n.data.to),
  )
  const ended = mine.findLast((n) => n.kind === 'notice.excuse-ended')
  return mine.find((n) => {
    if (n.kind === 'notice.given') return true
    if (n.kind !== 'notice.excused' || !n.data.noted || !excuses.includes(n.data.reason)) return false
    if (ended && ended.at > n.at) return false
    // 有碍侦查 holds only in cases of state security or terrorism.
    return n.data.reason !== 'impedes-investigation' || n.data.grounds.length > 0
  })
}
