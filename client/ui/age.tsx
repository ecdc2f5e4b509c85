import { useWords } from '../i18n/language.ts'
import { useNow } from '../live/use-live.ts'
import { dateTimeOf, durationOf } from './format.ts'

/** How long ago, ticking, by the shared clock; the exact instant is one hover away. */
export const Age = ({ at }: { readonly at: number }) => {
  const t = useWords()
  return <time title={dateTimeOf(at)}>{t.situation.ago(durationOf(useNow() - at))}</time>
}

/** A duration that goes on until `endedAt`. */
export const Lasting = ({
  since,
  endedAt,
  now,
}: {
  since: number
  endedAt: number | null
  now?: number | undefined
}) => {
  const clock = useNow()
  return <time title={dateTimeOf(since)}>{durationOf((endedAt ?? now ?? clock) - since)}</time>
}
