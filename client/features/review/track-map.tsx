import { useMemo } from 'react'
import type { ReviewTrack } from '../../../server/contract/reviews.ts'
import { useWords } from '../../i18n/language.ts'
import { PlacesMap } from '../../map/places-map.tsx'
import { timeOf } from '../../ui/format.ts'

/** How much of a track before the playhead is drawn. */
const TAIL_MS = 10 * 60_000
/** An older fix says nothing of where somebody is. */
const FRESH_MS = 120_000

/** Where everybody was at the playhead; a fix that is too old is said to be, not drawn as the place. */
export const TrackMap = ({ tracks, at }: { readonly tracks: readonly ReviewTrack[]; readonly at: number }) => {
  const t = useWords().review
  const second = Math.round(at / 1000) * 1000
  const now = useMemo(
    () =>
      tracks.map((track) => {
        const known = track.points.filter((p) => p.observedAt <= second && p.observedAt >= second - TAIL_MS)
        const last = known.at(-1)
        return { track, known, last, fresh: last !== undefined && last.observedAt >= second - FRESH_MS }
      }),
    [tracks, second],
  )
  return (
    <div className="review-map">
      {now.map(({ track, known, last, fresh }) => (
        <section key={track.carrier}>
          <h3>
            {track.name}{' '}
            <span className={fresh ? 'chip chip-ok' : 'chip chip-warn'}>
              {last === undefined ? t.noFix : fresh ? timeOf(last.observedAt) : t.lastFix(timeOf(last.observedAt))}
            </span>
            {last?.speedKmh != null && <small className="muted"> {Math.round(last.speedKmh)} km/h</small>}
          </h3>
          {known.length > 0 && <PlacesMap points={known} place={null} zones={[]} />}
        </section>
      ))}
    </div>
  )
}
