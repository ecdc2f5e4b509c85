import type { DrawCommitment } from '../../../server/contract/video-patrol.ts'
import { useWords } from '../../i18n/language.ts'
import { dateTimeOf } from '../../ui/format.ts'

/** What a draw is bound to: the same line before it and in its proof, for whoever compares them. */
export const Commitment = ({ of: { seq, at, sha256 } }: { readonly of: DrawCommitment }) => {
  const t = useWords().videoPatrol
  return (
    <p className="looks-commitment muted">
      {t.committed(`#${seq}`, dateTimeOf(at))} SHA-256 <code className="mono">{sha256}</code>
    </p>
  )
}
