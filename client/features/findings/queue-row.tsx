import type { FindingView } from '../../../server/contract/views.ts'
import { GradeBadge } from '../../finding/grade.tsx'
import { claimIsStale, isUnseen } from '../../finding/waiting.ts'
import { say, useWords } from '../../i18n/language.ts'
import type { Picture } from '../../live/picture.ts'
import { useNow } from '../../live/use-live.ts'
import { useCursor } from '../../time/cursor.ts'
import { carrierName } from '../../ui/carrier-name.ts'
import { durationOf, shortOf } from '../../ui/format.ts'

interface Props {
  readonly f: FindingView
  readonly picture: Picture
  readonly inStorm: boolean
}

/** Two axes on one row: whether it goes on, and whether somebody has seen it. */
export const QueueRow = ({ f, picture, inStorm }: Props) => {
  const t = useWords()
  const clock = useNow()
  const now = useCursor().mode === 'replay' ? (picture.at() ?? clock) : clock
  const { grade, since, concerns } = f.finding
  const carrier = picture.carriers.get(concerns.carrier ?? '')
  const unit = picture.units.get(concerns.unit ?? '')
  const lasted = durationOf((f.endedAt ?? now) - since)
  return (
    <div className={`queue-row ${inStorm ? 'queue-in' : ''} ${isUnseen(f) ? 'queue-unseen' : ''}`}>
      <div className="queue-top">
        <GradeBadge grade={grade} loud={isUnseen(f)} />
        <span className={f.active ? 'axis-active' : 'axis-ended'}>{f.active ? t.finding.active : t.finding.ended}</span>
        <span className={`axis-${f.status}`}>{t.finding.status[f.status]}</span>
        {f.claimed !== null && (
          <span
            className={`chip ${claimIsStale(f, now) ? 'chip-warn' : ''}`}
            title={claimIsStale(f, now) ? t.finding.claimedStale : undefined}
          >
            {f.claimed.by}
          </span>
        )}
        <span className="queue-since">
          {shortOf(since, now)} · {lasted}
        </span>
      </div>
      <b className="queue-title">{say(f.title)}</b>
      <small className="muted">
        {[
          carrier ? carrierName(carrier) : concerns.carrier,
          carrier?.plate,
          unit === undefined ? concerns.unit : say(unit.name),
        ]
          .filter(Boolean)
          .join(' · ')}
        {f.shelved !== null && `　${t.finding.shelvedUntil(shortOf(f.shelved.until, now), f.shelved.by)}`}
      </small>
    </div>
  )
}
